package org.lianban.intake.application.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.catalog.Term;
import org.lianban.intake.application.Application;
import org.lianban.intake.application.handler.CaseLoader;
import org.lianban.intake.application.handler.ChangesWriter;
import org.lianban.intake.application.handler.Clerks;
import org.lianban.intake.application.handler.Consequences;
import org.lianban.intake.application.handler.Inquiry;
import org.lianban.intake.application.handler.IntakeCommands;
import org.lianban.intake.application.handler.IntakeHandler;
import org.lianban.intake.application.handler.Preparing;
import org.lianban.intake.application.query.ApplicationQueries;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.application.store.ApplicationCodec;
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.application.store.NoticeRepository;
import org.lianban.intake.application.stream.ResultHandler;
import org.lianban.intake.application.web.ApplicationController;
import org.lianban.intake.application.web.ApplicationQueryController;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.commands.handler.IntakeMeters;
import org.lianban.intake.parties.store.PartyRecords;
import org.lianban.messaging.BatchInbox;
import org.lianban.persistence.Database;
import org.lianban.persistence.Sampler;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Applications, from their doors to their tables. */
@Configuration(proxyBeanMethods = false)
@Import({ApplicationCodec.class, ApplicationRepository.class, NoticeRepository.class, Deadlines.class, Clerks.class,
        CaseLoader.class, ChangesWriter.class, IntakeHandler.class, Inquiry.class, IntakeCommands.class,
        ResultHandler.class, ApplicationQueries.class, ApplicationController.class, ApplicationQueryController.class})
@EnableConfigurationProperties(ApplicationConfiguration.IntakeProperties.class)
public class ApplicationConfiguration {
    private static final Duration SAMPLED = Duration.ofSeconds(5);

    @Bean
    Preparing preparing(Examiner examiner, Clerks clerks, Deadlines deadlines, IntakeProperties properties) {
        return new Preparing(examiner, clerks, deadlines, Term.workingDays(properties.correctionTerm()),
                properties.lapseAllowed());
    }

    @Bean
    Consequences consequences(PartyRecords records, Examiner examiner, IntakeProperties properties) {
        return new Consequences(records, examiner, properties.excludeOnBreach());
    }

    /** Applications that wait at intake; the others are counted where they are. */
    @Bean
    Sampler<Map<String, Long>> waitingApplications(Database database, ApplicationRepository applications,
            MeterRegistry registry) {
        Sampler<Map<String, Long>> waiting = new Sampler<>("waiting applications", SAMPLED, Map.of(),
                () -> database.withConnection(applications::waiting));
        for (Application.Status status : List.of(Application.Status.SUBMITTED,
                Application.Status.CORRECTION_NOTIFIED)) {
            waiting.gauge(registry, IntakeMeters.CASES, "Applications that wait at intake",
                    Tags.of("state", status.name()), counts -> counts.getOrDefault(status.name(), 0L));
        }
        return waiting;
    }

    /** Bound to the results' topic. */
    @Bean
    BatchInbox resultInbox(BatchInbox.Kit kit, ResultHandler handler) {
        return new BatchInbox(kit, handler);
    }

    /**
     * What a place decides about applications.
     *
     * @param correctionTerm 补正期限 in working days from the notice; 0: none is set
     * @param lapseAllowed whether an application ends when that term runs out (补正不来办结)
     * @param excludeOnBreach whether who breaks a commitment may make no other until the credit is repaired
     */
    @ConfigurationProperties("lianban.intake")
    record IntakeProperties(@DefaultValue("15") int correctionTerm, @DefaultValue("false") boolean lapseAllowed,
            @DefaultValue("true") boolean excludeOnBreach) {}
}
