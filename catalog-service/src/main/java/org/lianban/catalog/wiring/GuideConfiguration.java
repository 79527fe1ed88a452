package org.lianban.catalog.wiring;

import org.lianban.catalog.store.NoticeStore;
import org.lianban.catalog.web.GuideProperties;
import org.lianban.persistence.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The parts that write guides and notices. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuideProperties.class)
class GuideConfiguration {

    @Bean
    NoticeStore noticeStore(Database database, JsonMapper json) {
        return new NoticeStore(database, json);
    }
}
