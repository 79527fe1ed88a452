package org.lianban.intake.parties;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.intake.access.Headers;

/**
 * 代办权限: an agent acts only under a mandate that covers the one-thing on that day (石泉县: 帮办代办). At a window the agent
 * is there in person, so that the clerk compares the identity; online the agent's account has to be the mandate's.
 */
public final class MandateRights {
    /** Whether a mandate has to be recorded. */
    public enum Mode {
        /** Whenever an agent acts. */
        REQUIRED,
        /** Agents are taken at their word: for a place whose mandates are checked by the province's platform. */
        TRUSTED
    }

    private MandateRights() {}

    /**
     * @param known mandates of this principal in the region
     * @param actor who acts
     * @param agent who stands in the application as agent
     * @return every reason why not; empty: it may be done
     */
    public static List<Fault> check(List<Mandate> known, Actor actor, Party agent, String oneThing, LocalDate day) {
        List<Mandate> ofAgent = known.stream().filter(m -> same(m.agent(), agent)).toList();
        if (ofAgent.isEmpty()) {
            return fault("NO_MANDATE", "没有登记申请人对此代理人的委托；请先登记委托书，窗口可以凭纸质委托书登记");
        }
        List<Mandate> covering = ofAgent.stream().filter(m -> m.covers(oneThing, day)).toList();
        if (covering.isEmpty()) {
            return fault("MANDATE_DOES_NOT_COVER", whyNot(ofAgent, oneThing, day));
        }
        return actor.role() == Actor.Role.AGENT && covering.stream().noneMatch(m -> actor.id().equals(m.account()))
                ? fault("OTHER_ACCOUNT", "委托登记的不是此账号；代理人网上代办须使用委托中登记的账号")
                : List.of();
    }

    /** For a command on a case that was filed before, by the account alone. */
    public static List<Fault> check(List<Mandate> known, Actor actor, String oneThing, LocalDate day) {
        return known.stream().anyMatch(m -> actor.id().equals(m.account()) && m.covers(oneThing, day))
                ? List.of()
                : List.of(new Fault(Headers.ACTOR, "NO_MANDATE", "此账号没有申请人现行有效的委托，不能代为办理"));
    }

    private static String whyNot(List<Mandate> mandates, String oneThing, LocalDate day) {
        Mandate last = mandates.getLast();
        Optional<Mandate> valid = mandates.stream().filter(m -> m.revocation() == null).findFirst();
        if (valid.isEmpty()) {
            return "委托 " + last.number() + " 已撤销";
        }
        Mandate m = valid.get();
        if (day.isBefore(m.from())) {
            return "委托 " + m.number() + " 自 " + m.from() + " 起有效";
        }
        return day.isAfter(m.until())
                ? "委托 " + m.number() + " 已于 " + m.until() + " 到期"
                : "委托 " + m.number() + " 不包括“一件事” " + oneThing;
    }

    private static List<Fault> fault(String code, String message) {
        return List.of(new Fault("/agent", code, message));
    }

    private static boolean same(Party a, Party b) {
        return a.idType() == b.idType() && a.idNumber().equalsIgnoreCase(b.idNumber());
    }

    /** The terms of a new mandate. */
    public static List<Fault> terms(@Nullable LocalDate from, @Nullable LocalDate until, LocalDate today) {
        if (from == null || until == null) {
            return List.of();
        }
        if (until.isBefore(from)) {
            return List.of(new Fault("/until", "BEFORE_FROM", "委托期限的截止日早于起始日"));
        }
        if (until.isBefore(today)) {
            return List.of(new Fault("/until", "PAST", "委托期限已过"));
        }
        return until.isAfter(from.plusYears(Mandate.MAX_YEARS))
                ? List.of(new Fault("/until", "TOO_LONG", "委托期限最长 " + Mandate.MAX_YEARS + " 年"))
                : List.of();
    }
}
