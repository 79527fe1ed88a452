package org.lianban.result.records.config;

import java.nio.file.Path;
import org.lianban.kit.config.LianbanProperties;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.records.handler.ArchiveHandler;
import org.lianban.result.records.handler.CaseFileProjection;
import org.lianban.result.records.handler.MeasureProjection;
import org.lianban.result.records.handler.Packer;
import org.lianban.result.records.query.ClosedCases;
import org.lianban.result.records.query.ReportQueries;
import org.lianban.result.records.store.CaseFileRepository;
import org.lianban.result.records.store.MeasureRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/** 卷宗, 报表 and 归档. */
@Configuration(proxyBeanMethods = false)
@Import({CaseFileRepository.class, ReportQueries.class, ClosedCases.class, Packer.class})
class RecordsConfiguration {
    @Bean
    @Order(10)
    CaseFileProjection caseFileProjection(CaseFileRepository files) {
        return new CaseFileProjection(files);
    }

    @Bean
    @Order(20)
    MeasureProjection measureProjection(CaseFileRepository files) {
        return new MeasureProjection(new MeasureRepository(), files);
    }

    @Bean
    ArchiveHandler archiveHandler(CaseQueries cases, Packer packer, CaseCommands commands,
            LianbanProperties properties) {
        return new ArchiveHandler(cases, packer, commands, Path.of(properties.dataDir(), "archives"));
    }
}
