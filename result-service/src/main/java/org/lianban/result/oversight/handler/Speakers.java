package org.lianban.result.oversight.handler;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.result.oversight.Speaker;

/** For which department an account speaks, where the gateway names one: as the account or as who it stands for. */
public final class Speakers {
    private final CatalogCopy catalog;

    public Speakers(CatalogCopy catalog) {
        this.catalog = catalog;
    }

    public Speaker of(Actor actor) {
        return new Speaker(actor.role(), actor.text(), department(actor));
    }

    private @Nullable String department(Actor actor) {
        var behalf = actor.onBehalfOf();
        if (behalf != null && catalog.department(behalf).isPresent()) {
            return behalf;
        }
        return catalog.department(actor.id()).isPresent() ? actor.id() : null;
    }
}
