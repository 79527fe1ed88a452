package org.lianban.result.oversight.handler;

import java.time.Instant;
import java.util.Optional;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.Speaker;
import org.lianban.result.oversight.Verdict;
import org.lianban.result.oversight.push.Push;
import org.lianban.result.oversight.push.PushCommand;
import org.lianban.result.oversight.push.PushEvent;
import org.lianban.result.oversight.push.State;
import org.lianban.time.WorkCalendar;

/** 审管衔接. */
final class PushDrawer extends Drawer<Push, PushCommand, PushEvent> {
    PushDrawer() {
        super(FileKind.PUSH, Push.class);
    }

    @Override
    Verdict<PushEvent> decide(Push push, PushCommand command, Speaker who, WorkCalendar calendar, Instant now) {
        return Push.decide(push, command, who, now);
    }

    @Override
    Push apply(Push push, PushEvent event) {
        return Push.apply(push, event);
    }

    @Override
    Instant at(PushEvent event) {
        return event.at();
    }

    /** Filed under who supervises: that is who asks for it. Red while a problem that was fed back stands. */
    @Override
    Columns columns(Push p) {
        return new Columns(p.head().id(), p.head().caseNo(), p.head().itemNo(), p.head().region(),
                p.head().regulator(), p.state().name(), p.state() != State.FED_BACK || p.problem(), p.problem(),
                p.head().department(), p.head().decidedAt());
    }

    @Override
    Optional<Instant> due(Push push, WorkCalendar calendar) {
        return Optional.empty();
    }
}
