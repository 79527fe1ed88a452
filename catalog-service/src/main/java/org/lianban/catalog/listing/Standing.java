package org.lianban.catalog.listing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Move;
import org.lianban.catalog.listing.publication.FaultCode;
import org.lianban.command.Fault;

/** 暂停、恢复、废止 of a one-thing that is on the list. */
public final class Standing {
    private static final int LONGEST = 1_000;

    private Standing() {}

    /** Where a one-thing stands as a whole. */
    public enum State {
        /** On trial or live. */
        OPEN,
        /** 暂停: no applications; running cases go on under their version. */
        SUSPENDED,
        /** 废止: no applications any more, for ever. */
        RETIRED
    }

    public enum Move {
        SUSPEND, RESUME, RETIRE
    }

    public record Transition(State from, Move move, State to) {}

    public static final List<Transition> ALL = List.of(new Transition(State.OPEN, Move.SUSPEND, State.SUSPENDED),
            new Transition(State.SUSPENDED, Move.RESUME, State.OPEN),
            new Transition(State.OPEN, Move.RETIRE, State.RETIRED),
            new Transition(State.SUSPENDED, Move.RETIRE, State.RETIRED));

    /**
     * @param reason 立改废释、机构调整, 优化 or an outage
     * @param detail for the public
     */
    public record Order(@Nullable Move move, @Nullable ChangeReason reason, @Nullable String detail,
            @Nullable Document document) {}

    /** One line of the record of every stage a one-thing went through. */
    public record Logged(@Nullable Integer version, String stage, @Nullable String reason, @Nullable String detail,
            @Nullable Document document, Instant at, String by) {}

    public sealed interface Decision {
        record Moved(State to) implements Decision {}

        record Refused(Refusal refusal) implements Decision {}
    }

    public static Decision decide(State state, Order order) {
        List<Fault> faults = faults(order);
        if (!faults.isEmpty()) {
            return new Decision.Refused(Refusal.unacceptable(faults));
        }
        Optional<State> to = ALL.stream().filter(t -> t.from() == state && t.move() == order.move())
                .map(Transition::to).findFirst();
        return to.isPresent()
                ? new Decision.Moved(to.get())
                : new Decision.Refused(
                        Refusal.conflict("WRONG_STAGE", "一件事处于%s，不能%s".formatted(state, order.move())));
    }

    private static List<Fault> faults(Order order) {
        List<Fault> faults = new ArrayList<>();
        if (order.move() == null) {
            faults.add(FaultCode.MISSING.at("/move", "缺少操作"));
        }
        if (order.reason() == null) {
            faults.add(FaultCode.MISSING.at("/reason", "缺少调整原因"));
        }
        if (order.detail() == null || order.detail().isBlank() || order.detail().length() > LONGEST) {
            faults.add(FaultCode.MISSING.at("/detail", "缺少说明，或说明超过%d字".formatted(LONGEST)));
        }
        Document document = order.document();
        boolean undocumented = document == null || document.number() == null || document.number().isBlank()
                || document.date() == null;
        if (order.move() == Move.RETIRE && undocumented) {
            faults.add(FaultCode.MISSING.at("/document", "废止应有文号和日期"));
        }
        return faults;
    }
}
