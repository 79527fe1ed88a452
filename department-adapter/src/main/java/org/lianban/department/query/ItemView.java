package org.lianban.department.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent.UpstreamResult;
import org.lianban.contracts.event.JointActivity;
import org.lianban.department.store.ItemRepository;
import org.lianban.department.task.Extras.Mark;
import org.lianban.department.task.Extras;
import org.lianban.department.task.Task;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.JsonNode;

/**
 * A task as officers see it.
 *
 * @param since when it reached its state
 * @param ended the event that ended it, as it was published
 * @param corrected whether the department has asked for its one correction
 * @param extended whether it was extended
 * @param filed whether the result was fed back
 * @param joint ids of joint activities the department has yet to conclude on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemView(String taskId, String caseNo, String itemNo, String itemName, String region, String oneThing,
        String oneThingName, ItemKind kind, String department, Delivery.Role role, List<String> others,
        ItemState state, boolean mayDecide, List<String> waitsFor, Instant dispatchedAt, Instant since,
        @JsonRawValue @Schema(oneOf = {
                DepartmentEvent.ItemDecided.class,
                DepartmentEvent.ItemNotAccepted.class, DepartmentEvent.ItemCancelled.class}) @Nullable String ended,
        boolean priority, boolean corrected, boolean extended, boolean filed, List<String> joint){

    /**
     * One item with what is needed to work on it.
     *
     * @param supplements materials that came after the receipt
     * @param correctedForm fields that were corrected after the receipt, by name
     * @param activities joint activities it takes part in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FullItem(ItemView item, @JsonRawValue @Schema(implementation = CasePack.class) String pack,
            @JsonRawValue @ArraySchema(schema = @Schema(implementation = UpstreamResult.class)) String upstream,
            List<MaterialRef> supplements, @Schema(type = "object") @Nullable JsonNode correctedForm,
            List<JointActivity> activities) {}

    static ItemView of(String department, ItemRepository.Listed listed, CatalogCopy catalog) {
        Task task = listed.task();
        Names names = Names.of(catalog, listed.catalogHash());
        String itemNo = task.id().itemNo();
        return new ItemView(task.taskId(), task.id().caseNo(), itemNo, names.item(itemNo), listed.region(),
                listed.oneThing(), names.oneThing(listed.oneThing()), task.id().kind(),
                task.department(),
                task.department().equals(department) ? Delivery.Role.HANDLER : Delivery.Role.OBSERVER, task.others(),
                task.status().state(), task.mayDecide(), task.open(), task.dispatchedAt(), task.since(),
                listed.result(), task.extras().has(Mark.PRIORITY), task.extras().has(Mark.CORRECTED),
                task.extras().has(Mark.EXTENDED), task.extras().has(Mark.FILED),
                task.extras().joints().stream().filter(j -> !j.concluded())
                        .map(Extras.Joint::id).toList());
    }

    static FullItem full(String department, ItemRepository.Full full, CatalogCopy catalog) {
        return new FullItem(of(department, full.item(), catalog), full.pack(),
                full.upstream() == null ? "[]" : full.upstream(), full.item().task().extras().supplements(),
                full.item().task().extras().form(),
                full.item().task().extras().joints().stream().map(Extras.Joint::activity).toList());
    }
}
