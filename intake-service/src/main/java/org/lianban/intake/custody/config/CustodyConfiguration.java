package org.lianban.intake.custody.config;

import org.lianban.intake.custody.handler.CaseDesk;
import org.lianban.intake.custody.handler.CustodyHandler;
import org.lianban.intake.custody.query.CustodyQueries;
import org.lianban.intake.custody.store.CustodyRepository;
import org.lianban.intake.custody.web.CustodyController;
import org.lianban.intake.custody.web.CustodyQueryController;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Paper originals and their attested copies. */
@Configuration(proxyBeanMethods = false)
@Import({CustodyRepository.class, CustodyQueries.class, CaseDesk.class, CustodyHandler.class, CustodyController.class,
        CustodyQueryController.class})
public class CustodyConfiguration {}
