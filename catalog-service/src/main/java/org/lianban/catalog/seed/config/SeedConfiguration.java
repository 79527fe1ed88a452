package org.lianban.catalog.seed.config;

import org.lianban.catalog.seed.handler.FirstStartHandler;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Fills the catalogue at its first start. */
@Configuration(proxyBeanMethods = false)
@Import({FirstStartHandler.class, FirstStart.class})
class SeedConfiguration {}
