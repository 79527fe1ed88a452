package org.lianban.intake.checking;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.IntakeEvent.FormShare;

/** What the check of an application came to. */
public sealed interface Verdict {

    /** @param items chosen item numbers, ascending, never empty */
    record Acceptable(OneThing oneThing, Channel channel, List<String> items, CasePack pack,
            Extras extras) implements Verdict {

        /** With the share of the form that was counted before, unless it is counted anew. */
        public Acceptable keeping(@Nullable FormShare before) {
            return before == null || extras.form() != null
                    ? this
                    : new Acceptable(oneThing, channel, items, pack, new Extras(extras.test(), extras.priority(),
                            extras.addressee(), extras.promises(), extras.exemptions(), before, extras.consents(),
                            extras.keep()));
        }
    }

    /** @param faults every one, never empty */
    record Faulty(List<Fault> faults) implements Verdict {}
}
