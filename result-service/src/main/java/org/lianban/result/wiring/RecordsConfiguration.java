package org.lianban.result.wiring;

import java.nio.file.Path;
import java.time.InstantSource;
import org.lianban.kit.wiring.LianbanProperties;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.RawBatchInbox;
import org.lianban.persistence.Database;
import org.lianban.result.follow.CaseCommands;
import org.lianban.result.issue.NoticeDesk;
import org.lianban.result.law.Law;
import org.lianban.result.paper.Papers;
import org.lianban.result.store.ArchiveDesk;
import org.lianban.result.store.BundleText;
import org.lianban.result.store.CaseQueries;
import org.lianban.result.store.ClosedCases;
import org.lianban.result.store.FileKeeper;
import org.lianban.result.store.FileStore;
import org.lianban.result.store.JournalReader;
import org.lianban.result.store.MeasureKeeper;
import org.lianban.result.store.MeasureStore;
import org.lianban.result.store.Reconciler;
import org.lianban.result.store.ReportQueries;
import org.lianban.result.store.Reporter;
import org.lianban.result.store.SentStore;
import org.lianban.result.stream.ProvinceAnswers;
import org.lianban.security.PersonalDataCipher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.json.JsonMapper;

/** 卷宗, 报表 and 上报. */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {
    @Bean
    FileStore fileStore(JsonMapper json, PersonalDataCipher cipher) {
        return new FileStore(json, cipher);
    }

    @Bean
    @Order(10)
    FileKeeper fileKeeper(FileStore files) {
        return new FileKeeper(files);
    }

    @Bean
    @Order(20)
    MeasureKeeper measureKeeper(FileStore files) {
        return new MeasureKeeper(new MeasureStore(), files);
    }

    @Bean
    ReportQueries reportQueries(Database database) {
        return new ReportQueries(database);
    }

    @Bean
    ClosedCases closedCases(Database database, BundleText text, JsonMapper json) {
        return new ClosedCases(database, text, json);
    }

    @Bean
    SentStore sentStore() {
        return new SentStore();
    }

    @Bean
    @Order(30)
    Reporter provinceReporter(SentStore store, FileStore files, Outbox outbox, Law law,
            @Value("${lianban.result.province-records:true}") boolean on) {
        return new Reporter(store, files, outbox, law, on);
    }

    @Bean
    JournalReader journals(Law law) {
        return new JournalReader(law);
    }

    @Bean
    Reconciler reconciler(SentStore store, JournalReader journals, FileStore files, Reporter reporter, Outbox outbox,
            JsonMapper json) {
        return new Reconciler(store, journals, files, reporter, outbox, json);
    }

    @Bean
    RawBatchInbox provinceAnswers(Database database, Quarantine quarantine, SentStore store, Reconciler reconciler,
            JsonMapper json, InstantSource clock) {
        return new RawBatchInbox(database, quarantine,
                new ProvinceAnswers(store, reconciler, quarantine, json, clock));
    }

    @Bean
    ArchiveDesk archiveDesk(Database database, ArchiveDesk.Sources sources, CaseCommands commands,
            InstantSource clock, LianbanProperties properties) {
        return new ArchiveDesk(database, sources, commands, clock, Path.of(properties.dataDir(), "archives"));
    }

    @Bean
    ArchiveDesk.Sources archiveSources(CaseQueries cases, FileStore files, NoticeDesk notices, Papers papers,
            Law law) {
        return new ArchiveDesk.Sources(cases, files, notices, papers, law);
    }
}
