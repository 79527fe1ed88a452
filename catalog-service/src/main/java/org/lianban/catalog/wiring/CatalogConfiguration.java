package org.lianban.catalog.wiring;

import java.time.InstantSource;
import org.lianban.catalog.client.ResultCases;
import org.lianban.catalog.store.BaseCatalogue;
import org.lianban.catalog.store.BaseStore;
import org.lianban.catalog.store.Batches;
import org.lianban.catalog.store.CalendarStore;
import org.lianban.catalog.store.Catalogue;
import org.lianban.catalog.store.ClosedCases;
import org.lianban.catalog.store.DepartmentStore;
import org.lianban.catalog.store.DraftStore;
import org.lianban.catalog.store.Drafts;
import org.lianban.catalog.store.GapStore;
import org.lianban.catalog.store.OneThingStore;
import org.lianban.catalog.store.Proposals;
import org.lianban.catalog.store.Rehearsals;
import org.lianban.catalog.store.Standings;
import org.lianban.catalog.store.TargetStore;
import org.lianban.catalog.store.WindowStore;
import org.lianban.catalog.stream.TopicContent;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The parts of catalog-service. */
@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {

    @Bean
    OneThingStore oneThingStore(Database database, JsonMapper json) {
        return new OneThingStore(database, json);
    }

    @Bean
    DepartmentStore departmentStore(Database database, JsonMapper json) {
        return new DepartmentStore(database, json);
    }

    @Bean
    CalendarStore calendarStore(Database database, JsonMapper json) {
        return new CalendarStore(database, json);
    }

    @Bean
    Catalogue catalogue(Database database, Outbox outbox, JsonMapper json) {
        return new Catalogue(database, outbox, json);
    }

    @Bean
    Drafts drafts(Database database, Outbox outbox, JsonMapper json) {
        return new Drafts(database, outbox, json);
    }

    @Bean
    DraftStore draftStore(Database database, JsonMapper json) {
        return new DraftStore(database, json);
    }

    @Bean
    GapStore gapStore(Database database, JsonMapper json) {
        return new GapStore(database, json);
    }

    @Bean
    Standings standings(Database database, Outbox outbox, JsonMapper json) {
        return new Standings(database, outbox, json);
    }

    @Bean
    WindowStore windowStore(Database database, JsonMapper json) {
        return new WindowStore(database, json);
    }

    @Bean
    Proposals proposals(Database database, JsonMapper json) {
        return new Proposals(database, json);
    }

    @Bean
    Batches batches(Database database, JsonMapper json) {
        return new Batches(database, json);
    }

    @Bean
    BaseStore baseStore(Database database, JsonMapper json) {
        return new BaseStore(database, json);
    }

    @Bean
    BaseCatalogue baseCatalogue(Database database, JsonMapper json) {
        return new BaseCatalogue(database, json);
    }

    @Bean
    TargetStore targetStore(Database database, JsonMapper json) {
        return new TargetStore(database, json);
    }

    @Bean
    @ConditionalOnMissingBean
    ClosedCases closedCases(@Value("${lianban.catalog.result-url}") String url) {
        return new ResultCases(url);
    }

    @Bean
    Rehearsals rehearsals(Database database, JsonMapper json, ClosedCases cases, InstantSource clock) {
        return new Rehearsals(database, json, cases, clock);
    }

    @Bean
    FirstStart firstStart(Catalogue catalogue, CatalogCopy copy, InstantSource clock) {
        return new FirstStart(catalogue, new TopicContent(copy), clock);
    }
}
