package org.lianban.catalog.drafting;

import static org.lianban.catalog.drafting.DraftStage.ABANDONED;
import static org.lianban.catalog.drafting.DraftStage.ADMIN_REVIEWED;
import static org.lianban.catalog.drafting.DraftStage.DRAFT;
import static org.lianban.catalog.drafting.DraftStage.IN_REVIEW;
import static org.lianban.catalog.drafting.DraftStage.LEAD_CONFIRMED;
import static org.lianban.catalog.drafting.DraftStage.LIVE;
import static org.lianban.catalog.drafting.DraftStage.TESTING;
import static org.lianban.catalog.drafting.DraftStage.TRIAL;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.Document;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;
import org.lianban.command.Refusal;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.text.Characters;

/** Decides what may happen to a draft; changes nothing. */
public record DraftDecider(Draft draft, Author author, Context context) {
    private static final int LONGEST = 1_000;
    private static final int MOST_RUNS = 500;

    public static Decision<DraftEvent> decide(Draft draft, DraftCommand command, Author author, Context context) {
        return new DraftDecider(draft, author, context).answer(command);
    }

    private Decision<DraftEvent> answer(DraftCommand command) {
        Optional<String> forbidden = forbidden(command.move());
        if (forbidden.isPresent()) {
            return Decision.refused(Refusal.forbidden(forbidden.get()));
        }
        if (!Lifecycle.TABLE.allows(draft.stage(), command.move())) {
            return Decision.refused(Refusal.conflict("WRONG_STAGE",
                    "草案处于%s，此操作需处于%s".formatted(draft.stage(), Lifecycle.TABLE.sources(command.move()).stream()
                            .map(DraftStage::name).collect(Collectors.joining("、")))));
        }
        return switch (command) {
            case DraftCommand.Edit c -> edit(c);
            case DraftCommand.Submit c -> unless(context.form(), new DraftEvent.Submitted());
            case DraftCommand.ConfirmByLead c -> unless(Checklist.check(Checklist.Step.LEAD, c.answers()),
                    new DraftEvent.ConfirmedByLead(c.answers()));
            case DraftCommand.ReviewByAdmin c -> unless(Checklist.check(Checklist.Step.ADMIN, c.answers()),
                    new DraftEvent.ReviewedByAdmin(c.answers()));
            case DraftCommand.Return c -> unless(text(c.reason(), "/reason", "退回理由"),
                    new DraftEvent.Returned(String.valueOf(c.reason()), testedHash()));
            case DraftCommand.BeginTesting c -> beginTesting();
            case DraftCommand.RecordRun c -> recordRun(c);
            case DraftCommand.GiveOpinion c -> opinion(c);
            case DraftCommand.BeginTrial c -> beginTrial(c);
            case DraftCommand.GoLive c -> Decision.accepted(new DraftEvent.WentLive(String.valueOf(testedHash())));
            case DraftCommand.Abandon c -> unless(text(c.reason(), "/reason", "终止理由"),
                    new DraftEvent.Abandoned(String.valueOf(c.reason()), testedHash()));
        };
    }

    /** 县行政审批局 publishes; the lead writes and confirms; joint departments test and give their opinion. */
    private Optional<String> forbidden(DraftCommand.Move move) {
        boolean may = switch (move) {
            case EDIT, SUBMIT, RETURN -> author.admin() || author.leads(draft);
            case CONFIRM_BY_LEAD -> author.leads(draft);
            case REVIEW_BY_ADMIN, BEGIN_TESTING, BEGIN_TRIAL, GO_LIVE, ABANDON -> author.admin();
            case RECORD_RUN -> author.admin() || author.role() == Role.WINDOW_CLERK || isJoint();
            case GIVE_OPINION -> isJoint();
        };
        return may ? Optional.empty() : Optional.of(switch (move) {
            case EDIT, SUBMIT, RETURN -> "只有清单管理员或本事项的牵头部门可以办理";
            case CONFIRM_BY_LEAD -> "只有本事项的牵头部门可以确认";
            case REVIEW_BY_ADMIN, BEGIN_TESTING, BEGIN_TRIAL, GO_LIVE, ABANDON -> "只有清单管理员可以办理";
            case RECORD_RUN, GIVE_OPINION -> "只有本事项的联办部门可以办理";
        });
    }

    private boolean isJoint() {
        boolean officer = author.role() == Role.LEAD_DEPARTMENT || author.role() == Role.DEPARTMENT_OFFICER;
        return officer && author.department() != null && draft.joint().contains(author.department());
    }

    private Decision<DraftEvent> edit(DraftCommand.Edit c) {
        if (c.revision() != draft.revision()) {
            return Decision.refused(Refusal.conflict("STALE",
                    "草案已改至第%d次修订，您修改的是第%d次".formatted(draft.revision(), c.revision())));
        }
        Faults faults = new Faults();
        Content content = c.content() == null ? draft.content() : c.content();
        Annex annex = c.annex() == null ? draft.annex() : c.annex();
        Defect.where(!draft.content().code().equals(content.code()), faults,
                FaultCode.MALFORMED.saying("/content/code", "草案的编码不能改变"));
        Defect.where(!draft.content().region().equals(content.region()), faults,
                Defect.REGION_CHANGED.at("/content/region", "草案的地区不能改变"));
        return unless(faults.list(), new DraftEvent.Edited(content, annex, c.batch()));
    }

    private Decision<DraftEvent> beginTesting() {
        List<Fault> faults = new ArrayList<>(context.form());
        faults.addAll(context.gate());
        OneThing next = context.next();
        return next == null || !faults.isEmpty()
                ? Decision.refused(Refusal.unacceptable(faults))
                : Decision.accepted(new DraftEvent.TestingBegun(next.version(), next.contentHash()));
    }

    private Decision<DraftEvent> recordRun(DraftCommand.RecordRun c) {
        Faults faults = new Faults();
        faults.addAll(text(c.caseNo(), "/caseNo", "测试办件编号"));
        faults.addAll(text(c.scenario(), "/scenario", "测试情形"));
        if (!c.passed()) {
            faults.addAll(text(c.note(), "/note", "未通过的说明"));
        }
        Defect.where(draft.runs().size() >= MOST_RUNS, faults,
                FaultCode.OUT_OF_RANGE.saying("", "测试记录不超过%d条".formatted(MOST_RUNS)));
        return unless(faults.list(), new DraftEvent.RunRecorded(new Draft.TestRun(String.valueOf(c.caseNo()),
                String.valueOf(c.scenario()), c.passed(), c.note(), author.id(), context.now())));
    }

    private Decision<DraftEvent> opinion(DraftCommand.GiveOpinion c) {
        List<Fault> faults = c.agreed() ? List.of() : text(c.reason(), "/reason", "不同意的理由");
        return unless(faults, new DraftEvent.OpinionGiven(new Draft.Opinion(String.valueOf(author.department()),
                c.agreed(), c.reason(), author.id(), context.now())));
    }

    private Decision<DraftEvent> beginTrial(DraftCommand.BeginTrial c) {
        List<Fault> faults = new ArrayList<>(context.gate());
        Document document = c.document();
        if (document == null || document.date() == null) {
            faults.add(FaultCode.MISSING.saying("/document", "缺少公布文号和日期"));
        } else {
            faults.addAll(text(document.number(), "/document/number", "公布文号"));
        }
        Instant since = c.since() == null ? context.now() : c.since();
        if (since.isBefore(context.now())) {
            faults.add(Defect.EFFECTIVE_TOO_EARLY.at("/since", "试运行时间不能早于现在"));
        }
        unconfirmed().forEach(department -> faults
                .add(Defect.NOT_CONFIRMED.at("/opinions", "联办部门%s尚未确认".formatted(department))));
        draft.opinions().stream().filter(o -> !o.agreed()).forEach(o -> faults
                .add(Defect.NOT_CONFIRMED.at("/opinions", "联办部门%s不同意：%s".formatted(o.department(), o.reason()))));
        faults.addAll(testsMissing());
        return document == null || !faults.isEmpty()
                ? Decision.refused(Refusal.unacceptable(faults))
                : Decision.accepted(new DraftEvent.TrialBegun(String.valueOf(testedHash()), document, since));
    }

    private Set<String> unconfirmed() {
        Set<String> open = new TreeSet<>(draft.joint());
        open.removeAll(context.openGroups());
        draft.opinions().forEach(o -> open.remove(o.department()));
        return open;
    }

    /** The last run of every scenario has to pass, and there has to be one. */
    private List<Fault> testsMissing() {
        if (draft.runs().isEmpty()) {
            return List.of(Defect.NOT_TESTED.at("/runs", "没有测试记录"));
        }
        return draft.runs().stream()
                .collect(Collectors.toMap(Draft.TestRun::scenario, run -> run, (before, after) -> after)).values()
                .stream().filter(run -> !run.passed())
                .map(run -> Defect.NOT_TESTED.at("/runs", "测试情形“%s”最近一次未通过".formatted(run.scenario()))).toList();
    }

    private @Nullable String testedHash() {
        Draft.Tested tested = draft.tested();
        return tested == null ? null : tested.contentHash();
    }

    private static List<Fault> text(@Nullable String value, String pointer, String what) {
        if (value == null || value.isBlank()) {
            return List.of(FaultCode.MISSING.saying(pointer, "缺少%s".formatted(what)));
        }
        return Characters.length(value) > LONGEST
                ? List.of(FaultCode.OUT_OF_RANGE.saying(pointer, "%s不能超过%d字".formatted(what, LONGEST)))
                : List.of();
    }

    private Decision<DraftEvent> unless(List<Fault> faults, DraftEvent event) {
        return faults.isEmpty() ? Decision.accepted(event) : Decision.refused(Refusal.unacceptable(faults));
    }

    /**
     * What the decision looks at beside the draft.
     *
     * @param openGroups departments that are no single office (各商业银行): the lead speaks for them
     * @param form faults of the content itself
     * @param gate what the six artefacts and the lint still miss
     * @param next the version that testing would announce; null where the form has faults
     */
    public record Context(Instant now, Set<String> openGroups, List<Fault> form, List<Fault> gate,
            @Nullable OneThing next) {}

    /** Every transition of a draft, and no other. */
    public static final class Lifecycle {
        public static final Transitions<DraftStage, DraftCommand.Move> TABLE = new Transitions<>(DRAFT,
                Set.of(LIVE, ABANDONED), List.of(
                        new Row<>(DRAFT, DraftCommand.Move.EDIT, DRAFT),
                        new Row<>(DRAFT, DraftCommand.Move.SUBMIT, IN_REVIEW),
                        new Row<>(IN_REVIEW, DraftCommand.Move.CONFIRM_BY_LEAD, LEAD_CONFIRMED),
                        new Row<>(LEAD_CONFIRMED, DraftCommand.Move.REVIEW_BY_ADMIN, ADMIN_REVIEWED),
                        new Row<>(ADMIN_REVIEWED, DraftCommand.Move.BEGIN_TESTING, TESTING),
                        new Row<>(TESTING, DraftCommand.Move.RECORD_RUN, TESTING),
                        new Row<>(TESTING, DraftCommand.Move.GIVE_OPINION, TESTING),
                        new Row<>(TESTING, DraftCommand.Move.BEGIN_TRIAL, TRIAL),
                        new Row<>(TRIAL, DraftCommand.Move.GO_LIVE, LIVE),
                        new Row<>(IN_REVIEW, DraftCommand.Move.RETURN, DRAFT),
                        new Row<>(LEAD_CONFIRMED, DraftCommand.Move.RETURN, DRAFT),
                        new Row<>(ADMIN_REVIEWED, DraftCommand.Move.RETURN, DRAFT),
                        new Row<>(TESTING, DraftCommand.Move.RETURN, DRAFT),
                        new Row<>(DRAFT, DraftCommand.Move.ABANDON, ABANDONED),
                        new Row<>(IN_REVIEW, DraftCommand.Move.ABANDON, ABANDONED),
                        new Row<>(LEAD_CONFIRMED, DraftCommand.Move.ABANDON, ABANDONED),
                        new Row<>(ADMIN_REVIEWED, DraftCommand.Move.ABANDON, ABANDONED),
                        new Row<>(TESTING, DraftCommand.Move.ABANDON, ABANDONED)));

        private Lifecycle() {}
    }
}
