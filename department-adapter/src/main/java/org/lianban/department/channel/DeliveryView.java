package org.lianban.department.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.catalog.ItemKind;

/**
 * {@link Delivery} as it is written: pack and upstream results pass through as the JSON they are stored as, without
 * being read. A test holds the two to the same shape.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(String deliveryId, Delivery.Type type, String taskId, String caseNo, String itemNo,
        String itemName, String region, String oneThing, String oneThingName, ItemKind kind, String department,
        Delivery.Role role, int epoch, boolean mayDecide, List<String> waitsFor, @JsonRawValue @Nullable String pack,
        @JsonRawValue String upstream, @Nullable Outcome ended, Instant at,
        @JsonRawValue @Nullable String detail) {}
