package org.lianban.catalog.drafting.web;

import org.jspecify.annotations.Nullable;
import org.lianban.catalog.drafting.Author;
import org.lianban.command.Actor;
import org.lianban.http.Problem;

/** Turns an actor into an author. */
public final class Authors {
    private static final String DEPARTMENT = "[0-9]{6}-[a-z][a-z0-9]{0,39}";

    private Authors() {}

    /** @throws Problem 403 for a role that has nothing to do with drafts */
    public static Author of(Actor actor) {
        return new Author(switch (actor.role()) {
            case CATALOG_ADMIN -> Author.Duty.CATALOG_ADMIN;
            case LEAD_DEPARTMENT -> Author.Duty.LEAD;
            case DEPARTMENT_OFFICER -> Author.Duty.DEPARTMENT;
            case WINDOW_CLERK -> Author.Duty.WINDOW;
            default -> throw Problem.forbidden("此角色不能办理清单事务");
        }, actor.id(), department(actor));
    }

    /** The department that an account speaks for: whom it stands for, else itself. */
    public static @Nullable String department(Actor actor) {
        String account = actor.onBehalfOf() == null ? actor.id() : actor.onBehalfOf();
        return account.matches(DEPARTMENT) ? account : null;
    }
}
