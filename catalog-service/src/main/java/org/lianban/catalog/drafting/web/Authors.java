package org.lianban.catalog.drafting.web;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Author;
import org.lianban.command.Actor;
import org.lianban.http.Problem;

/** Turns an actor into an author. */
public final class Authors {
    private static final String DEPARTMENT = "[0-9]{6}-[a-z][a-z0-9]{0,39}";

    private static final Set<Actor.Role> HAVE_TO_DO = EnumSet.of(Actor.Role.CATALOG_ADMIN, Actor.Role.LEAD_DEPARTMENT,
            Actor.Role.DEPARTMENT_OFFICER, Actor.Role.WINDOW_CLERK);

    private Authors() {}

    /** @throws Problem 403 for a role that has nothing to do with drafts */
    public static Author of(Actor actor) {
        if (!HAVE_TO_DO.contains(actor.role())) {
            throw Problem.forbidden("此角色不能办理清单事务");
        }
        return new Author(actor.role(), actor.id(), department(actor));
    }

    /** The department that an account speaks for: whom it stands for, else itself. */
    public static @Nullable String department(Actor actor) {
        String account = actor.onBehalfOf() == null ? actor.id() : actor.onBehalfOf();
        return account.matches(DEPARTMENT) ? account : null;
    }
}
