package org.lianban.intake.checking.exemption;

import java.util.Map;

/** What a data source or certificate library answered. */
public sealed interface SourceAnswer {

    /**
     * @param values for a query, what it knows, by field; for a certificate its number; empty for a verification
     */
    record Confirmed(Map<String, String> values) implements SourceAnswer {
        public Confirmed {
            values = Map.copyOf(values);
        }
    }

    /** Not so, or not there. @param reason in Chinese */
    record Denied(String reason) implements SourceAnswer {}

    /** No answer, or none that can be read; never a verdict on the applicant. @param reason for logs */
    record Unavailable(String reason) implements SourceAnswer {}
}
