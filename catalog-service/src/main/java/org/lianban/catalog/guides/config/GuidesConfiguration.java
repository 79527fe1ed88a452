package org.lianban.catalog.guides.config;

import org.lianban.catalog.guides.handler.NoticeHandler;
import org.lianban.catalog.guides.store.NoticeRepository;
import org.lianban.catalog.guides.web.GuideProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that write guides and notices. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuideProperties.class)
@Import({NoticeRepository.class, NoticeHandler.class})
class GuidesConfiguration {}
