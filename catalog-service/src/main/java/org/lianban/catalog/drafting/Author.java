package org.lianban.catalog.drafting;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;

/**
 * Who acts on a draft.
 *
 * @param id account, no personal data
 * @param department that the account speaks for; null where none is known: then it speaks for nobody
 */
public record Author(Role role, String id, @Nullable String department) {
    boolean admin() {
        return role == Role.CATALOG_ADMIN;
    }

    boolean leads(Draft draft) {
        return role == Role.LEAD_DEPARTMENT && department != null && draft.leads().contains(department);
    }
}
