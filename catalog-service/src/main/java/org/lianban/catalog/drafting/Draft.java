package org.lianban.catalog.drafting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
    Draft apply(DraftEvent event) {
        return switch (event) {
            case DraftEvent.Edited e -> with(DraftStage.DRAFT).edited(e);
            case DraftEvent.Submitted e -> with(DraftStage.IN_REVIEW).answered(List.of(), List.of());
            case DraftEvent.ConfirmedByLead e -> with(DraftStage.LEAD_CONFIRMED).answered(e.answers(), List.of());
            case DraftEvent.ReviewedByAdmin e -> with(DraftStage.ADMIN_REVIEWED).answered(leadAnswers, e.answers());
            case DraftEvent.Returned e -> with(DraftStage.DRAFT).untested(e.reason());
            case DraftEvent.TestingBegun e ->
                with(DraftStage.TESTING).testing(new Tested(e.version(), e.contentHash()));
            case DraftEvent.RunRecorded e -> with(stage).tested(appended(runs, e.run()), opinions);
            case DraftEvent.OpinionGiven e -> with(stage).tested(runs, replaced(e.opinion()));
            case DraftEvent.TrialBegun e -> with(DraftStage.TRIAL).published(e.document());
            case DraftEvent.WentLive e -> with(DraftStage.LIVE);
            case DraftEvent.Abandoned e -> with(DraftStage.ABANDONED);
        };
    }

    private Draft with(DraftStage next) {
        return new Draft(id, content, annex, next, revision + 1, reason, proposal, batch, leadAnswers, adminAnswers,
                tested, runs, opinions, document, returned);
    }

    private Draft edited(DraftEvent.Edited e) {
        return new Draft(id, e.content(), e.annex(), stage, revision, reason, proposal, e.batch(), leadAnswers,
                adminAnswers, tested, runs, opinions, document, returned);
    }

    private Draft answered(List<Checklist.Answer> lead, List<Checklist.Answer> admin) {
        return new Draft(id, content, annex, stage, revision, reason, proposal, batch, lead, admin, tested, runs,
                opinions, document, null);
    }

    private Draft untested(String why) {
        return new Draft(id, content, annex, stage, revision, reason, proposal, batch, List.of(), List.of(), null,
                List.of(), List.of(), null, why);
    }

    private Draft testing(Tested version) {
        return new Draft(id, content, annex, stage, revision, reason, proposal, batch, leadAnswers, adminAnswers,
                version, List.of(), List.of(), null, null);
    }

    private Draft tested(List<TestRun> allRuns, List<Opinion> allOpinions) {
        return new Draft(id, content, annex, stage, revision, reason, proposal, batch, leadAnswers, adminAnswers,
                tested, allRuns, allOpinions, document, returned);
    }

    private Draft published(Document under) {
        return new Draft(id, content, annex, stage, revision, reason, proposal, batch, leadAnswers, adminAnswers,
                tested, runs, opinions, under, returned);
    }

    private List<Opinion> replaced(Opinion opinion) {
        return appended(opinions.stream().filter(o -> !o.department().equals(opinion.department())).toList(), opinion);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return List.copyOf(all);
    }
}
