package org.lianban.catalog.drafting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.Document;
import org.lianban.catalog.listing.publication.Content;

/** What happened to a draft. */
public sealed interface DraftEvent {

    record Edited(Content content, Annex annex, @Nullable String batch) implements DraftEvent {}

    record Submitted() implements DraftEvent {}

    record ConfirmedByLead(List<Checklist.Answer> answers) implements DraftEvent {}

    record ReviewedByAdmin(List<Checklist.Answer> answers) implements DraftEvent {}

    /** @param withdrawn hash of the version that was tested and is withdrawn with it */
    record Returned(String reason, @Nullable String withdrawn) implements DraftEvent {}

    record TestingBegun(int version, String contentHash) implements DraftEvent {}

    record RunRecorded(Draft.TestRun run) implements DraftEvent {}

    record OpinionGiven(Draft.Opinion opinion) implements DraftEvent {}

    /** @param since when applications are taken under it */
    record TrialBegun(String contentHash, Document document, Instant since) implements DraftEvent {}

    record WentLive(String contentHash) implements DraftEvent {}

    record Abandoned(String reason, @Nullable String withdrawn) implements DraftEvent {}
}
