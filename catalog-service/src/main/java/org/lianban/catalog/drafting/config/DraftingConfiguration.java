package org.lianban.catalog.drafting.config;

import org.lianban.catalog.drafting.client.ClosedCases;
import org.lianban.catalog.drafting.client.ResultCases;
import org.lianban.catalog.drafting.handler.DraftEffects;
import org.lianban.catalog.drafting.handler.DraftHandler;
import org.lianban.catalog.drafting.handler.PlanHandler;
import org.lianban.catalog.drafting.handler.ProposalHandler;
import org.lianban.catalog.drafting.handler.RehearsalHandler;
import org.lianban.catalog.drafting.query.DraftQueries;
import org.lianban.catalog.drafting.query.GateQueries;
import org.lianban.catalog.drafting.query.PlanQueries;
import org.lianban.catalog.drafting.store.DraftRepository;
import org.lianban.catalog.drafting.store.ProposalRepository;
import org.lianban.catalog.drafting.store.RehearsalRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that bring drafts to the public. */
@Configuration(proxyBeanMethods = false)
@Import({DraftRepository.class, ProposalRepository.class, RehearsalRepository.class, DraftEffects.class,
        DraftHandler.class, DraftQueries.class, GateQueries.class, ProposalHandler.class,
        PlanHandler.class, PlanQueries.class, RehearsalHandler.class})
class DraftingConfiguration {
    @Bean
    @ConditionalOnMissingBean
    ClosedCases closedCases(@Value("${lianban.catalog.result-url}") String url) {
        return new ResultCases(url);
    }
}
