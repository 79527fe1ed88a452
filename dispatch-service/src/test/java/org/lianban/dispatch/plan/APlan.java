package org.lianban.dispatch.plan;

import static org.lianban.dispatch.plan.OneThings.NOW;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lianban.command.Refusal;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DispatchEvent.Conclusion;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.ItemEnd;
import org.lianban.dispatch.plan.PlanCommand.Receive;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.dispatch.plan.PlanCommand.Withdraw;
import org.lianban.dispatch.plan.PlanUnitOfWork.Folded;
import tools.jackson.databind.node.JsonNodeFactory;

/** A dispatched case that a test moves on: {@code aCaseOf(chain).ends("01", APPROVED)}. */
public final class APlan {
    private PlanState state;
    private long intake = 1;
    private final Map<String, Long> sequences = new HashMap<>();
    private List<DispatchEvent> last = List.of();
    private List<Refusal> rejections = List.of();

    private APlan(PlanState state) {
        this.state = state;
    }

    /** 容缺: every item of the one-thing, with commitments. */
    public static APlan aCaseOf(OneThing oneThing, ReceiptFacts facts) {
        APlan plan = new APlan(new PlanState.Absent("c1"));
        List<String> all = oneThing.items().stream().map(OneThing.Item::no).toList();
        return plan.settle(plan.fold(new PlanMessage.FromIntake(++plan.intake,
                new Receive(OneThings.received("c1", oneThing, all, facts), oneThing))));
    }

    public static APlan aCaseOf(OneThing oneThing, String... items) {
        APlan plan = new APlan(new PlanState.Absent("c1"));
        List<String> chosen = items.length == 0
                ? oneThing.items().stream().map(OneThing.Item::no).toList()
                : List.of(items);
        plan.settle(plan.fold(new PlanMessage.FromIntake(++plan.intake,
                new Receive(OneThings.received("c1", oneThing, chosen), oneThing))));
        return plan;
    }

    public APlan ends(Object... noAndOutcome) {
        List<PlanMessage> heard = new ArrayList<>();
        for (int i = 0; i < noAndOutcome.length; i += 2) {
            heard.add(end((String) noAndOutcome[i], (Outcome) noAndOutcome[i + 1]));
        }
        return settle(fold(heard.toArray(PlanMessage[]::new)));
    }

    public PlanMessage.FromDepartment end(String no, Outcome outcome) {
        return new PlanMessage.FromDepartment(sequences.merge(no, 1L, Long::sum), no,
                new ItemEnd(no, outcome, "决-" + no, JsonNodeFactory.instance.objectNode().put("of", no), NOW));
    }

    public APlan withdrawn(String... items) {
        return settle(fold(new PlanMessage.FromIntake(++intake, new Withdraw(List.of(items)))));
    }

    /** What intake says besides a withdrawal. */
    public APlan told(PlanCommand command) {
        return settle(fold(new PlanMessage.FromIntake(++intake, command)));
    }

    public APlan supplied(String material, String... items) {
        return told(new PlanCommand.Supplement(List.of(items), OneThings.materials(material), true));
    }

    public APlan overdue(String material, String... items) {
        return told(new PlanCommand.Overdue(material, List.of(items), NOW));
    }

    /** 联合活动: what the department of this item concluded. */
    public APlan concludes(String activity, String no, boolean passed) {
        return settle(fold(new PlanMessage.FromDepartment(sequences.merge(no, 1L, Long::sum), no, null,
                new PlanCommand.Conclude(activity, new Conclusion(no, "410721-office" + no, passed,
                        passed ? List.of() : List.of("通道堵塞"), List.of("a1", "a2"), NOW)))));
    }

    public APlan decided(String no, Verdict verdict) {
        return commanded(new DecideBlocked(no, verdict, null));
    }

    public APlan commanded(PlanCommand command) {
        PlanUnitOfWork fold = new PlanUnitOfWork(state, NOW);
        fold.command(0, command);
        return settle(fold.finish());
    }

    Folded fold(PlanMessage... heard) {
        PlanUnitOfWork fold = new PlanUnitOfWork(state, NOW);
        for (int i = 0; i < heard.length; i++) {
            fold.hear(i, heard[i]);
        }
        return fold.finish();
    }

    private APlan settle(Folded folded) {
        state = folded.state();
        last = folded.announced().stream().map(PlanUnitOfWork.Announced::event).toList();
        rejections = folded.refusals();
        return this;
    }

    public CasePlan plan() {
        return (CasePlan) state;
    }

    List<DispatchEvent> announced() {
        return last;
    }

    List<PlanRefusal> rejections() {
        return rejections.stream().map(r -> PlanRefusal.valueOf(r.code())).toList();
    }

    /** Every item's stage in one line: {@code 01 ENDED, 02 READY}. */
    String stages() {
        return String.join(", ", plan().items().stream()
                .map(i -> i.no() + " " + i.status().stage()).toList());
    }
}
