package org.lianban.intake.checking.config;

import java.time.InstantSource;
import org.lianban.intake.checking.client.DataSource;
import org.lianban.intake.checking.client.HttpSources;
import org.lianban.intake.checking.client.SharingProperties;
import org.lianban.intake.checking.client.SimulatedSources;
import org.lianban.intake.checking.exemption.Judging.SourceAnswer;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.checking.handler.Gatherer;
import org.lianban.intake.checking.handler.PrefillHandler;
import org.lianban.intake.checking.handler.Sharing;
import org.lianban.intake.checking.web.RequirementController;
import org.lianban.intake.parties.store.PartyRecords;
import org.lianban.persistence.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The checks, and the sources that they ask. */
@Configuration(proxyBeanMethods = false)
@Import({Examiner.class, Gatherer.class, PrefillHandler.class, RequirementController.class})
@EnableConfigurationProperties(SharingProperties.class)
public class CheckingConfiguration {
    private static final int MAX_ANSWER = 64 * 1024;

    /** One end for data and certificates alike; both are asked through it. */
    private record Sources(DataSource data, DataSource.LicenceLibrary licences) {
        static Sources of(SharingProperties properties, JsonMapper json) {
            return switch (properties.mode()) {
                case OFF -> new Sources(q -> none(), s -> none());
                case SIMULATED -> {
                    SimulatedSources simulated = new SimulatedSources(properties.facts());
                    yield new Sources(simulated, simulated);
                }
                case HTTP -> {
                    HttpSources http = new HttpSources(WebClient.builder()
                            .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(MAX_ANSWER)).build(), json,
                            properties);
                    yield new Sources(http, http);
                }
            };
        }

        private static Mono<SourceAnswer> none() {
            return Mono.just(new SourceAnswer.Unavailable("no source is connected"));
        }
    }

    @Bean
    Sharing sharing(SharingProperties properties, JsonMapper json, Database database, PartyRecords records,
            InstantSource clock) {
        Sources sources = Sources.of(properties, json);
        return new Sharing(sources.data(), sources.licences(), database, records.consents(), clock);
    }
}
