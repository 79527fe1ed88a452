package org.lianban.intake.application.config;

import org.lianban.intake.windows.WindowRights;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a place decides about intake.
 *
 * @param provinceAutoReceive whether an application of the province that passes every check is received at once: the
 *     province's platform has looked at it already. Otherwise it waits for a clerk like one filed online
 * @param correctionTerm 补正期限 in working days from the notice; 0: none is set
 * @param lapseAllowed whether an application ends when that term runs out (补正不来办结)
 * @param excludeOnBreach whether who breaks a commitment may make no other until the credit is repaired
 * @param windows whether only registered windows may receive
 */
@ConfigurationProperties("lianban.intake")
public record IntakeProperties(@DefaultValue("true") boolean provinceAutoReceive,
        @DefaultValue("15") int correctionTerm, @DefaultValue("false") boolean lapseAllowed,
        @DefaultValue("true") boolean excludeOnBreach,
        @DefaultValue("REGISTERED") WindowRights.Mode windows) {}
