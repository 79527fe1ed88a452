package org.lianban.intake.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lianban.command.Decision;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.commands.Conflict;

/** Decides what comes after the receipt: 容缺补齐, 容缺逾期 and 部门补正. */
final class Later {
    private Later() {}

    static Decision<ApplicationEvent> supplement(Application state, ApplicationCommand.Supplement s, Instant now) {
        if (!(state instanceof Received received && Decider.permits(state, Lifecycle.Trigger.SUPPLEMENT))) {
            return nothing(s);
        }
        return switch (s.purpose()) {
            case TOLERANCE -> tolerance(received, s, now);
            case CORRECTION -> correction(received, s, now);
        };
    }

    private static Decision<ApplicationEvent> nothing(ApplicationCommand.Supplement s) {
        return switch (s.purpose()) {
            case TOLERANCE -> Decision.refused(Conflict.NOTHING_OWED, "当前没有待补齐的容缺材料");
            case CORRECTION -> Decision.refused(Conflict.NOT_ASKED, "事项 " + s.item() + " 没有待补正的告知，不能补交材料");
        };
    }

    /** Late is taken too: what follows from it, the lead department decides. */
    private static Decision<ApplicationEvent> tolerance(Received received, ApplicationCommand.Supplement s,
            Instant now) {
        TreeSet<String> items = new TreeSet<>();
        List<String> notOwed = new ArrayList<>();
        for (MaterialRef material : s.materials()) {
            Optional<Held.Debt> debt = debt(received, material.code());
            debt.ifPresentOrElse(d -> items.addAll(d.commitment().items()), () -> notOwed.add(material.code()));
        }
        if (s.materials().isEmpty() || !notOwed.isEmpty()) {
            return notOwed.isEmpty()
                    ? nothing(s)
                    : Decision.refused(Conflict.NOTHING_OWED, "材料 " + String.join("、", notOwed) + " 不是待补齐的容缺材料");
        }
        return Decision.accepted(new ApplicationEvent.Supplemented(s.purpose(), List.copyOf(items), s.materials(),
                s.pack(), now));
    }

    private static Optional<Held.Debt> debt(Received received, String material) {
        return received.held().debts().stream().filter(d -> d.state().open() && d.material().equals(material))
                .findFirst();
    }

    private static Decision<ApplicationEvent> correction(Received received, ApplicationCommand.Supplement s,
            Instant now) {
        Optional<Held.Wish> wish = received.held().wishes().stream().filter(w -> w.open() && w.item().equals(s.item()))
                .findFirst();
        return wish.isEmpty() || received.withdrawn().contains(wish.get().item())
                ? nothing(s)
                : Decision.accepted(new ApplicationEvent.Supplemented(SupplementPurpose.CORRECTION,
                        List.of(wish.get().item()), s.materials(), s.pack(), now));
    }

    /** Once: what was supplied, has expired already or is owed for withdrawn items only changes nothing. */
    static Decision<ApplicationEvent> expire(Application state, String material, Instant now) {
        if (!(state instanceof Received received && Decider.permits(state, Lifecycle.Trigger.EXPIRE))) {
            return Decision.accepted();
        }
        List<String> items = received.held().debts().stream()
                .filter(d -> d.material().equals(material) && d.state() == Held.Debt.State.OWED)
                .flatMap(d -> d.commitment().items().stream()).filter(no -> !received.withdrawn().contains(no))
                .toList();
        return items.isEmpty()
                ? Decision.accepted()
                : Decision.accepted(new ApplicationEvent.Expired(material, items, now));
    }

    /** Once per notice. */
    static Decision<ApplicationEvent> ask(Application state, Held.Wish wish) {
        return state instanceof Received received && Decider.permits(state, Lifecycle.Trigger.ASK_CORRECTION)
                && received.dossier().items().contains(wish.item())
                && received.held().wishes().stream().noneMatch(w -> w.noticeNo().equals(wish.noticeNo()))
                        ? Decision.accepted(new ApplicationEvent.CorrectionAsked(wish))
                        : Decision.accepted();
    }
}
