package org.lianban.result.notices.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.event.ResultEvent;

/**
 * 出件规则 (新政文〔2024〕62号 附件3 五、送达). Every fault is told at once; what was done before is answered and not done
 * twice.
 */
public final class DeliveryDecider {
    private DeliveryDecider() {}

    public static Decision<ResultEvent> decide(String caseNo, Handout state, Command command, Instant now) {
        return switch (command) {
            case Command.Choose choose -> choose(caseNo, state, choose, now);
            case Command.Receive receive -> receive(caseNo, state, receive, now);
            case Command.Complete complete -> complete(caseNo, state, complete, now);
        };
    }

    private static Decision<ResultEvent> choose(String caseNo, Handout state, Command.Choose command, Instant now) {
        if (state.choice() == command.choice() && state.way() == command.way()) {
            return Decision.repeated();
        }
        if (!state.delivered().isEmpty()) {
            return Decision.refused(Refusal.conflict("DELIVERY_BEGUN", "已有结果送达，不能再变更领取方式"));
        }
        return Decision.accepted(new ResultEvent.DeliveryChosen(caseNo, command.choice(), command.way(), now));
    }

    private static Decision<ResultEvent> receive(String caseNo, Handout state, Command.Receive command, Instant now) {
        var faults = new ArrayList<Fault>();
        var events = new ArrayList<ResultEvent>();
        for (int i = 0; i < command.items().size(); i++) {
            var no = command.items().get(i);
            var pointer = "/items/" + i;
            var result = state.items().get(no);
            if (result == null) {
                faults.add(new Fault(pointer, "NOT_IN_CASE", "本件没有事项" + no));
            } else if (!result.yieldsResult()) {
                faults.add(new Fault(pointer, "NOT_APPROVED", "事项" + no + "没有可以领取的结果"));
            } else if (result.handout().receivedAt() == null && result.handout().delivered() == null) {
                events.add(new ResultEvent.ResultReceived(caseNo, no, command.window(), now));
            }
        }
        return faults.isEmpty() ? new Decision.Accepted<>(events) : Decision.refused(Refusal.unacceptable(faults));
    }

    private static Decision<ResultEvent> complete(String caseNo, Handout state, Command.Complete command, Instant now) {
        var items = command.items().isEmpty() ? state.deliverable() : command.items();
        var faults = new ArrayList<Fault>();
        if (items.isEmpty()) {
            faults.add(new Fault("/items", "NOTHING_TO_DELIVER", "没有待送达的结果"));
        }
        for (int i = 0; i < items.size(); i++) {
            item(state, items.get(i), "/items/" + i, command.way(), faults);
        }
        choice(state, items, command, faults);
        faults.addAll(Proofs.faults(command.way(), command.receiver(), command.proof()));
        return faults.isEmpty()
                ? Decision
                        .accepted(new ResultEvent.DeliveryCompleted(caseNo, items, command.way(),
                                Proofs.masked(command.receiver()), command.proof(), now))
                : Decision.refused(Refusal.unacceptable(faults));
    }

    private static void item(Handout state, String no, String pointer, ResultEvent.Way way, List<Fault> faults) {
        var result = state.items().get(no);
        if (result == null) {
            faults.add(new Fault(pointer, "NOT_IN_CASE", "本件没有事项" + no));
        } else if (!result.yieldsResult()) {
            faults.add(new Fault(pointer, "NOT_APPROVED", "事项" + no + "没有可以送达的结果"));
        } else if (result.handout().delivered() != null) {
            faults.add(new Fault(pointer, "ALREADY_DELIVERED", "事项" + no + "的结果已经送达"));
        } else if (result.handout().receivedAt() == null
                && (way != ResultEvent.Way.ELECTRONIC || result.course().filed() == null)) {
            faults.add(new Fault(pointer, "NOT_FILED", "事项" + no + "的结果尚未反馈到发证窗口"));
        }
    }

    private static void choice(Handout state, List<String> items, Command.Complete command, List<Fault> faults) {
        var wanted = state.way();
        if (wanted != null && command.way() != wanted) {
            faults.add(new Fault("/way", "WAY_VIOLATED", "申请人选择的领取方式是" + words(wanted)));
        }
        if (!state.together()) {
            return;
        }
        boolean open = state.items().values().stream().anyMatch(item -> item.end() == null);
        if (open || !items.containsAll(state.deliverable())) {
            faults.add(new Fault("/items", "CHOICE_VIOLATED", "申请人选择统一领取，应在全部办结后一次送达"));
        }
    }

    private static String words(ResultEvent.Way way) {
        return switch (way) {
            case WINDOW -> "窗口领取";
            case COURIER -> "寄递";
            case ELECTRONIC -> "电子送达";
        };
    }

    /** 出件命令. */
    public sealed interface Command {
        /** 选择领取方式. */
        record Choose(ResultEvent.Choice choice, ResultEvent.Way way) implements Command {}

        /** 结果到窗. @param items what has come; at least one */
        record Receive(List<String> items, String window) implements Command {
            public Receive {
                items = items.stream().distinct().sorted().toList();
            }
        }

        /**
         * 送达.
         *
         * @param items what is handed out; empty: everything that is there
         * @param receiver full name; only its masked form is kept
         * @param proof digest of the receiver's signature ({@code sm3:} or {@code sha256:}), or the courier's number
         */
        record Complete(List<String> items, ResultEvent.Way way, String receiver, String proof) implements Command {
            public Complete {
                items = items.stream().distinct().sorted().toList();
            }

            @Override
            public String toString() {
                return "Complete" + items;
            }
        }
    }
}
