package org.lianban.intake.application;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.intake.application.Application.Received;

/** Applies what was decided. Total: an event that does not fit leaves the state as it is. */
public final class Applier {
    private Applier() {}

    public static Application apply(Application state, ApplicationEvent event) {
        if (event instanceof ApplicationEvent.Submitted(Dossier dossier)) {
            return new Application.Submitted(dossier);
        }
        return state instanceof Application.Filed filed ? later(filed, event) : state;
    }

    private static Application later(Application.Filed state, ApplicationEvent event) {
        return switch (event) {
            case ApplicationEvent.Submitted(Dossier dossier) -> new Application.Submitted(dossier);
            case ApplicationEvent.Amended(Dossier dossier) -> new Application.Submitted(dossier);
            case ApplicationEvent.CorrectionNotified e ->
                new Application.CorrectionNotified(state.dossier(), e.notice());
            case ApplicationEvent.Received e ->
                new Received(state.dossier().with(e.pack()), e.receipt(), List.of(), e.held());
            case ApplicationEvent.AllWithdrawn e ->
                new Application.Withdrawn(state.dossier(), state.receipt(), e.at(), e.reason());
            case ApplicationEvent.Lapsed e when state instanceof Application.CorrectionNotified(Dossier d, var notice) ->
                new Application.Lapsed(d, notice, e.at());
            case ApplicationEvent.Settled e ->
                new Application.Settled(state.dossier(), state.receipt(), e.outcome(), e.at(), state.withdrawn());
            case ApplicationEvent.Lapsed e -> state;
            case ApplicationEvent.ItemsWithdrawn e -> state instanceof Received r ? withdrawn(r, e.items()) : state;
            case ApplicationEvent.Supplemented e -> state instanceof Received r ? supplemented(r, e) : state;
            case ApplicationEvent.Expired e -> state instanceof Received r ? expired(r, e) : state;
            case ApplicationEvent.CorrectionAsked(Held.Wish wish) ->
                state instanceof Received r ? asked(r, wish) : state;
        };
    }

    private static Received withdrawn(Received state, List<String> items) {
        TreeSet<String> withdrawn = new TreeSet<>(state.withdrawn());
        withdrawn.addAll(items);
        return new Received(state.dossier(), state.receipt(), List.copyOf(withdrawn), state.held());
    }

    private static Received supplemented(Received state, ApplicationEvent.Supplemented e) {
        List<String> codes = e.materials().stream().map(MaterialRef::code).toList();
        Held held = e.purpose() == SupplementPurpose.TOLERANCE
                ? state.held().with(state.held().debts().stream()
                        .map(d -> codes.contains(d.material()) ? d.supplemented(e.at()) : d).toList())
                : state.held().withWishes(state.held().wishes().stream()
                        .map(w -> w.open() && e.items().contains(w.item()) ? w.answered(e.at()) : w).toList());
        return new Received(state.dossier().with(e.pack()), state.receipt(), state.withdrawn(), held);
    }

    private static Received expired(Received state, ApplicationEvent.Expired e) {
        List<Held.Debt> debts = state.held().debts().stream()
                .map(d -> d.material().equals(e.material()) ? d.expired(e.at()) : d).toList();
        return new Received(state.dossier(), state.receipt(), state.withdrawn(), state.held().with(debts));
    }

    private static Received asked(Received state, Held.Wish wish) {
        List<Held.Wish> wishes = new ArrayList<>(state.held().wishes());
        wishes.add(wish);
        return new Received(state.dossier(), state.receipt(), state.withdrawn(), state.held().withWishes(wishes));
    }
}
