package org.lianban.catalog.listing.config;

import java.util.Map;
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
import org.lianban.http.CollectionExamples;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that keep the list. */
@Configuration(proxyBeanMethods = false)
@Import({Documents.class, OneThingRepository.class, BaseRepository.class, StageRepository.class, Exclusive.class,
        ListingHandler.class, RegisterHandler.class, OneThingQueries.class, RegisterQueries.class, BaseQueries.class})
class ListingConfiguration {
    @Bean
    CollectionExamples collectionExamples() {
        return new CollectionExamples(Map.of("windows", "410721-zh09", "departments", "410721-dangan", "drafts",
                "XX-30-D1", "batches", "410721-2026a", "proposals", "410721-P1", "one-time-notices",
                "GZ-3f2a9c0d11e87b45", "one-things", "XX-30"));
    }

    @Bean
    RegisterRepository<Department> departments(Documents documents) {
        return RegisterRepository.departments(documents);
    }

    @Bean
    RegisterRepository<Window> windows(Documents documents) {
        return RegisterRepository.windows(documents);
    }
}
