package org.lianban.standalone.departments;

import java.time.Duration;

/**
 * How a simulated department treats a task.
 *
 * @param acceptAfter from the task's arrival to acceptance, on the system's clock
 * @param decideAfter from the moment it may be decided to the decision, on the system's clock
 * @param copies how often each reply is sent, 1 to 10; more than once is what a shaky line does
 */
public record Behaviour(Verdict verdict, Duration acceptAfter, Duration decideAfter, int copies) {
    private static final int MAX_COPIES = 10;

    /** What it says in the end. */
    public enum Verdict {
        /** 准予, or 核验一致 for a data check. */
        APPROVE,
        /** 不予, or 核验不一致. */
        DENY,
        /** 不予受理; a data check reports a mismatch. */
        NOT_ACCEPT,
        /** Takes tasks and never answers. */
        SILENT
    }

    public Behaviour {
        if (copies < 1 || copies > MAX_COPIES) {
            throw new IllegalArgumentException("1 to " + MAX_COPIES + " copies, not " + copies);
        }
        if (acceptAfter.isNegative() || decideAfter.isNegative()) {
            throw new IllegalArgumentException("A department cannot answer before it was asked");
        }
    }

    /** 即办: accepts and approves on the spot. */
    public static Behaviour prompt() {
        return new Behaviour(Verdict.APPROVE, Duration.ZERO, Duration.ZERO, 1);
    }

    public static Behaviour slow(Duration acceptAfter, Duration decideAfter) {
        return new Behaviour(Verdict.APPROVE, acceptAfter, decideAfter, 1);
    }

    public static Behaviour denying() {
        return new Behaviour(Verdict.DENY, Duration.ZERO, Duration.ZERO, 1);
    }

    public static Behaviour notAccepting() {
        return new Behaviour(Verdict.NOT_ACCEPT, Duration.ZERO, Duration.ZERO, 1);
    }

    public static Behaviour silent() {
        return new Behaviour(Verdict.SILENT, Duration.ZERO, Duration.ZERO, 1);
    }

    public Behaviour repeating(int times) {
        return new Behaviour(verdict, acceptAfter, decideAfter, times);
    }
}
