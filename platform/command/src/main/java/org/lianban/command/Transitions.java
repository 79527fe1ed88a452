package org.lianban.command;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * 状态迁移表: the life cycle of something, once, as data. What is not in it is refused.
 *
 * @param <S> states
 * @param <T> triggers
 */
public final class Transitions<S extends Enum<S>, T extends Enum<T>> {
    public record Row<S, T>(S from, T trigger, S to) {}

    private final Set<S> initial;
    private final Set<S> ends;
    private final List<Row<S, T>> rows;
    private final Map<S, Map<T, Set<S>>> targets = new HashMap<>();

    /** A trigger leads from a state to one state only. */
    public Transitions(S initial, Set<S> ends, List<Row<S, T>> rows) {
        this(Set.of(initial), ends, rows);
        targets.forEach((from, triggers) -> triggers.forEach((trigger, to) -> {
            if (to.size() > 1) {
                throw new IllegalArgumentException(
                        trigger + " leads from " + from + " to " + to + ", not to one state");
            }
        }));
    }

    private Transitions(Set<S> initial, Set<S> ends, List<Row<S, T>> rows) {
        this.initial = Set.copyOf(initial);
        this.ends = Set.copyOf(ends);
        this.rows = List.copyOf(rows);
        if (Set.copyOf(rows).size() != rows.size()) {
            throw new IllegalArgumentException("A row stands twice");
        }
        rows.forEach(row -> targets.computeIfAbsent(row.from(), from -> new HashMap<>())
                .computeIfAbsent(row.trigger(), trigger -> new LinkedHashSet<>()).add(row.to()));
    }

    /** Where it depends on more than the state and the trigger where one leads: {@link #check} what was chosen. */
    public static <S extends Enum<S>, T extends Enum<T>> Transitions<S, T> branching(Set<S> initial, Set<S> ends,
            List<Row<S, T>> rows) {
        return new Transitions<>(initial, ends, rows);
    }

    public Set<S> initial() {
        return initial;
    }

    public Set<S> ends() {
        return ends;
    }

    public List<Row<S, T>> rows() {
        return rows;
    }

    /** Where the trigger leads, in the order of the rows; empty where it is impossible. */
    public Set<S> targets(S from, T trigger) {
        return targets.getOrDefault(from, Map.of()).getOrDefault(trigger, Set.of());
    }

    /** Where the trigger leads first. */
    public Optional<S> next(S from, T trigger) {
        return targets(from, trigger).stream().findFirst();
    }

    /** The state after, or the state itself where the table knows no such move: applying never fails. */
    public S after(S from, T trigger) {
        return next(from, trigger).orElse(from);
    }

    public boolean allows(S from, T trigger) {
        return !targets(from, trigger).isEmpty();
    }

    public boolean allows(S from, T trigger, S to) {
        return targets(from, trigger).contains(to);
    }

    /**
     * @param what whose move it is
     * @throws IllegalStateException for a move that the table does not know: a bug, never the world's doing
     */
    public void check(String what, S from, T trigger, S to) {
        if (!allows(from, trigger, to)) {
            throw new IllegalStateException(what + " cannot go from " + from + " to " + to + " on " + trigger);
        }
    }

    /** The states in which something can happen, in the order of the rows: for the sentence or statement that needs them. */
    public Set<S> sources(T trigger) {
        return rows.stream().filter(row -> row.trigger() == trigger).map(Row::from)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What can happen in a state, in the order of its names. */
    public Set<T> triggers(S from) {
        Set<T> known = targets.getOrDefault(from, Map.of()).keySet();
        return known.isEmpty() ? Set.of() : EnumSet.copyOf(known);
    }

    /** The table as a Mermaid state diagram. */
    public String diagram() {
        return "stateDiagram-v2\n"
                + new TreeSet<>(initial).stream().map(s -> "    [*] --> " + s + "\n").collect(Collectors.joining())
                + rows.stream().map(r -> "    " + r.from() + " --> " + r.to() + " : " + r.trigger() + "\n")
                        .collect(Collectors.joining())
                + new TreeSet<>(ends).stream().map(s -> "    " + s + " --> [*]\n").collect(Collectors.joining());
    }
}
