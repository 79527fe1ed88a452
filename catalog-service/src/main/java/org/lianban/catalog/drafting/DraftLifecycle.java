package org.lianban.catalog.drafting;

import static org.lianban.catalog.drafting.DraftStage.ABANDONED;
import static org.lianban.catalog.drafting.DraftStage.ADMIN_REVIEWED;
import static org.lianban.catalog.drafting.DraftStage.DRAFT;
import static org.lianban.catalog.drafting.DraftStage.IN_REVIEW;
import static org.lianban.catalog.drafting.DraftStage.LEAD_CONFIRMED;
import static org.lianban.catalog.drafting.DraftStage.LIVE;
import static org.lianban.catalog.drafting.DraftStage.TESTING;
import static org.lianban.catalog.drafting.DraftStage.TRIAL;

import java.util.List;
import java.util.Set;
import org.lianban.command.Transitions.Row;
import org.lianban.command.Transitions;

/** Every transition of a draft, and no other. */
public final class DraftLifecycle {
    public static final Transitions<DraftStage, Move> TABLE = new Transitions<>(DRAFT, Set.of(LIVE, ABANDONED), List.of(
            new Row<>(DRAFT, Move.EDIT, DRAFT),
            new Row<>(DRAFT, Move.SUBMIT, IN_REVIEW),
            new Row<>(IN_REVIEW, Move.CONFIRM_BY_LEAD, LEAD_CONFIRMED),
            new Row<>(LEAD_CONFIRMED, Move.REVIEW_BY_ADMIN, ADMIN_REVIEWED),
            new Row<>(ADMIN_REVIEWED, Move.BEGIN_TESTING, TESTING),
            new Row<>(TESTING, Move.RECORD_RUN, TESTING),
            new Row<>(TESTING, Move.GIVE_OPINION, TESTING),
            new Row<>(TESTING, Move.BEGIN_TRIAL, TRIAL),
            new Row<>(TRIAL, Move.GO_LIVE, LIVE),
            new Row<>(IN_REVIEW, Move.RETURN, DRAFT),
            new Row<>(LEAD_CONFIRMED, Move.RETURN, DRAFT),
            new Row<>(ADMIN_REVIEWED, Move.RETURN, DRAFT),
            new Row<>(TESTING, Move.RETURN, DRAFT),
            new Row<>(DRAFT, Move.ABANDON, ABANDONED),
            new Row<>(IN_REVIEW, Move.ABANDON, ABANDONED),
            new Row<>(LEAD_CONFIRMED, Move.ABANDON, ABANDONED),
            new Row<>(ADMIN_REVIEWED, Move.ABANDON, ABANDONED),
            new Row<>(TESTING, Move.ABANDON, ABANDONED)));

    private DraftLifecycle() {}
}
