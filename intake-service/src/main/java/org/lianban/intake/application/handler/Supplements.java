package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.Channel;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Wish;
import org.lianban.intake.application.query.Deadlines;
import org.lianban.intake.checking.Code;
import org.lianban.intake.checking.Faults;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.checking.SupplementPolicy;
import org.lianban.intake.checking.SupplementPolicy.Asked;
import org.lianban.intake.checking.World;
import org.lianban.intake.checking.handler.Examiner;
import org.lianban.intake.materials.StoredMaterial;

/** Reads what is brought after the receipt against what is owed or was asked for. */
public final class Supplements {
    /** @param atWindow paper is taken only there */
    record Bringing(boolean atWindow, Instant now) {}

    /** What was read. */
    sealed interface Read {
        /** Nothing is owed or asked: the life cycle says so. */
        record Nothing() implements Read {}

        record Wrong(Faults faults) implements Read {}

        record Fine(SupplementPolicy.Taken taken) implements Read {}
    }

    private Supplements() {}

    static Read read(Received received, Order.Supplement order, Examiner examiner, Map<String, StoredMaterial> files,
            Bringing bringing) {
        Optional<Asked> asked = switch (order.purpose()) {
            case TOLERANCE -> owed(received);
            case CORRECTION -> received.held().wishes().stream().filter(Wish::open)
                    .filter(w -> w.item().equals(order.item())).findFirst()
                    .map(w -> new Asked(w.materials(), w.fields(), true));
        };
        Optional<OneThing> oneThing = examiner.version(received.dossier());
        if (asked.isEmpty()) {
            return new Read.Nothing();
        }
        Faults faults = new Faults();
        if (oneThing.isEmpty()) {
            faults.add("", Code.UNKNOWN, "申请所依据的“一件事”版本尚未到达，请稍后再试");
            return new Read.Wrong(faults);
        }
        Filing brought = FilingReader.read(order.content(), bringing.atWindow() ? Channel.WINDOW : Channel.ONLINE,
                faults);
        SupplementPolicy.Taken taken = SupplementPolicy.check(brought, oneThing.get(), received.dossier().pack(),
                asked.get(), new World(files, Deadlines.dayOf(bringing.now()), bringing.now(), Gathered.NOTHING, null),
                faults);
        return faults.none() ? new Read.Fine(taken) : new Read.Wrong(faults);
    }

    private static Optional<Asked> owed(Received received) {
        List<String> owed = received.held().debts().stream().filter(d -> d.state().open())
                .map(d -> d.commitment().material()).toList();
        return owed.isEmpty() ? Optional.empty() : Optional.of(Asked.owed(owed));
    }
}
