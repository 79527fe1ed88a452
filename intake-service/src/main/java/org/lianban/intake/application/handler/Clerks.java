package org.lianban.intake.application.handler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Faults;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.intake.access.Headers;
import org.lianban.intake.application.ApplicationCommand;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.Held.Receiving;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.ReceiptPolicy;
import org.lianban.intake.commands.Days;
import org.lianban.intake.windows.WindowRights;

/** 窗口人员: who may do what at the desk, and what a receipt needs of them. */
public record Clerks(WindowRights rights) {
    static final Set<Operation> RECEIVE = EnumSet.of(Operation.RECEIVE);
    static final Set<Operation> ENTER = EnumSet.of(Operation.ENTER);
    static final Set<Operation> UPLOAD = EnumSet.of(Operation.UPLOAD);
    private static final Set<Operation> ENTER_AND_RECEIVE = EnumSet.of(Operation.ENTER, Operation.RECEIVE);
    private static final String IN_BODY = "/window";

    /**
     * 收件 of one application.
     *
     * @param done whether it is received now
     * @param byHand whether a clerk looks at it; the province's platform has looked at its own
     */
    record Act(boolean done, boolean byHand, @Nullable String window, List<Filing.Checked> checks, Actor by,
            Instant now) {
        static Act filing(IntakeCommand.File file, Actor by, Instant now) {
            Filing filing = file.filing();
            return new Act(filing.receive(), filing.channel() == Channel.WINDOW, window(filing.window(), by),
                    filing.checks(), by, now);
        }

        static Act again(Dossier dossier, Filing filing, Actor by, Instant now) {
            return new Act(filing.receive(), true, window(dossier.window(), by), filing.checks(), by, now);
        }

        static Act receipt(Dossier dossier, List<Filing.Checked> checks, Actor by, Instant now) {
            return new Act(true, true, window(dossier.window(), by), checks, by, now);
        }

        private static @Nullable String window(@Nullable String named, Actor by) {
            return by.window() == null ? named : by.window();
        }
    }

    /** @param pack with what the clerk found */
    record Received(CasePack pack, Receiving receiving) {}

    boolean atWindow(Actor by) {
        return by.role() == Actor.Role.WINDOW_CLERK || by.role() == Actor.Role.OPERATOR;
    }

    /** Lianban's own clocks and relays sit at no window. */
    void may(Actor by, Set<Operation> operations, Dossier dossier, Faults faults) {
        if (by.role() != Actor.Role.SYSTEM) {
            rights.check(new WindowRights.WindowAct(by.id(), by.window(), Headers.WINDOW, operations, dossier.region(),
                    dossier.oneThing())).forEach(faults::add);
        }
    }

    /** 窗口录入: what is handed in at a window is entered by one of its clerks. */
    void filing(Filing filing, OneThing oneThing, Actor by, Faults faults) {
        if (filing.channel() != Channel.WINDOW && !filing.receive() || by.role() == Actor.Role.SYSTEM
                || by.role() == Actor.Role.PROVINCE) {
            return;
        }
        boolean fromHeader = by.window() != null;
        rights.check(new WindowRights.WindowAct(by.id(), fromHeader ? by.window() : filing.window(),
                fromHeader ? Headers.WINDOW : IN_BODY, filing.receive() ? ENTER_AND_RECEIVE : ENTER,
                oneThing.region(), oneThing.code())).forEach(faults::add);
    }

    /** 收件核验 and 收件即受理; without a receipt everything stays as it is. */
    Received receiving(OneThing oneThing, List<String> items, CasePack pack, Act act, Faults faults) {
        if (!act.done() || !act.byHand()) {
            return new Received(pack, Receiving.UNTOUCHED);
        }
        if (!act.checks().isEmpty() || !rights.trial(act.by().id())) {
            ReceiptPolicy.check(oneThing, pack, act.checks(), faults);
        }
        if (!faults.none()) {
            return new Received(pack, Receiving.UNTOUCHED);
        }
        List<ReceiptPolicy.Review> reviews = ReceiptPolicy.reviews(act.checks());
        return new Received(ReceiptPolicy.graded(pack, reviews), new Receiving(act.by().id(), act.window(), reviews,
                acceptedOnReceipt(oneThing, items, act)));
    }

    /** 收件受理一体化: items that allow it, at a window that is authorised for them on that day. */
    private List<String> acceptedOnReceipt(OneThing oneThing, List<String> items, Act act) {
        List<String> allowed = new ArrayList<>();
        for (OneThing.Item item : oneThing.items()) {
            if (items.contains(item.no()) && item.rules().acceptOnReceipt()) {
                allowed.add(item.no());
            }
        }
        return allowed.isEmpty()
                ? List.of()
                : rights.acceptable(act.window(), oneThing.code(), allowed, Days.in(act.now()));
    }

    /** 窗口操作 that a command is. */
    static Set<Operation> operations(IntakeCommand command) {
        return switch (command) {
            case IntakeCommand.File file -> file.filing().channel() != Channel.WINDOW
                    ? Set.of()
                    : file.filing().receive() ? ENTER_AND_RECEIVE : ENTER;
            case IntakeCommand.Receive c -> RECEIVE;
            case IntakeCommand.NotifyCorrection c -> EnumSet.of(Operation.FEED_BACK);
            case IntakeCommand.Resubmit c -> c.changes().read().receive() ? ENTER_AND_RECEIVE : ENTER;
            case IntakeCommand.Amend c -> ENTER;
            case IntakeCommand.Supplement c -> ENTER;
            case IntakeCommand.Plain c -> c.order() instanceof ApplicationCommand.Withdraw ? ENTER : Set.of();
        };
    }
}
