package org.lianban.intake.application.config;

import org.lianban.intake.parties.MandateRights;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param mandates whether an agent needs a recorded mandate */
@ConfigurationProperties("lianban.intake")
public record MandateProperties(@DefaultValue("REQUIRED") MandateRights.Mode mandates) {}
