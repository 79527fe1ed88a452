package org.lianban.intake.application;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.intake.application.Application.CorrectionNotified;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Receipt;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;

/** Applies what was decided. Total: an event that does not fit leaves the state as it is. */
public final class Applier {
    private Applier() {}

    public static Application apply(Application state, ApplicationEvent event) {
        if (event instanceof ApplicationEvent.Submitted(Dossier dossier)) {
            return new Submitted(dossier);
        }
        return state instanceof Filed filed ? later(filed, event) : state;
    }

    private static Application later(Filed state, ApplicationEvent event) {
        return switch (event) {
            case ApplicationEvent.Submitted(Dossier dossier) -> new Submitted(dossier);
            case ApplicationEvent.CorrectionNotified e -> new CorrectionNotified(state.dossier(), e.notice());
            case ApplicationEvent.Received e -> new Received(state.dossier(), e.receipt(), java.util.List.of());
            case ApplicationEvent.AllWithdrawn e ->
                new Withdrawn(state.dossier(), receipt(state), e.at(), e.reason());
            case ApplicationEvent.ItemsWithdrawn e when state instanceof Received received -> {
                TreeSet<String> withdrawn = new TreeSet<>(received.withdrawn());
                withdrawn.addAll(e.items());
                yield new Received(received.dossier(), received.receipt(), java.util.List.copyOf(withdrawn));
            }
            case ApplicationEvent.ItemsWithdrawn e -> state;
            case ApplicationEvent.Settled e -> new Settled(state.dossier(), receipt(state), e.outcome(), e.at());
        };
    }

    static @Nullable Receipt receipt(Filed state) {
        return switch (state) {
            case Submitted s -> null;
            case CorrectionNotified s -> null;
            case Received s -> s.receipt();
            case Withdrawn s -> s.receipt();
            case Settled s -> s.receipt();
        };
    }
}
