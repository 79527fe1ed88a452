package org.lianban.department.work;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lianban.contracts.event.DispatchEvent.ItemsDispatched;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.kit.catalog.CatalogCopy;

/**
 * 牵头部门 of tasks that are fetched by hand.
 *
 * @param manual departments that work at the desk
 */
record Leads(Set<String> manual, CatalogCopy catalog) {

    /** Whom a batch hands tasks to. */
    static Collection<String> departments(Collection<ItemsDispatched> dispatched) {
        Collection<String> departments = new TreeSet<>();
        dispatched.forEach(e -> e.tasks().stream().map(DispatchEvent.Task::department).forEach(departments::add));
        return departments;
    }

    /** Empty for a connected department, for the lead's own items, and where nobody leads. */
    Optional<String> of(String catalogHash, String department) {
        return manual.contains(department)
                ? catalog.version(catalogHash).flatMap(v -> Optional.ofNullable(v.lead()))
                        .filter(lead -> !lead.equals(department))
                : Optional.empty();
    }
}
