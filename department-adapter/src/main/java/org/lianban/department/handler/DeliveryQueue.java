package org.lianban.department.handler;

import java.time.Duration;
import java.util.List;
import org.lianban.command.Actor;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.department.channel.DeliveryView;
import org.lianban.department.query.Names;
import org.lianban.department.query.PackAccess;
import org.lianban.department.store.DeliveryRepository.Handed;
import org.lianban.department.store.DeliveryRepository;
import org.lianban.department.task.DeliveryId;
import org.lianban.kit.catalog.CatalogCopy;
import reactor.core.publisher.Mono;

/** What waits for departments, whatever way it leaves. */
public record DeliveryQueue(DeliveryRepository deliveries, CatalogCopy catalog, PackAccess access) {
    Mono<List<Handed>> take(String department, DeliveryRepository.Taking how) {
        return deliveries.take(department, how);
    }

    /** As they leave: who gets packs is written down first. */
    Mono<List<DeliveryView>> views(Actor who, String purpose, List<Handed> taken) {
        return access.handedOut(who, purpose, taken)
                .then(Mono.fromSupplier(() -> taken.stream().map(h -> view(h, catalog)).toList()));
    }

    static DeliveryView view(Handed h, CatalogCopy catalog) {
        String itemNo = h.taskId().substring(h.caseNo().length() + 1);
        Names names = Names.of(catalog, h.catalogHash());
        return new DeliveryView(h.id().text(), Delivery.Type.valueOf(h.type()), h.taskId(), h.caseNo(),
                itemNo, names.item(itemNo), h.region(), h.oneThing(), names.oneThing(h.oneThing()),
                ItemKind.valueOf(h.kind()), h.department(), role(h), h.epoch(), h.mayDecide(),
                h.waitsFor().isEmpty() ? List.of() : List.of(h.waitsFor().split(",")), h.pack(),
                h.upstream() == null ? "[]" : h.upstream(), h.ended() == null ? null : Outcome.valueOf(h.ended()),
                h.at(), h.detail());
    }

    /** Deliveries go to who handles the task; only the lead is told of a task that is another's. */
    private static Delivery.Role role(Handed h) {
        return h.type().equals(Delivery.Type.MANUAL_TASK.name()) ? Delivery.Role.OBSERVER : Delivery.Role.HANDLER;
    }

    Mono<Long> postpone(List<DeliveryId> keys, Duration pause, Duration giveUpAfter) {
        return deliveries.postpone(keys, pause, giveUpAfter);
    }
}
