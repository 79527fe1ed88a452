package org.lianban.intake.application.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.catalog.Term;
import org.lianban.intake.application.Status;
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
import org.lianban.intake.application.store.ApplicationRepository;
import org.lianban.intake.application.store.NoticeRepository;
import org.lianban.intake.application.stream.ResultHandler;
import org.lianban.intake.application.web.ApplicationController;
import org.lianban.intake.application.web.ApplicationQueryController;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.checking.handler.Gatherer;
import org.lianban.intake.commands.handler.IntakeMeters;
import org.lianban.intake.commands.store.NumberRepository;
import org.lianban.intake.materials.store.MaterialRepository;
import org.lianban.intake.parties.handler.MandateHandler;
import org.lianban.intake.parties.store.PartyRecords;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.handler.WindowLog;
import org.lianban.kit.access.AccessLog;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.MessagingMeters;
import org.lianban.messaging.Outbox;
import org.lianban.persistence.Database;
import org.lianban.persistence.Sampler;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** Applications, from their doors to their tables. */
@Configuration(proxyBeanMethods = false)
@Import({ApplicationRepository.class, NoticeRepository.class, Deadlines.class, ApplicationController.class})
@EnableConfigurationProperties(ApplicationConfiguration.IntakeProperties.class)
public class ApplicationConfiguration {
    private static final Duration SAMPLED = Duration.ofSeconds(5);

    @Bean
    Preparing preparing(Examiner examiner, WindowRights rights, Deadlines deadlines, IntakeProperties properties) {
        return new Preparing(examiner, new Clerks(rights), deadlines, Term.workingDays(properties.correctionTerm()),
                properties.lapseAllowed());
    }

    @Bean
    IntakeHandler intakeHandler(ApplicationRepository applications, NoticeRepository notices,
            MaterialRepository materials, NumberRepository numbers, PartyRecords records, Examiner examiner,
            Preparing preparing, WindowLog windows, Outbox outbox, InstantSource clock, IntakeProperties properties) {
        Consequences consequences = new Consequences(records, examiner, properties.excludeOnBreach());
        return new IntakeHandler(new CaseLoader(applications, materials, numbers), preparing, consequences, windows,
                new ChangesWriter(applications, notices, consequences, windows, outbox), clock);
    }

    @Bean
    IntakeCommands intakeCommands(Database database, ApplicationRepository applications, Examiner examiner,
            Gatherer gatherer, MandateHandler mandates, WindowRights rights, IntakeHandler handler,
            InstantSource clock, JsonMapper json, IntakeMeters meters) {
        return new IntakeCommands(database,
                new Inquiry(database, applications, examiner, gatherer, mandates, rights), handler, clock, json,
                meters);
    }

    /** Applications that wait at intake; the others are counted where they are. */
    @Bean
    Sampler<Map<String, Long>> waitingApplications(Database database, ApplicationRepository applications,
            MeterRegistry registry) {
        Sampler<Map<String, Long>> waiting = new Sampler<>("waiting applications", SAMPLED, Map.of(),
                () -> database.withConnection(applications::waiting));
        for (Status status : List.of(Status.SUBMITTED, Status.CORRECTION_NOTIFIED)) {
            waiting.gauge(registry, IntakeMeters.CASES, "Applications that wait at intake",
                    Tags.of("state", status.name()), counts -> counts.getOrDefault(status.name(), 0L));
        }
        return waiting;
    }

    /** Bound to the results' topic. */
    @Bean
    BatchInbox resultInbox(BatchInbox.Kit kit, ApplicationRepository applications, IntakeCommands commands,
            IntakeMeters meters, MessagingMeters messaging) {
        return new BatchInbox(kit, new ResultHandler(applications, commands, meters, messaging));
    }

    @Bean
    ApplicationQueryController applicationQueryController(Database database, ApplicationRepository applications,
            NoticeRepository notices, CatalogCopy catalog, Deadlines deadlines, AccessLog log) {
        return new ApplicationQueryController(
                new ApplicationQueries(database, applications, notices, catalog, deadlines), log);
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
