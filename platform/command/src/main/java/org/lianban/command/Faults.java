package org.lianban.command;

import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong, all of it, up to a limit that nothing honest reaches. */
public final class Faults {
    private static final int LIMIT = 200;
    private static final int LONGEST_STEP = 100;

    private final List<Fault> found = new ArrayList<>();

    public void add(Fault fault) {
        if (found.size() < LIMIT) {
            found.add(fault);
        }
    }

    public void add(String pointer, FaultCode code, Object... values) {
        add(code.at(pointer, values));
    }

    public void addAll(Iterable<Fault> faults) {
        faults.forEach(this::add);
    }

    public boolean none() {
        return found.isEmpty();
    }

    public int count() {
        return found.size();
    }

    /** Whether this place, or what holds it, is known to be faulty already. */
    public boolean at(String pointer) {
        return found.stream()
                .anyMatch(f -> pointer.equals(f.pointer()) || pointer.startsWith(f.pointer() + "/")
                        && f.code().equals(FaultCode.WRONG_TYPE.name()));
    }

    public List<Fault> list() {
        return List.copyOf(found);
    }

    /** One step of a JSON pointer (RFC 6901); what cannot be written down is told by its number. */
    public static String step(String name) {
        StringBuilder step = new StringBuilder(name.length() + 1).append('/');
        name.codePoints().limit(LONGEST_STEP).forEach(c -> {
            switch (c) {
                case '~' -> step.append("~0");
                case '/' -> step.append("~1");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE
                            || Character.getType(c) == Character.FORMAT) {
                        step.append("U+%04X".formatted(c));
                    } else {
                        step.appendCodePoint(c);
                    }
                }
            }
        });
        return step.toString();
    }
}
