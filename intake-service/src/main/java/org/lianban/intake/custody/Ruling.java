package org.lianban.intake.custody;

import java.util.List;
import org.lianban.command.Fault;
import org.lianban.intake.application.Rejection;

/** What became of a command on originals. */
public sealed interface Ruling {
    record Done(Act act) implements Ruling {}

    record Refused(Rejection rejection) implements Ruling {}

    /** @param faults every one, never empty */
    record Faulty(List<Fault> faults) implements Ruling {}
}
