package org.lianban.catalog.guides.config;

import org.lianban.catalog.guides.handler.NoticeHandler;
import org.lianban.catalog.guides.web.GuideProperties;
import org.lianban.persistence.Database;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** The parts that write guides and notices. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuideProperties.class)
class GuidesConfiguration {
    @Bean
    NoticeHandler noticeHandler(Database database, JsonMapper json) {
        return new NoticeHandler(database, json);
    }
}
