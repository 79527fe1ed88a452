package org.lianban.catalog.drafting;

import static org.lianban.catalog.drafting.DraftStage.ABANDONED;
import static org.lianban.catalog.drafting.DraftStage.ADMIN_REVIEWED;
import static org.lianban.catalog.drafting.DraftStage.DRAFT;
import static org.lianban.catalog.drafting.DraftStage.IN_REVIEW;
import static org.lianban.catalog.drafting.DraftStage.LEAD_CONFIRMED;
import static org.lianban.catalog.drafting.DraftStage.LIVE;
import static org.lianban.catalog.drafting.DraftStage.TESTING;
import static org.lianban.catalog.drafting.DraftStage.TRIAL;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every transition of a draft, and no other. */
public final class Transitions {
    public record Transition(DraftStage from, Move move, DraftStage to) {}

    public static final List<Transition> ALL = List.of(
            new Transition(DRAFT, Move.EDIT, DRAFT),
            new Transition(DRAFT, Move.SUBMIT, IN_REVIEW),
            new Transition(IN_REVIEW, Move.CONFIRM_BY_LEAD, LEAD_CONFIRMED),
            new Transition(LEAD_CONFIRMED, Move.REVIEW_BY_ADMIN, ADMIN_REVIEWED),
            new Transition(ADMIN_REVIEWED, Move.BEGIN_TESTING, TESTING),
            new Transition(TESTING, Move.RECORD_RUN, TESTING),
            new Transition(TESTING, Move.GIVE_OPINION, TESTING),
            new Transition(TESTING, Move.BEGIN_TRIAL, TRIAL),
            new Transition(TRIAL, Move.GO_LIVE, LIVE),
            new Transition(IN_REVIEW, Move.RETURN, DRAFT),
            new Transition(LEAD_CONFIRMED, Move.RETURN, DRAFT),
            new Transition(ADMIN_REVIEWED, Move.RETURN, DRAFT),
            new Transition(TESTING, Move.RETURN, DRAFT),
            new Transition(DRAFT, Move.ABANDON, ABANDONED),
            new Transition(IN_REVIEW, Move.ABANDON, ABANDONED),
            new Transition(LEAD_CONFIRMED, Move.ABANDON, ABANDONED),
            new Transition(ADMIN_REVIEWED, Move.ABANDON, ABANDONED),
            new Transition(TESTING, Move.ABANDON, ABANDONED));

    private Transitions() {}

    static Optional<DraftStage> next(DraftStage from, Move move) {
        return ALL.stream().filter(t -> t.from() == from && t.move() == move).map(Transition::to).findFirst();
    }

    /** Where a move is possible, for the sentence that refuses it. */
    static Set<DraftStage> stages(Move move) {
        return ALL.stream().filter(t -> t.move() == move).map(Transition::from)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DraftStage.class)));
    }
}
