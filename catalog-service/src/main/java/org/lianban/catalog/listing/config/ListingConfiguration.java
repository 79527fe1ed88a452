package org.lianban.catalog.listing.config;

import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.handler.RegisterHandler;
import org.lianban.catalog.listing.query.BaseQueries;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.catalog.listing.store.BaseRepository;
import org.lianban.catalog.listing.store.Documents;
import org.lianban.catalog.listing.store.OneThingRepository;
import org.lianban.catalog.listing.store.RegisterRepository;
import org.lianban.catalog.listing.store.StageRepository;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that keep the list. */
@Configuration(proxyBeanMethods = false)
@Import({Documents.class, OneThingRepository.class, BaseRepository.class, StageRepository.class, Exclusive.class,
        ListingHandler.class, RegisterHandler.class, OneThingQueries.class, RegisterQueries.class,
        BaseQueries.class})
class ListingConfiguration {
    @Bean
    RegisterRepository<Department> departments(Documents documents) {
        return RegisterRepository.departments(documents);
    }

    @Bean
    RegisterRepository<Window> windows(Documents documents) {
        return RegisterRepository.windows(documents);
    }
}
