package org.lianban.catalog.listing.config;

import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.query.BaseQueries;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.catalog.listing.query.StageQueries;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that keep the list. */
@Configuration(proxyBeanMethods = false)
@Import({Exclusive.class, ListingHandler.class, OneThingQueries.class, RegisterQueries.class, StageQueries.class,
        BaseQueries.class})
class ListingConfiguration {}
