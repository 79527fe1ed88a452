package org.lianban.catalog.drafting;

import java.util.List;
import org.lianban.command.Refusal;

/** What comes of a command. */
public sealed interface DraftDecision {
    record Accepted(List<DraftEvent> events, Draft after) implements DraftDecision {}

    record Refused(Refusal refusal) implements DraftDecision {}
}
