package org.lianban.catalog.drafting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.Document;
import org.lianban.catalog.listing.publication.Content;

/** What somebody wants to do to a draft. */
public sealed interface DraftCommand {
    Move move();

    /**
     * @param content null: as it was
     * @param annex null: as it was
     * @param revision that was edited: nobody writes over what they have not seen
     */
    record Edit(@Nullable Content content, @Nullable Annex annex, @Nullable String batch, int revision)
            implements DraftCommand {
        @Override
        public Move move() {
            return Move.EDIT;
        }
    }

    record Submit() implements DraftCommand {
        @Override
        public Move move() {
            return Move.SUBMIT;
        }
    }

    record ConfirmByLead(List<Checklist.Answer> answers) implements DraftCommand {
        @Override
        public Move move() {
            return Move.CONFIRM_BY_LEAD;
        }
    }

    record ReviewByAdmin(List<Checklist.Answer> answers) implements DraftCommand {
        @Override
        public Move move() {
            return Move.REVIEW_BY_ADMIN;
        }
    }

    record Return(@Nullable String reason) implements DraftCommand {
        @Override
        public Move move() {
            return Move.RETURN;
        }
    }

    record BeginTesting() implements DraftCommand {
        @Override
        public Move move() {
            return Move.BEGIN_TESTING;
        }
    }

    record RecordRun(@Nullable String caseNo, @Nullable String scenario, boolean passed,
            @Nullable String note) implements DraftCommand {
        @Override
        public Move move() {
            return Move.RECORD_RUN;
        }
    }

    record GiveOpinion(boolean agreed, @Nullable String reason) implements DraftCommand {
        @Override
        public Move move() {
            return Move.GIVE_OPINION;
        }
    }

    /** @param since when applications are taken; null: now */
    record BeginTrial(@Nullable Document document, @Nullable Instant since) implements DraftCommand {
        @Override
        public Move move() {
            return Move.BEGIN_TRIAL;
        }
    }

    record GoLive() implements DraftCommand {
        @Override
        public Move move() {
            return Move.GO_LIVE;
        }
    }

    record Abandon(@Nullable String reason) implements DraftCommand {
        @Override
        public Move move() {
            return Move.ABANDON;
        }
    }
}
