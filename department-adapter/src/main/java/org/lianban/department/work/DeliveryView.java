package org.lianban.department.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.department.store.DeliveryStore.Handed;
import org.lianban.kit.catalog.CatalogCopy;

/**
 * {@link Delivery} as it is written: pack and upstream results pass through as the JSON they are stored as, without
 * being read. A test holds the two to the same shape.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(String deliveryId, Delivery.Type type, String taskId, String caseNo, String itemNo,
        String itemName, String region, String oneThing, String oneThingName, ItemKind kind, String department,
        Delivery.Role role, int epoch, boolean mayDecide, List<String> waitsFor, @JsonRawValue @Nullable String pack,
        @JsonRawValue String upstream, @Nullable Outcome ended, Instant at,
        @JsonRawValue @Nullable String detail) {

    /** Names come from the version the case was filed under; where the catalogue is not here yet, numbers stand in. */
    public static DeliveryView of(Handed h, CatalogCopy catalog) {
        String itemNo = h.taskId().substring(h.caseNo().length() + 1);
        Optional<OneThing> version = catalog.version(h.catalogHash());
        return new DeliveryView(h.taskId() + "/" + h.no(), Delivery.Type.valueOf(h.type()), h.taskId(), h.caseNo(),
                itemNo, version.flatMap(v -> v.item(itemNo)).map(OneThing.Item::name).orElse(itemNo), h.region(),
                h.oneThing(), version.map(OneThing::name).orElse(h.oneThing()), ItemKind.valueOf(h.kind()),
                h.department(), role(h), h.epoch(), h.mayDecide(),
                h.waitsFor().isEmpty() ? List.of() : List.of(h.waitsFor().split(",")), h.pack(),
                h.upstream() == null ? "[]" : h.upstream(), h.ended() == null ? null : Outcome.valueOf(h.ended()),
                h.at(), h.detail());
    }

    /** Deliveries go to who handles the task; only the lead is told of a task that is another's. */
    private static Delivery.Role role(Handed h) {
        return h.type().equals(Delivery.Type.MANUAL_TASK.name()) ? Delivery.Role.OBSERVER : Delivery.Role.HANDLER;
    }
}
