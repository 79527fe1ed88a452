package org.lianban.intake.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;

/**
 * 最小必要: the table of who sees personal data for which purpose. Whoever is not in it, or names no purpose, sees them
 * masked. What is shown unmasked goes into the access log.
 */
public final class AccessPolicy {
    /** What an actor gets to see. */
    public enum View {
        /** Unmasked; to be logged. */
        OPEN, MASKED
    }

    static final Map<Role, Set<Purpose>> TABLE = new EnumMap<>(Map.of(
            Role.WINDOW_CLERK, EnumSet.of(Purpose.INTAKE, Purpose.DELIVERY, Purpose.CUSTODY, Purpose.CALLBACK),
            Role.CERTIFICATE_WINDOW, EnumSet.of(Purpose.DELIVERY),
            Role.DEPARTMENT_OFFICER, EnumSet.of(Purpose.REVIEW, Purpose.ARCHIVE), Role.LEAD_DEPARTMENT,
            EnumSet.of(Purpose.REVIEW, Purpose.COORDINATION, Purpose.CUSTODY, Purpose.ARCHIVE),
            Role.SUPERVISOR, EnumSet.of(Purpose.CALLBACK), Role.INSPECTOR, EnumSet.of(Purpose.INSPECTION)));

    /**
     * Whoever holds the digest of a file because the file, or the task that names it, is theirs. Everyone else says
     * what for.
     */
    private static final Set<Role> HOLDERS = EnumSet.of(Role.APPLICANT, Role.AGENT, Role.DEPARTMENT_SYSTEM,
            Role.PROVINCE, Role.SYSTEM);

    private AccessPolicy() {}

    /** @param purpose as the request says it; null: it says none */
    public static View view(Actor actor, @Nullable String purpose) {
        return Purpose.of(purpose).filter(p -> TABLE.getOrDefault(actor.role(), Set.of()).contains(p)).isPresent()
                ? View.OPEN
                : View.MASKED;
    }

    /** Whether the content of a file may be read at all: there is no masked form of it. */
    public static boolean mayReadFile(Actor actor, @Nullable String purpose) {
        return HOLDERS.contains(actor.role()) || view(actor, purpose) == View.OPEN;
    }

    /** 访问目的, as the header {@code Lianban-Purpose} names it (个人信息保护法 6: 明确、合理的目的). */
    public enum Purpose {
        /** 收件、补正. */
        INTAKE,
        /** 审批. */
        REVIEW,
        /** 牵头协调. */
        COORDINATION,
        /** 送达. */
        DELIVERY,
        /** 原件移交、留存、退还. */
        CUSTODY,
        /** 归档. */
        ARCHIVE,
        /** 咨询、投诉、回访. */
        CALLBACK,
        /** 监督检查、考核. */
        INSPECTION;

        public static final String HEADER = "Lianban-Purpose";

        public static Optional<Purpose> of(@Nullable String text) {
            return Arrays.stream(values()).filter(p -> p.name().equalsIgnoreCase(text)).findFirst();
        }
    }
}
