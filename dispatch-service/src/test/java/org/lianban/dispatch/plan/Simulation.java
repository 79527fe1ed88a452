package org.lianban.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.dispatch.plan.OneThings.NOW;
import static org.lianban.dispatch.plan.OneThings.aOneThing;
import static org.lianban.dispatch.plan.OneThings.received;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lianban.command.Decision;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DispatchEvent.Block;
import org.lianban.contracts.event.DispatchEvent.CancelReason;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.DispatchEvent.Release;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.contracts.event.JointActivity;
import org.lianban.dispatch.plan.PlanCommand.Arrange;
import org.lianban.dispatch.plan.PlanCommand.Arrangement;
import org.lianban.dispatch.plan.PlanCommand.CancelActivity;
import org.lianban.dispatch.plan.PlanCommand.Conclude;
import org.lianban.dispatch.plan.PlanCommand.Correct;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.ItemEnd;
import org.lianban.dispatch.plan.PlanCommand.Overdue;
import org.lianban.dispatch.plan.PlanCommand.Reassign;
import org.lianban.dispatch.plan.PlanCommand.Receive;
import org.lianban.dispatch.plan.PlanCommand.Supplement;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.dispatch.plan.PlanCommand.Withdraw;
import org.lianban.dispatch.plan.PlanMessage.FromDepartment;
import org.lianban.dispatch.plan.PlanMessage.FromIntake;
import org.lianban.dispatch.plan.PlanUnitOfWork.Folded;
import org.lianban.dispatch.store.PlanCodec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One case from one seed: a random graph, departments that are modelled apart from the code under test, an applicant
 * who withdraws, a lead who decides, a transport that repeats. Invariants are checked after every batch, and the plan
 * goes through its stored form between any two of them. To reproduce a failure run this seed alone.
 */
final class Simulation {
    private static final PlanCodec CODEC = new PlanCodec(JsonMapper.builder().build());
    private static final int MAX_STEPS = 2_000;

    /** What the adapter knows of one task; learnt from announcements only. */
    private static final class Task {
        boolean mayDecide;
        boolean blocked;
        final Set<String> supplied = new HashSet<>();
        CancelReason cancel;
        Outcome ended;
        long sequence;
        final Set<String> upstream = new HashSet<>();
    }

    private final Random random;
    private final TransitionRecorder recorder;
    private final OneThing oneThing;
    private final List<String> chosen;
    private PlanState state = new PlanState.Absent("c1");
    private PlanState replayed = new PlanState.Absent("c1");
    private long intakeSequence = 1;
    private boolean withdrawnWhole;
    /** 容缺: by material, the items that owe it; what was said of it is gone from here or from the second. */
    private final Map<String, List<String>> owed = new TreeMap<>();
    private final Map<String, List<String>> notOverdueYet = new TreeMap<>();
    private final Map<String, Set<String>> outstanding = new HashMap<>();
    private final Map<String, Set<String>> overdue = new HashMap<>();
    private final Map<String, Set<String>> concluding = new TreeMap<>();
    private boolean lifts;
    private final Deque<PlanMessage> intake = new ArrayDeque<>();
    private final Deque<PlanMessage> departments = new ArrayDeque<>();
    private final List<PlanMessage> past = new ArrayList<>();
    private final Deque<DispatchEvent> toAdapter = new ArrayDeque<>();
    private final Map<String, Task> tasks = new TreeMap<>();
    private final Map<String, Outcome> known = new HashMap<>();
    private final Map<String, Set<String>> waived = new HashMap<>();
    private long announced;
    private boolean over;

    Simulation(long seed, TransitionRecorder recorder) {
        this.random = new Random(seed);
        this.recorder = recorder;
        this.chosen = new ArrayList<>();
        this.oneThing = randomOneThing();
    }

    private OneThing randomOneThing() {
        int n = 1 + random.nextInt(18);
        int alternatives = n >= 4 && random.nextBoolean() ? 2 + random.nextInt(2) : 0;
        int taken = alternatives == 0 ? -1 : random.nextInt(alternatives);
        double density = random.nextDouble() * 0.6;
        OneThings things = aOneThing();
        for (int i = 0; i < n; i++) {
            List<String> hard = new ArrayList<>();
            List<String> soft = new ArrayList<>();
            for (int j = 0; j < i; j++) {
                if (random.nextDouble() < density) {
                    (random.nextInt(4) == 0 ? soft : hard).add(no(j));
                }
            }
            boolean alternative = i < alternatives;
            boolean optional = !alternative && random.nextInt(4) == 0;
            things.add(no(i), random.nextInt(5) == 0 ? ItemKind.VERIFY : ItemKind.LICENSE, alternative
                    ? new Group(Group.Type.EXACTLY_ONE, "q")
                    : optional ? new Group(Group.Type.OPTIONAL, "item-" + no(i)) : null,
                    hard, soft);
            if (alternative ? i == taken : !optional || random.nextBoolean()) {
                chosen.add(no(i));
            }
        }
        if (chosen.isEmpty()) {
            chosen.add(no(0));
        }
        return things.build();
    }

    private static String no(int index) {
        return String.format("%02d", index + 1);
    }

    void run() {
        lifts = random.nextBoolean();
        ReceiptFacts facts = commitments();
        intake.add(new FromIntake(++intakeSequence,
                new Receive(received("c1", oneThing, chosen, facts), oneThing)));
        for (int step = 0; step < MAX_STEPS && !finished(); step++) {
            step(step > MAX_STEPS / 2);
        }
        assertThat(finished()).as("everything ends").isTrue();
        CasePlan plan = (CasePlan) state;
        tasks.forEach((no, task) -> assertThat(plan.find(no).status()).isInstanceOfSatisfying(
                ItemStatus.Ended.class, ended -> assertThat(ended.outcome()).isEqualTo(task.ended)));
        assertThat(plan.items()).allSatisfy(item -> assertThat(((ItemStatus.Ended) item.status()).hasPayload())
                .as("no result is kept that nobody needs").isFalse());
    }

    /** A third of the cases owes something. */
    private ReceiptFacts commitments() {
        int materials = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
        List<Commitment> signed = new ArrayList<>();
        for (int i = 1; i <= materials; i++) {
            String code = "m0" + i;
            List<String> items = new ArrayList<>(chosen.stream().filter(no -> random.nextInt(2) == 0).toList());
            if (random.nextInt(4) == 0) {
                signed.add(OneThings.commitment(Commitment.Type.WAIVE, code, items.toArray(String[]::new)));
            } else if (!items.isEmpty()) {
                owed.put(code, items);
                notOverdueYet.put(code, items);
                items.forEach(no -> outstanding.computeIfAbsent(no, n -> new HashSet<>()).add(code));
                signed.add(OneThings.owing(code, items.toArray(String[]::new)));
            }
        }
        return OneThings.facts(signed.toArray(Commitment[]::new));
    }

    private boolean finished() {
        return over && intake.isEmpty() && departments.isEmpty() && toAdapter.isEmpty();
    }

    private void step(boolean hurry) {
        if (state instanceof CasePlan && !over && random.nextInt(4) == 0) {
            beside(hurry);
            return;
        }
        switch (random.nextInt(hurry ? 6 : 10)) {
            case 0, 1, 2 -> deliver();
            case 3 -> adapterReads();
            case 4 -> departmentActs();
            case 5 -> leadDecides();
            case 6, 7 -> departmentActs();
            case 8 -> reassign();
            default -> {
                if (random.nextInt(12) == 0) {
                    withdraw();
                }
            }
        }
    }

    /** What happens beside the graph: materials come or do not, the lead arranges, departments conclude. */
    private void beside(boolean hurry) {
        switch (random.nextInt(6)) {
            case 0, 1 -> pick(owed).ifPresent(code -> intake.add(new FromIntake(++intakeSequence,
                    new Supplement(Objects.requireNonNull(owed.remove(code)), OneThings.materials(code), lifts))));
            case 2 -> pick(notOverdueYet).filter(owed::containsKey).ifPresent(code -> intake.add(new FromIntake(
                    ++intakeSequence, new Overdue(code, Objects.requireNonNull(notOverdueYet.remove(code)), NOW))));
            case 3 -> intake.add(new FromIntake(++intakeSequence, new Correct(
                    List.of(chosen.get(random.nextInt(chosen.size()))), OneThings.materials("m99"), null)));
            case 4 -> arrange(hurry);
            default -> conclude();
        }
    }

    private Optional<String> pick(Map<String, ?> from) {
        return from.isEmpty()
                ? Optional.empty()
                : Optional.of(List.copyOf(from.keySet()).get(random.nextInt(from.size())));
    }

    private void arrange(boolean hurry) {
        List<String> items = chosen.stream().filter(no -> random.nextInt(2) == 0).toList();
        if (!hurry && random.nextInt(4) > 0) {
            command(new Arrange(new Arrangement(JointActivity.Kind.REVIEW, items, NOW.plusSeconds(60), "窗口", null),
                    random.nextInt(5) == 0 ? "410721-nobody" : OneThings.LEAD));
        } else {
            ((CasePlan) state).activities().stream().map(Joint::id).findFirst()
                    .ifPresent(id -> command(new CancelActivity(id, "取消", null)));
        }
    }

    private void conclude() {
        for (Map.Entry<String, Set<String>> open : concluding.entrySet()) {
            for (String no : List.copyOf(open.getValue())) {
                Task task = tasks.get(no);
                if (task != null && task.ended == null && random.nextInt(3) == 0) {
                    open.getValue().remove(no);
                    departments.add(new FromDepartment(++task.sequence, no, null, new Conclude(open.getKey(),
                            new Conclusion(no, "d", random.nextInt(5) > 0, List.of(), List.of("a", "b"), NOW))));
                }
            }
        }
    }

    /** A batch of both topics, each in its own order, now and then with something that was there before. */
    private void deliver() {
        int size = 1 + random.nextInt(6);
        List<PlanMessage> batch = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Deque<PlanMessage> topic = random.nextBoolean() ? intake : departments;
            PlanMessage next = topic.poll();
            if (next != null) {
                batch.add(next);
                past.add(next);
            }
            if (!past.isEmpty() && random.nextInt(8) == 0) {
                batch.add(past.get(random.nextInt(past.size())));
            }
        }
        PlanUnitOfWork fold = new PlanUnitOfWork(state, NOW);
        for (int i = 0; i < batch.size(); i++) {
            fold.hear(i, batch.get(i));
        }
        Folded folded = fold.finish();
        assertThat(folded.early()).as("the transport keeps order").isEmpty();
        settle(folded);
    }

    private void adapterReads() {
        DispatchEvent event = toAdapter.poll();
        switch (event) {
            case null -> {
            }
            case DispatchEvent.ItemsDispatched e -> e.tasks().forEach(t -> {
                tasks.put(t.itemNo(), new Task());
                tasks.get(t.itemNo()).mayDecide = t.hard().isEmpty() && t.owed().isEmpty();
            });
            case DispatchEvent.ItemsReleased e -> e.releases().forEach(r -> {
                Task task = tasks.get(r.itemNo());
                if (r.purpose() == SupplementPurpose.CORRECTION) {
                    assertThat(r.mayDecide()).as("a correction changes nothing").isEqualTo(task.mayDecide);
                } else {
                    task.blocked = false;
                    r.supplements().forEach(
                            m -> assertThat(task.supplied.add(m.code())).as("handed on once").isTrue());
                }
                task.mayDecide |= r.mayDecide();
            });
            case DispatchEvent.ItemsCancelled e -> e.items().forEach(no -> {
                Task task = tasks.get(no);
                if (task.ended == null && task.cancel == null) {
                    task.cancel = e.reason();
                    end(no, task, e.reason().outcome());
                }
            });
            case DispatchEvent.ItemsBlocked e -> e.blocks().forEach(b -> tasks.get(b.itemNo()).blocked = true);
            case DispatchEvent.MaterialsOverdue e -> e.overdue().forEach(o -> tasks.get(o.itemNo()).blocked = true);
            case DispatchEvent.JointActivityScheduled e -> concluding.put(e.activity().id(), new TreeSet<>(
                    e.activity().participants().stream().map(JointActivity.Participant::itemNo).toList()));
            case DispatchEvent.JointActivityConcluded e -> assertThat(concluding.remove(e.activityId())).isNotNull();
            case DispatchEvent.JointActivityCancelled e -> assertThat(concluding.remove(e.activityId())).isNotNull();
            case DispatchEvent.ItemReassigned e -> {
            }
        }
    }

    private void departmentActs() {
        List<String> open = tasks.entrySet().stream().filter(t -> t.getValue().ended == null).map(Map.Entry::getKey)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        String no = open.get(random.nextInt(open.size()));
        Task task = tasks.get(no);
        if (random.nextInt(3) == 0) {
            departments.add(new FromDepartment(++task.sequence, no, null));
        } else if (task.mayDecide) {
            assertThat(task.blocked).as("nobody decides what is blocked").isFalse();
            end(no, task, List.of(Outcome.APPROVED, Outcome.APPROVED, Outcome.MATCHED, Outcome.APPROVED, Outcome.DENIED,
                    Outcome.MISMATCHED).get(random.nextInt(6)));
        } else if (random.nextInt(10) == 0) {
            end(no, task, Outcome.NOT_ACCEPTED);
        }
    }

    private void end(String no, Task task, Outcome outcome) {
        task.ended = outcome;
        departments.add(new FromDepartment(++task.sequence, no, new ItemEnd(no, outcome, "决-" + no,
                JsonNodeFactory.instance.objectNode().put("of", no), NOW)));
    }

    private void withdraw() {
        if (withdrawnWhole || over || !(state instanceof CasePlan)) {
            return;
        }
        List<String> some = chosen.stream().filter(no -> random.nextInt(3) == 0).toList();
        withdrawnWhole = some.isEmpty();
        intake.add(new FromIntake(++intakeSequence, new Withdraw(some)));
    }

    private void leadDecides() {
        if (state instanceof CasePlan plan && plan.anyBlocked()) {
            List<PlannedItem> blocked = plan.items().stream()
                    .filter(i -> i.status() instanceof ItemStatus.Blocked).toList();
            PlannedItem item = blocked.get(random.nextInt(blocked.size()));
            Verdict verdict = random.nextBoolean() ? Verdict.TERMINATE : Verdict.CONTINUE;
            if (verdict == Verdict.CONTINUE) {
                overdue.remove(item.no());
                waived.computeIfAbsent(item.no(), n -> new HashSet<>())
                        .addAll(((ItemStatus.Blocked) item.status()).failed());
            }
            DecideBlocked decision = new DecideBlocked(item.no(), verdict, OneThings.LEAD);
            command(decision);
            PlanUnitOfWork again = new PlanUnitOfWork(state, NOW);
            assertThat(again.command(0, decision)).as("the same decision again").isInstanceOf(Decision.Repeated.class);
            assertThat(again.finish().changed()).isFalse();
        }
    }

    private void reassign() {
        if (state instanceof CasePlan plan) {
            String no = chosen.get(random.nextInt(chosen.size()));
            command(new Reassign(no, "410721-office" + random.nextInt(3), "改派", null));
        }
    }

    private void command(PlanCommand command) {
        PlanUnitOfWork fold = new PlanUnitOfWork(state, NOW);
        fold.command(0, command);
        settle(fold.finish());
    }

    /** Checks what a batch did, then stores and reads the plan as a restart would. */
    private void settle(Folded folded) {
        boolean wasOver = over;
        PlanState before = state;
        for (PlanEvent event : folded.events()) {
            replayed = recorder.apply(replayed, event);
            check(before, event);
        }
        for (PlanUnitOfWork.Announced one : folded.announced()) {
            assertThat(one.sequence()).as("no gap").isEqualTo(++announced);
            assertThat(wasOver).as("silence after the end").isFalse();
            toAdapter.add(one.event());
        }
        state = folded.state();
        if (state instanceof CasePlan plan) {
            assertThat(withoutHeard((CasePlan) replayed)).as("replay gives the same plan")
                    .isEqualTo(withoutHeard(plan));
            check(plan);
            over = plan.allEnded();
            state = CODEC.read("c1", CODEC.write(plan));
            assertThat(state).as("the stored form is the plan").isEqualTo(plan);
        }
    }

    private void check(PlanState before, PlanEvent event) {
        switch (event) {
            case PlanEvent.Dispatched e -> assertThat(e.announcement().tasks()).extracting(DispatchEvent.Task::itemNo)
                    .containsExactlyElementsOf(new TreeSet<>(chosen));
            case PlanEvent.Ended e -> assertThat(known.put(e.end().itemNo(), e.end().outcome())).as("one end").isNull();
            case PlanEvent.Released e -> e.announcement().releases().forEach(this::check);
            case PlanEvent.Continued e -> e.announcement().releases().forEach(this::check);
            case PlanEvent.Supplemented e -> e.announcement().releases().forEach(r -> {
                come(r.itemNo(), r.supplements());
                check(r);
            });
            case PlanEvent.SupplementWithheld e -> come(e.itemNo(), e.materials());
            case PlanEvent.Corrected e -> assertThat(e.announcement().releases()).isNotEmpty();
            case PlanEvent.BecameOverdue e -> e.announcement().overdue().forEach(o -> {
                assertThat(outstanding.get(o.itemNo())).as("only what is owed").contains(o.material());
                overdue.computeIfAbsent(o.itemNo(), n -> new HashSet<>()).add(o.material());
            });
            case PlanEvent.ActivityScheduled e -> assertThat(e.announcement().activity().participants())
                    .noneMatch(p -> known.containsKey(p.itemNo()));
            case PlanEvent.ConclusionGiven e -> {
                // Told when all have spoken.
            }
            case PlanEvent.ActivityConcluded e -> assertThat(e.announcement().conclusions()).isNotEmpty();
            case PlanEvent.ActivityCancelled e -> {
                // By the lead, or because everybody ended.
            }
            case PlanEvent.Blocked e -> assertThat(e.announcement().blocks()).extracting(Block::outcome)
                    .noneMatch(Outcome::satisfiesDependents);
            case PlanEvent.Cancelled e -> {
                if (e.announcement().reason() == CancelReason.WITHDRAWN) {
                    assertThat(e.announcement().epoch()).isGreaterThan(((CasePlan) before).epoch());
                }
            }
            case PlanEvent.Forestalled e -> throw new AssertionError("It was received first");
            case PlanEvent.Reassigned e -> assertThat(known).doesNotContainKey(e.announcement().itemNo());
        }
    }

    private void come(String no, List<MaterialRef> materials) {
        materials.forEach(m -> {
            outstanding.getOrDefault(no, new HashSet<>()).remove(m.code());
            overdue.getOrDefault(no, new HashSet<>()).remove(m.code());
        });
    }

    private void check(Release release) {
        PlannedItem item = ((CasePlan) replayed).find(release.itemNo());
        boolean satisfied = item.hard().stream().allMatch(h -> known.containsKey(h)
                && (known.get(h).satisfiesDependents() || waived.getOrDefault(item.no(), Set.of()).contains(h)));
        assertThat(release.mayDecide()).as("%s may decide", release)
                .isEqualTo(satisfied && outstanding.getOrDefault(item.no(), Set.of()).isEmpty());
        for (UpstreamResult result : release.upstream()) {
            assertThat(result.result()).as("the result travels").isNotNull();
            assertThat(result.outcome()).isEqualTo(known.get(result.itemNo()));
            assertThat(upstreamOf(item.no()).add(result.itemNo())).as("handed on once").isTrue();
        }
    }

    private final Map<String, Set<String>> handedOn = new HashMap<>();

    private Set<String> upstreamOf(String no) {
        return handedOn.computeIfAbsent(no, n -> new HashSet<>());
    }

    /** Everything that has not ended has an explicit reason, and nothing that could move has been left lying. */
    private void check(CasePlan plan) {
        for (PlannedItem item : plan.items()) {
            Set<String> failed = new HashSet<>();
            Set<String> open = new HashSet<>();
            for (String h : item.hard()) {
                if (!known.containsKey(h)) {
                    open.add(h);
                } else if (!known.get(h).satisfiesDependents() && !item.waived().contains(h)) {
                    failed.add(h);
                }
            }
            switch (item.status()) {
                case ItemStatus.Ready ready -> {
                    assertThat(open.size() + failed.size()).isZero();
                    assertThat(outstanding.getOrDefault(item.no(), Set.of())).isEmpty();
                }
                case ItemStatus.Waiting waiting -> {
                    assertThat(failed).isEmpty();
                    assertThat(overdue.getOrDefault(item.no(), Set.of())).isEmpty();
                    assertThat(waiting.owed()).isEqualTo(outstanding.getOrDefault(item.no(), Set.of()));
                    assertThat(waiting.on()).isEqualTo(open);
                }
                case ItemStatus.Blocked blocked -> {
                    assertThat(blocked.failed()).isEqualTo(failed);
                    assertThat(blocked.on()).isEqualTo(open);
                    assertThat(blocked.materials().overdue().keySet())
                            .isEqualTo(overdue.getOrDefault(item.no(), Set.of()));
                    assertThat(blocked.owes()).isEqualTo(outstanding.getOrDefault(item.no(), Set.of()));
                    assertThat(lifts && failed.isEmpty() && blocked.materials().overdue().isEmpty())
                            .as("a supplement lifts what only it held up").isFalse();
                }
                case ItemStatus.Cancelling cancelling -> assertThat(known).doesNotContainKey(item.no());
                case ItemStatus.Ended ended -> assertThat(ended.outcome()).isEqualTo(known.get(item.no()));
            }
            if (item.status() instanceof ItemStatus.Ready || item.status() instanceof ItemStatus.Waiting) {
                Set<String> there = new HashSet<>(item.hard());
                there.addAll(item.soft());
                there.removeIf(u -> !known.containsKey(u) || !known.get(u).satisfiesDependents());
                assertThat(upstreamOf(item.no())).as("handed on at once").containsAll(there);
            }
        }
        plan.items().stream()
                .filter(i -> i.status() instanceof ItemStatus.Ended ended && ended.hasPayload())
                .forEach(i -> assertThat(plan.items()).as("a result is kept only for who is blocked")
                        .anyMatch(d -> d.status() instanceof ItemStatus.Blocked blocked
                                && (blocked.failed().contains(i.no()) || blocked.withheld().contains(i.no()))));
        plan.activities().stream().filter(Joint::open).forEach(joint -> assertThat(joint.items())
                .as("somebody is still awaited").anyMatch(no -> !joint.concludedBy(no) && !known.containsKey(no)));
        if (withdrawnWhole && intake.isEmpty()) {
            assertThat(plan.items()).as("a withdrawn case has nothing open").noneMatch(PlannedItem::isOpen);
        }
    }

    private static CasePlan withoutHeard(CasePlan plan) {
        CasePlan silent = plan.heard(0);
        for (PlannedItem item : plan.items()) {
            silent = silent.heard(item.no(), 0);
        }
        return silent;
    }
}
