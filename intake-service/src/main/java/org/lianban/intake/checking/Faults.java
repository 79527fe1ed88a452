package org.lianban.intake.checking;

import java.util.ArrayList;
import java.util.List;
import org.lianban.command.Fault;

/** Gathers what is wrong, all of it, up to a limit that no honest application reaches. */
public final class Faults {
    static final int LIMIT = 200;

    private final List<Fault> found = new ArrayList<>();

    /** What could not be read is not missing as well. */
    public void add(String pointer, Code code, String message) {
        if (code != Code.MISSING || found.stream().noneMatch(f -> unreadable(f, pointer))) {
            add(new Fault(pointer, code.name(), message));
        }
    }

    private static boolean unreadable(Fault fault, String pointer) {
        return fault.code().equals(Code.WRONG_TYPE.name())
                && (fault.pointer().equals(pointer) || pointer.startsWith(fault.pointer() + "/"));
    }

    public void add(Fault fault) {
        if (found.size() < LIMIT) {
            found.add(fault);
        }
    }

    public boolean none() {
        return found.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(found);
    }

    /** One step of a JSON pointer (RFC 6901). */
    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
