package org.lianban.result.oversight;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;

/**
 * Who gives a command.
 *
 * @param account as it is recorded, no personal data
 * @param department id of the department the account speaks for; null where it speaks for none
 */
public record Speaker(Role role, String account, @Nullable String department) {
    public static final Speaker SYSTEM = new Speaker(Role.SYSTEM, "SYSTEM:result-service", null);

    /** 监督方: who may hand out, judge and close what departments have to answer for. */
    public boolean supervises() {
        return switch (role) {
            case SUPERVISOR, CATALOG_ADMIN, LEAD_DEPARTMENT, OPERATOR, SYSTEM -> true;
            default -> false;
        };
    }

    /** Whether the account speaks for this department; an office without a department named speaks for none. */
    public boolean speaksFor(String other) {
        return other.equals(department);
    }

    /** 监督方, and not judging itself. */
    public boolean supervises(String responsible) {
        return supervises() && !speaksFor(responsible);
    }
}
