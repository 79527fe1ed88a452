package org.lianban.result.wiring;

import org.lianban.kit.security.PersonalDataCipher;
import org.lianban.messaging.Database;
import org.lianban.messaging.Outbox;
import org.lianban.result.law.Law;
import org.lianban.result.store.FileKeeper;
import org.lianban.result.store.FileStore;
import org.lianban.result.store.MeasureKeeper;
import org.lianban.result.store.MeasureStore;
import org.lianban.result.store.ReportQueries;
import org.lianban.result.store.Reporter;
import org.lianban.result.store.SentStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
    SentStore sentStore() {
        return new SentStore();
    }

    @Bean
    @Order(30)
    @ConditionalOnProperty(name = "lianban.result.province.records", havingValue = "true", matchIfMissing = true)
    Reporter provinceReporter(SentStore store, FileStore files, Outbox outbox, Law law) {
        return new Reporter(store, files, outbox, law);
    }
}
