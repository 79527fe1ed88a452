package org.lianban.intake.application.config;

import java.util.List;
import org.lianban.intake.parties.ConsentText;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param texts what may be agreed to; of each id the highest version is the one that can be agreed to now */
@ConfigurationProperties("lianban.intake.consents")
public record ConsentProperties(@DefaultValue List<ConsentText> texts) {}
