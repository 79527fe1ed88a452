package org.lianban.catalog.draft;

import java.util.List;

/** What comes of a command. */
public sealed interface DraftDecision {
    record Accepted(List<DraftEvent> events, Draft after) implements DraftDecision {}

    record Rejected(DraftRejection rejection) implements DraftDecision {}
}
