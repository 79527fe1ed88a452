package org.lianban.result.oversight;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;

/**
 * Who gives a command, and for which department.
 *
 * @param department id of the department the account speaks for; null where it speaks for none
 */
public record OversightActor(Actor actor, @Nullable String department) {
    private static final Set<Actor.Role> SUPERVISING = EnumSet.of(Actor.Role.SUPERVISOR, Actor.Role.CATALOG_ADMIN,
            Actor.Role.LEAD_DEPARTMENT, Actor.Role.OPERATOR, Actor.Role.SYSTEM);
    public static final OversightActor SYSTEM = new OversightActor(Actor.system("result-service"), null);

    public Actor.Role role() {
        return actor.role();
    }

    /** As it is recorded, no personal data. */
    public String account() {
        return actor.text();
    }

    /** 监督方: who may hand out, judge and close what departments have to answer for. */
    public boolean supervises() {
        return SUPERVISING.contains(role());
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
