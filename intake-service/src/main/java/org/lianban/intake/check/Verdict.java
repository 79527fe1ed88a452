package org.lianban.intake.check;

import java.util.List;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.kit.Fault;

/** What the check of an application came to. */
public sealed interface Verdict {

    /** @param items chosen item numbers, ascending, never empty */
    record Acceptable(OneThing oneThing, Channel channel, List<String> items, CasePack pack) implements Verdict {}

    /** @param faults every one, never empty */
    record Faulty(List<Fault> faults) implements Verdict {}
}
