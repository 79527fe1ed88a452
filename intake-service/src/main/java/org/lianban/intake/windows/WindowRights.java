package org.lianban.intake.windows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.Window.Clerk;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.contracts.catalog.Window.Type;
import org.lianban.intake.access.Headers;
import org.lianban.text.Characters;

/**
 * 窗口权限: nobody receives, corrects, digitises, hands over or gives back outside of the registered windows (清涧县:
 * 不得在政务服务中心外收件、受理、出件), at a window only its clerks, and each only with the operations given to them
 * (新政文〔2024〕62号 附件3: 统一收件、信息录入、资料上传、要件分发、结果汇总、统一反馈). A window may receive for other
 * regions when it is registered so (异地收件、属地受理). Binding as soon as a region has published windows.
 */
public record WindowRights(Mode mode, Register register) {
    /** Whether registration is required. */
    public enum Mode {
        /** As soon as the region has published windows. */
        REGISTERED,
        /**
         * The same for whoever says who commands; what comes without any account passes, window, review points and
         * mandate unasked: for a trial on one machine that has no gateway in front.
         */
        TRIAL,
        /** Any window may do anything: for a place that has not registered its windows. */
        ANY
    }

    private static final Set<Operation> HANDED_OUT = EnumSet.of(Operation.GATHER, Operation.FEED_BACK);
    /** What a kind of window is for; its clerks may be given no more. */
    private static final Map<Type, Set<Operation>> PURPOSE = new EnumMap<>(Map.of(
            Type.COMPREHENSIVE, EnumSet.allOf(Operation.class), Type.ONE_THING, EnumSet.allOf(Operation.class),
            Type.AGENT, EnumSet.allOf(Operation.class), Type.GENERAL, EnumSet.allOf(Operation.class),
            Type.CERTIFICATE, HANDED_OUT, Type.UNRESOLVED, EnumSet.of(Operation.FEED_BACK)));

    /** For a command at the window that the actor sits at. */
    public List<Fault> check(Actor actor, Operation operation, @Nullable String oneThing, @Nullable String region) {
        return check(WindowAct.of(actor, operation, region, oneThing));
    }

    /** @return every reason why not, in Chinese; empty: it may be done */
    public List<Fault> check(WindowAct act) {
        if (!binding(act)) {
            return List.of();
        }
        if (act.window() == null) {
            return List.of(new Fault(act.at(), "MISSING", "本地区只由已登记的窗口收件，请注明办理窗口"));
        }
        Optional<Window> window = register.window(act.window());
        return window.isEmpty()
                ? List.of(new Fault(act.at(), "UNKNOWN_WINDOW", "没有登记此窗口：" + shown(act.window())))
                : of(window.get(), act);
    }

    private boolean binding(WindowAct act) {
        if (mode == Mode.ANY || trial(act.clerk())) {
            return false;
        }
        Optional<Window> named = act.window() == null ? Optional.empty() : register.window(act.window());
        if (act.region() == null) {
            return named.isPresent();
        }
        // The window itself usually answers; only a region without any is searched for.
        return named.filter(w -> w.region().equals(act.region())).isPresent()
                || !register.windows(act.region()).isEmpty();
    }

    /** Whether this account is nobody's and a place on trial lets it pass. */
    public boolean trial(String account) {
        return mode == Mode.TRIAL && Headers.ANONYMOUS.equals(account);
    }

    private static List<Fault> of(Window window, WindowAct act) {
        List<Fault> faults = new ArrayList<>();
        String name = "窗口“" + window.name() + "”";
        if (!window.active()) {
            faults.add(new Fault(act.at(), "WINDOW_CLOSED", name + "已停止使用"));
        }
        if (act.region() != null && !window.region().equals(act.region())
                && !window.receivesFor().contains(act.region())) {
            faults.add(new Fault(act.at(), "OTHER_REGION", name + "不属于 " + act.region() + "，也没有登记为该地区的异地代收窗口"));
        }
        if (act.oneThing() != null && !window.oneThings().isEmpty() && !window.oneThings().contains(act.oneThing())) {
            faults.add(new Fault(act.at(), "ONE_THING_NOT_HERE", "“一件事” " + act.oneThing() + " 没有进驻" + name));
        }
        operations(window, act, name, faults);
        return faults;
    }

    private static void operations(Window window, WindowAct act, String name, List<Fault> faults) {
        @Nullable
        Clerk clerk = clerk(window, act.clerk());
        if (clerk == null) {
            faults.add(new Fault(Headers.ACTOR, "NOT_A_CLERK", "账号 " + shown(act.clerk()) + " 不是" + name + "的工作人员"));
        }
        for (Operation operation : new TreeSet<>(act.operations())) {
            if (!PURPOSE.getOrDefault(window.type(), Set.of()).contains(operation)) {
                faults.add(new Fault(act.at(), "NOT_ITS_PURPOSE", name + "不办理“" + name(operation) + "”"));
            } else if (clerk != null && !clerk.operations().contains(operation)) {
                faults.add(new Fault(Headers.ACTOR, "OPERATION_NOT_GIVEN",
                        "账号 " + shown(clerk.id()) + " 在" + name + "没有“" + name(operation) + "”权限"));
            }
        }
    }

    private static @Nullable Clerk clerk(Window window, String account) {
        return window.clerks().stream().filter(c -> c.id().equals(account)).findFirst().orElse(null);
    }

    /**
     * 收件即受理: of these items, those that the window may accept in the departments' name on this day. Empty for a
     * window that is not registered or is closed.
     */
    public List<String> acceptable(@Nullable String window, String oneThing, List<String> items, LocalDate day) {
        Optional<Window> found = window == null ? Optional.empty() : register.window(window).filter(Window::active);
        return found.map(w -> items.stream()
                .filter(no -> w.authorisations().stream().anyMatch(a -> a.oneThing().equals(oneThing)
                        && a.itemNo().equals(no) && !day.isBefore(a.from()) && !day.isAfter(a.until())))
                .toList()).orElse(List.of());
    }

    /** Whether the window is registered; only then are its operations recorded. */
    public boolean registered(@Nullable String window) {
        return window != null && register.window(window).isPresent();
    }

    /** 操作 as printed. */
    public static String name(Operation operation) {
        return switch (operation) {
            case RECEIVE -> "统一收件";
            case ENTER -> "信息录入";
            case UPLOAD -> "资料上传";
            case DISTRIBUTE -> "要件分发";
            case GATHER -> "结果汇总";
            case FEED_BACK -> "统一反馈";
        };
    }

    private static String shown(String text) {
        return Characters.cut(text, 65);
    }

    /** 窗口登记: the windows that were published. */
    public interface Register {
        Optional<Window> window(String id);

        /** Of exactly this region, closed ones too. */
        Collection<Window> windows(String region);
    }

    /**
     * What a clerk is about to do.
     *
     * @param clerk account
     * @param window id; null where none was named
     * @param at where the window was named, for faults: a header or a JSON pointer
     * @param operations all that the command needs
     * @param region of the application; null where it is not known yet, as with an upload
     * @param oneThing code; null where it is not known yet
     */
    public record WindowAct(String clerk, @Nullable String window, String at, Set<Operation> operations,
            @Nullable String region, @Nullable String oneThing) {
        public WindowAct {
            operations = Set.copyOf(operations);
        }

        /** The window is the one that the actor sits at. */
        public static WindowAct of(Actor actor, Operation operation, @Nullable String region,
                @Nullable String oneThing) {
            return new WindowAct(actor.id(), actor.window(), Headers.WINDOW, Set.of(operation), region, oneThing);
        }
    }

    /** 窗口操作 of a clerk. @param caseNo null for an upload */
    public record Performed(String window, String clerk, Operation operation, @Nullable String region,
            @Nullable String caseNo) {
        /** 办件频次. @param hour its beginning */
        public record Volume(String window, Instant hour, Operation operation, long count, long clerks) {}
    }
}
