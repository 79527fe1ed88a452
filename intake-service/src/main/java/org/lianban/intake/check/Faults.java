package org.lianban.intake.check;

import java.util.ArrayList;
import java.util.List;
import org.lianban.kit.Fault;

/** Gathers what is wrong, all of it, up to a limit that no honest application reaches. */
public final class Faults {
    static final int LIMIT = 200;

    private final List<Fault> found = new ArrayList<>();

    public void add(String pointer, Code code, String message) {
        if (found.size() < LIMIT) {
            found.add(new Fault(pointer, code.name(), message));
        }
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
