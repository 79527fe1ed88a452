package org.lianban.catalog.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.ChangeReason;
import org.lianban.catalog.listing.Standing;
import org.lianban.catalog.listing.publication.Complete;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.form.Form;
import org.lianban.form.Forms;
import tools.jackson.databind.json.JsonMapper;

class DraftDeciderTest {
    private static final Instant NOW = Instant.parse("2026-09-18T02:00:00Z");
    private static final Author ADMIN = new Author(Role.CATALOG_ADMIN, "a1", null);
    private static final Author LEAD = new Author(Role.LEAD_DEPARTMENT, "l1", Complete.LEAD);
    private static final Author OTHER = new Author(Role.DEPARTMENT_OFFICER, "d1", Complete.OTHER);
    private static final DraftDecider.Context FINE = new DraftDecider.Context(NOW, Set.of(), List.of(), List.of(),
            Complete.content("XX-30").version(1, NOW));

    private static Draft fresh() {
        return Draft.of("XX-30-D1", Complete.content("XX-30"), Complete.annex(), ChangeReason.OPTIMISED, null, null);
    }

    private static Draft after(Draft draft, Author author, DraftCommand command) {
        return switch (DraftDecider.decide(draft, command, author, FINE)) {
            case Decision.Accepted<DraftEvent> accepted -> draft.apply(accepted.events().getFirst());
            case Decision.Repeated<DraftEvent> repeated -> throw new AssertionError(repeated);
            case Decision.Refused<DraftEvent>(var rejection) -> throw new AssertionError(rejection);
        };
    }

    private static Refusal refused(Draft draft, Author author, DraftCommand command, DraftDecider.Context context) {
        return switch (DraftDecider.decide(draft, command, author, context)) {
            case Decision.Refused<DraftEvent>(var rejection) -> rejection;
            case Decision.Accepted<DraftEvent> accepted -> throw new AssertionError(accepted);
            case Decision.Repeated<DraftEvent> repeated -> throw new AssertionError(repeated);
        };
    }

    static List<Checklist.Answer> yes(Checklist.Step step) {
        return Arrays.stream(Checklist.Question.values()).filter(q -> q.step() == step)
                .map(q -> new Checklist.Answer(q, true, null)).toList();
    }

    private static DraftCommand.RecordRun run(String scenario, boolean passed) {
        return new DraftCommand.RecordRun("410721-T-1", scenario, passed, "说明");
    }

    private static DraftCommand.GiveOpinion agreed() {
        return new DraftCommand.GiveOpinion(true, null);
    }

    /** One draft in every stage. */
    private static Map<DraftStage, Draft> everywhere() {
        Map<DraftStage, Draft> all = new EnumMap<>(DraftStage.class);
        Draft draft = fresh();
        all.put(DraftStage.DRAFT, draft);
        all.put(DraftStage.ABANDONED, after(draft, ADMIN, new DraftCommand.Abandon("不再需要")));
        draft = after(draft, LEAD, new DraftCommand.Submit());
        all.put(DraftStage.IN_REVIEW, draft);
        draft = after(draft, LEAD, new DraftCommand.ConfirmByLead(yes(Checklist.Step.LEAD)));
        all.put(DraftStage.LEAD_CONFIRMED, draft);
        draft = after(draft, ADMIN, new DraftCommand.ReviewByAdmin(yes(Checklist.Step.ADMIN)));
        all.put(DraftStage.ADMIN_REVIEWED, draft);
        draft = after(draft, ADMIN, new DraftCommand.BeginTesting());
        draft = after(draft, OTHER, run("全流程", true));
        draft = after(draft, OTHER, agreed());
        draft = after(draft, LEAD, agreed());
        all.put(DraftStage.TESTING, draft);
        draft = after(draft, ADMIN, new DraftCommand.BeginTrial(Complete.DOCUMENT, null));
        all.put(DraftStage.TRIAL, draft);
        all.put(DraftStage.LIVE, after(draft, ADMIN, new DraftCommand.GoLive()));
        return all;
    }

    private static DraftCommand command(DraftCommand.Move move, Draft draft) {
        return switch (move) {
            case EDIT -> new DraftCommand.Edit(draft.content(), draft.annex(), null, draft.revision());
            case SUBMIT -> new DraftCommand.Submit();
            case CONFIRM_BY_LEAD -> new DraftCommand.ConfirmByLead(yes(Checklist.Step.LEAD));
            case REVIEW_BY_ADMIN -> new DraftCommand.ReviewByAdmin(yes(Checklist.Step.ADMIN));
            case RETURN -> new DraftCommand.Return("改");
            case BEGIN_TESTING -> new DraftCommand.BeginTesting();
            case RECORD_RUN -> run("再试", true);
            case GIVE_OPINION -> agreed();
            case BEGIN_TRIAL -> new DraftCommand.BeginTrial(Complete.DOCUMENT, null);
            case GO_LIVE -> new DraftCommand.GoLive();
            case ABANDON -> new DraftCommand.Abandon("不再需要");
        };
    }

    /** Walks the whole table: every pair of stage and move either leads where it says, or is refused. */
    @ParameterizedTest
    @EnumSource(DraftStage.class)
    void shouldMoveAsTheTableSaysAndNotOtherwise(DraftStage stage) {
        Draft draft = everywhere().get(stage);
        assertThat(draft.stage()).isEqualTo(stage);
        for (DraftCommand.Move move : DraftCommand.Move.values()) {
            Author author = move == DraftCommand.Move.CONFIRM_BY_LEAD || move == DraftCommand.Move.GIVE_OPINION
                    ? LEAD
                    : ADMIN;
            Decision<DraftEvent> decision = DraftDecider.decide(draft, command(move, draft), author, FINE);
            DraftDecider.Lifecycle.TABLE.next(stage, move).ifPresentOrElse(
                    to -> assertThat(decision).as("%s %s", stage, move).isInstanceOfSatisfying(
                            Decision.Accepted.class,
                            a -> assertThat(draft.apply((DraftEvent) a.events().getFirst()).stage()).isEqualTo(to)),
                    () -> assertThat(decision).as("%s %s", stage, move).isInstanceOfSatisfying(
                            Decision.Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("WRONG_STAGE")));
        }
        assertThat(stage.ended()).isEqualTo(DraftDecider.Lifecycle.TABLE.triggers(stage).isEmpty());
    }

    @Test
    void shouldLetOnlyTheOwnerOfTheCataloguePublish() {
        everywhere().forEach((stage, draft) -> {
            for (DraftCommand.Move move : List.of(DraftCommand.Move.REVIEW_BY_ADMIN, DraftCommand.Move.BEGIN_TESTING,
                    DraftCommand.Move.BEGIN_TRIAL, DraftCommand.Move.GO_LIVE, DraftCommand.Move.ABANDON)) {
                for (Author author : List.of(LEAD, OTHER, new Author(Role.WINDOW_CLERK, "w1", null))) {
                    assertThat(refused(draft, author, command(move, draft), FINE).kind())
                            .isEqualTo(Refusal.Kind.FORBIDDEN);
                }
            }
        });
    }

    @Test
    void shouldLetOnlyItsOwnLeadConfirmAndNobodySpeakForADepartment() {
        Draft handedIn = everywhere().get(DraftStage.IN_REVIEW);
        DraftCommand confirm = command(DraftCommand.Move.CONFIRM_BY_LEAD, handedIn);
        for (Author author : List.of(ADMIN, OTHER, new Author(Role.LEAD_DEPARTMENT, "l2", Complete.OTHER),
                new Author(Role.LEAD_DEPARTMENT, "l3", null))) {
            assertThat(refused(handedIn, author, confirm, FINE).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        }
        Draft tested = everywhere().get(DraftStage.TESTING);
        for (Author author : List.of(ADMIN, new Author(Role.DEPARTMENT_OFFICER, "d2", "410721-gongan"),
                new Author(Role.DEPARTMENT_OFFICER, "d3", null))) {
            assertThat(refused(tested, author, agreed(), FINE).kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        }
    }

    @Test
    void shouldWantEveryQuestionOfTheChecklistAnsweredWithYes() {
        Draft handedIn = everywhere().get(DraftStage.IN_REVIEW);
        Refusal none = refused(handedIn, LEAD, new DraftCommand.ConfirmByLead(List.of()), FINE);
        assertThat(none.faults()).hasSize(4).extracting(Fault::code)
                .containsOnly("MISSING");
        List<Checklist.Answer> answers = new java.util.ArrayList<>(yes(Checklist.Step.LEAD));
        answers.set(0, new Checklist.Answer(Checklist.Question.ELEMENTS, false, "缺收费标准"));
        answers.set(1, new Checklist.Answer(Checklist.Question.LAW, true, null));
        assertThat(refused(handedIn, LEAD, new DraftCommand.ConfirmByLead(answers), FINE).faults())
                .extracting(Fault::code)
                .containsExactly("CHECKLIST_NO", "MALFORMED", "MISSING");
    }

    @Test
    void shouldNotTestWhatTheGateHolds() {
        Draft reviewed = everywhere().get(DraftStage.ADMIN_REVIEWED);
        Fault fault = Defect.ARTEFACT_MISSING.at("/annex/knowledge", "一个知识库：没有问答");
        Fault form = Defect.CYCLE.at("/items", "环");
        assertThat(refused(reviewed, ADMIN, new DraftCommand.BeginTesting(),
                new DraftDecider.Context(NOW, Set.of(), List.of(form), List.of(fault), null)).faults())
                .containsExactly(form, fault);
    }

    @Test
    void shouldWaitForEveryJointDepartmentAndAPassedTest() {
        Draft testing = after(everywhere().get(DraftStage.ADMIN_REVIEWED), ADMIN, new DraftCommand.BeginTesting());
        DraftCommand trial = new DraftCommand.BeginTrial(null, NOW.minusSeconds(1));
        assertThat(refused(testing, ADMIN, trial, FINE).faults()).extracting(Fault::code)
                .containsExactly(
                        "MISSING", "EFFECTIVE_TOO_EARLY", "NOT_CONFIRMED",
                        "NOT_CONFIRMED", "NOT_TESTED");
        Draft objected = after(after(testing, OTHER, new DraftCommand.GiveOpinion(false, "表单缺检验编号")), LEAD, agreed());
        Draft failed = after(after(objected, OTHER, run("全流程", true)), OTHER, run("全流程", false));
        DraftCommand documented = new DraftCommand.BeginTrial(Complete.DOCUMENT, null);
        assertThat(refused(failed, ADMIN, documented, FINE).faults()).extracting(Fault::code)
                .containsExactly("NOT_CONFIRMED", "NOT_TESTED");
        Draft mended = after(after(failed, OTHER, run("全流程", true)), OTHER, agreed());
        assertThat(after(mended, ADMIN, documented).stage()).isEqualTo(DraftStage.TRIAL);
    }

    @Test
    void shouldNotWaitForAGroupThatIsNoSingleOffice() {
        Draft testing = after(everywhere().get(DraftStage.ADMIN_REVIEWED), ADMIN, new DraftCommand.BeginTesting());
        Draft ready = after(after(testing, LEAD, agreed()), LEAD, run("全流程", true));
        DraftDecider.Context banks = new DraftDecider.Context(NOW, Set.of(Complete.OTHER), List.of(), List.of(),
                FINE.next());
        assertThat(DraftDecider.decide(ready, new DraftCommand.BeginTrial(Complete.DOCUMENT, null), ADMIN, banks))
                .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void shouldBeginAnewAfterAReturn() {
        Draft returned = after(everywhere().get(DraftStage.TESTING), LEAD, new DraftCommand.Return("表单要改"));
        assertThat(returned.leadAnswers()).isEmpty();
        assertThat(returned.opinions()).isEmpty();
        assertThat(returned.runs()).isEmpty();
        assertThat(returned.tested()).isNull();
        assertThat(returned.returned()).isEqualTo("表单要改");
        assertThat(refused(everywhere().get(DraftStage.TESTING), LEAD, new DraftCommand.Return(" "), FINE).faults())
                .extracting(Fault::pointer).containsExactly("/reason");
    }

    @Test
    void shouldNotLetAnEditOverwriteAnotherNorMoveTheDraftElsewhere() {
        Draft draft = fresh();
        Draft edited = after(draft, LEAD, command(DraftCommand.Move.EDIT, draft));
        assertThat(refused(edited, LEAD, command(DraftCommand.Move.EDIT, draft), FINE).code()).isEqualTo("STALE");
        DraftCommand elsewhere = new DraftCommand.Edit(Complete.content("XX-31"), Annex.NONE, null, edited.revision());
        assertThat(refused(edited, ADMIN, elsewhere, FINE).faults()).extracting(Fault::pointer)
                .containsExactly("/content/code");
    }

    @Test
    void shouldMoveAOneThingAsTheTableSays() {
        for (Standing.State state : Standing.State.values()) {
            for (Standing.Move move : Standing.Move.values()) {
                Decision<Standing.State> decision = Standing.decide(state,
                        new Standing.Order(move, ChangeReason.REPEALED, "依据废止", Complete.DOCUMENT));
                Standing.LIFECYCLE.next(state, move).ifPresentOrElse(
                        to -> assertThat(decision).isEqualTo(Decision.accepted(to)),
                        () -> assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class,
                                r -> assertThat(r.refusal().code()).isEqualTo("WRONG_STAGE")));
            }
        }
        assertThat(Standing.decide(Standing.State.OPEN, new Standing.Order(Standing.Move.RETIRE,
                ChangeReason.REPEALED, "依据废止", null)))
                .isInstanceOfSatisfying(Decision.Refused.class, d -> assertThat(d.refusal().faults())
                        .extracting(Fault::pointer).containsExactly("/document"));
        assertThat(Forms.read(JsonMapper.shared().readTree("{\"move\":\"RETIRE\"}"), Standing.Order.class))
                .isInstanceOfSatisfying(Form.Faulty.class, faulty -> assertThat(faulty.faults().toString())
                        .contains("/reason", "/detail"));
    }

    @Test
    void shouldCountARareCharacterOnce() {
        assertThat(after(fresh(), ADMIN, new DraftCommand.Abandon("𠮷".repeat(1_000))).stage())
                .isEqualTo(DraftStage.ABANDONED);
        assertThat(refused(fresh(), ADMIN, new DraftCommand.Abandon("𠮷".repeat(1_001)), FINE).faults())
                .extracting(Fault::code).containsExactly("OUT_OF_RANGE");
    }
}
