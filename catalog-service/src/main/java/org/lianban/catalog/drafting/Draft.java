package org.lianban.catalog.drafting;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.ChangeReason;
import org.lianban.catalog.listing.Document;
import org.lianban.catalog.listing.publication.Content;

/**
 * 草案: a one-thing on its way to the public.
 *
 * @param id {@code XX-30-D1}
 * @param revision counts every event
 * @param reason why the list changes
 * @param proposal id of the proposal it came from
 * @param batch id of the batch it belongs to
 * @param tested the version that is tested, and later tried and live; null before
 * @param runs of the version that is tested
 * @param opinions of the joint departments on it, one each
 * @param document under which it was published
 * @param returned the reason of the last return, where it was not handed in again
 */
public record Draft(String id, Content content, Annex annex, DraftStage stage, int revision, ChangeReason reason,
        @Nullable String proposal, @Nullable String batch, List<Checklist.Answer> leadAnswers,
        List<Checklist.Answer> adminAnswers, @Nullable Tested tested, List<TestRun> runs, List<Opinion> opinions,
        @Nullable Document document, @Nullable String returned) {

    public record Tested(int version, String contentHash) {}

    /**
     * 联调联测记录.
     *
     * @param caseNo of the test case
     * @param scenario what was tried
     */
    public record TestRun(String caseNo, String scenario, boolean passed, @Nullable String note, String by,
            Instant at) {}

    /** @param reason of an objection */
    public record Opinion(String department, boolean agreed, @Nullable String reason, String by, Instant at) {}

    /** A fresh one. */
    public static Draft of(String id, Content content, Annex annex, ChangeReason reason, @Nullable String proposal,
            @Nullable String batch) {
        return new Draft(id, content, annex, DraftStage.DRAFT, 1, reason, proposal, batch, List.of(), List.of(), null,
                List.of(), List.of(), null, null);
    }

    /** 牵头部门 and joint leads. */
    Set<String> leads() {
        Set<String> leads = new LinkedHashSet<>(content.coLeads());
        if (content.lead() != null) {
            leads.add(content.lead());
        }
        return leads;
    }

    /** 联办部门: everybody who has to confirm, in list order. */
    public Set<String> joint() {
        Set<String> all = leads();
        content.items().forEach(item -> all.addAll(item.departments()));
        return all;
    }

    /** What the event changes, and nothing else; total. */
    public Draft apply(DraftEvent event) {
        boolean anew = event instanceof DraftEvent.Returned;
        boolean unanswered = anew || event instanceof DraftEvent.Submitted;
        return new Draft(id, event instanceof DraftEvent.Edited e ? e.content() : content,
                event instanceof DraftEvent.Edited e ? e.annex() : annex, after(event), revision + 1, reason, proposal,
                event instanceof DraftEvent.Edited e ? e.batch() : batch,
                event instanceof DraftEvent.ConfirmedByLead e ? e.answers() : unanswered ? List.of() : leadAnswers,
                event instanceof DraftEvent.ReviewedByAdmin e ? e.answers() : unanswered ? List.of() : adminAnswers,
                event instanceof DraftEvent.TestingBegun e
                        ? new Tested(e.version(), e.contentHash())
                        : anew ? null : tested,
                event instanceof DraftEvent.RunRecorded e ? appended(runs, e.run()) : anew ? List.of() : runs,
                event instanceof DraftEvent.OpinionGiven e ? replaced(e.opinion()) : anew ? List.of() : opinions,
                event instanceof DraftEvent.TrialBegun e ? e.document() : document,
                event instanceof DraftEvent.Returned e ? e.reason() : unanswered ? null : returned);
    }

    private DraftStage after(DraftEvent event) {
        return switch (event) {
            case DraftEvent.Edited e -> DraftStage.DRAFT;
            case DraftEvent.Submitted e -> DraftStage.IN_REVIEW;
            case DraftEvent.ConfirmedByLead e -> DraftStage.LEAD_CONFIRMED;
            case DraftEvent.ReviewedByAdmin e -> DraftStage.ADMIN_REVIEWED;
            case DraftEvent.Returned e -> DraftStage.DRAFT;
            case DraftEvent.TestingBegun e -> DraftStage.TESTING;
            case DraftEvent.RunRecorded e -> stage;
            case DraftEvent.OpinionGiven e -> stage;
            case DraftEvent.TrialBegun e -> DraftStage.TRIAL;
            case DraftEvent.WentLive e -> DraftStage.LIVE;
            case DraftEvent.Abandoned e -> DraftStage.ABANDONED;
        };
    }

    private List<Opinion> replaced(Opinion opinion) {
        return appended(opinions.stream().filter(o -> !o.department().equals(opinion.department())).toList(), opinion);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }

    /**
     * 发布档案: what goes with a publication beside the version itself.
     *
     * @param draft id of the draft, under which its rehearsals are kept too
     * @param document under which it was published
     */
    public record Dossier(String draft, ChangeReason reason, @Nullable Document document, Annex annex,
            List<Checklist.Answer> leadAnswers, List<Checklist.Answer> adminAnswers, List<Draft.TestRun> runs,
            List<Draft.Opinion> opinions) {

        public static Dossier of(Draft draft) {
            return new Dossier(draft.id(), draft.reason(), draft.document(), draft.annex(), draft.leadAnswers(),
                    draft.adminAnswers(), draft.runs(), draft.opinions());
        }
    }
}
