package org.lianban.intake.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a place decides about intake.
 *
 * @param provinceAutoReceive whether an application of the province that passes every check is received at once: the
 *     province's platform has looked at it already. Otherwise it waits for a clerk like one filed online
 */
@ConfigurationProperties("lianban.intake")
public record IntakeProperties(@DefaultValue("true") boolean provinceAutoReceive) {}
