package org.lianban.catalog.drafting.config;

import java.time.InstantSource;
import org.lianban.catalog.drafting.client.ClosedCases;
import org.lianban.catalog.drafting.client.ResultCases;
import org.lianban.catalog.drafting.handler.DraftHandler;
import org.lianban.catalog.drafting.handler.PlanHandler;
import org.lianban.catalog.drafting.handler.ProposalHandler;
import org.lianban.catalog.drafting.handler.RehearsalHandler;
import org.lianban.catalog.drafting.query.BatchQueries;
import org.lianban.catalog.drafting.query.DraftQueries;
import org.lianban.catalog.drafting.query.GateQueries;
import org.lianban.catalog.drafting.query.ProposalQueries;
import org.lianban.catalog.drafting.query.TargetQueries;
import org.lianban.catalog.listing.handler.Exclusive;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.persistence.Database;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The parts that bring drafts to the public. */
@Configuration(proxyBeanMethods = false)
class DraftingConfiguration {
    @Bean
    DraftHandler draftHandler(Database database, Exclusive exclusive, JsonMapper json, ListingHandler listing) {
        return new DraftHandler(database, exclusive, json, listing);
    }

    @Bean
    DraftQueries draftQueries(Database database, JsonMapper json) {
        return new DraftQueries(database, json);
    }

    @Bean
    GateQueries gateQueries(Database database, JsonMapper json) {
        return new GateQueries(database, json);
    }

    @Bean
    ProposalHandler proposalHandler(Exclusive exclusive, JsonMapper json) {
        return new ProposalHandler(exclusive, json);
    }

    @Bean
    ProposalQueries proposalQueries(Database database, JsonMapper json) {
        return new ProposalQueries(database, json);
    }

    @Bean
    PlanHandler planHandler(Database database, JsonMapper json) {
        return new PlanHandler(database, json);
    }

    @Bean
    BatchQueries batchQueries(Database database, JsonMapper json) {
        return new BatchQueries(database, json);
    }

    @Bean
    TargetQueries targetQueries(Database database, JsonMapper json) {
        return new TargetQueries(database, json);
    }

    @Bean
    @ConditionalOnMissingBean
    ClosedCases closedCases(@Value("${lianban.catalog.result-url}") String url) {
        return new ResultCases(url);
    }

    @Bean
    RehearsalHandler rehearsalHandler(Database database, JsonMapper json, ClosedCases cases, InstantSource clock) {
        return new RehearsalHandler(database, json, cases, clock);
    }
}
