package org.lianban.result.oversight.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be done with a check that is open. */
public sealed interface CheckCommand {
    /** @param evidence never empty where the commitment is found false */
    record Find(CheckEvent.Finding finding, String text, List<String> evidence) implements CheckCommand {
        public Find {
            evidence = List.copyOf(evidence);
        }
    }

    record Notice(String noticeNo, String grounds) implements CheckCommand {}

    record Defend(String statement) implements CheckCommand {}

    record Decide(boolean revoke, @Nullable String decisionNo, String reasons) implements CheckCommand {}
}
