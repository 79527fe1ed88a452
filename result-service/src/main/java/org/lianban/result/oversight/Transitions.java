package org.lianban.result.oversight;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A transition table: what is not in it is refused.
 *
 * @param <S> states
 * @param <T> triggers
 */
public record Transitions<S extends Enum<S>, T extends Enum<T>>(S initial, Set<S> ends, List<Row<S, T>> rows) {
    public record Row<S, T>(S from, T trigger, S to) {}

    public Transitions {
        rows = List.copyOf(rows);
        ends = Set.copyOf(ends);
        if (rows.stream().map(r -> r.from() + "/" + r.trigger()).distinct().count() != rows.size()) {
            throw new IllegalArgumentException("A trigger leads from a state to one state only");
        }
    }

    public Optional<S> next(S from, T trigger) {
        return rows.stream().filter(r -> r.from() == from && r.trigger() == trigger).map(Row::to).findFirst();
    }

    /** The state after, or the state itself where the table knows no such move: applying never fails. */
    public S after(S from, T trigger) {
        return next(from, trigger).orElse(from);
    }

    public boolean allows(S from, T trigger) {
        return next(from, trigger).isPresent();
    }

    /** A Mermaid state diagram of the table. */
    public String diagram() {
        return "stateDiagram-v2\n    [*] --> " + initial + "\n"
                + rows.stream().map(r -> "    " + r.from() + " --> " + r.to() + " : " + r.trigger() + "\n")
                        .collect(Collectors.joining())
                + ends.stream().sorted().map(end -> "    " + end + " --> [*]\n").collect(Collectors.joining());
    }
}
