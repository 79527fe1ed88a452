package org.lianban.department.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.department.channel.DeliveryView;
import org.lianban.department.store.DeliveryRepository.Handed;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.json.JsonMapper;

class DeliveryQueueTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Handed HANDED = new Handed("C1-01", 2, "410721-gongan", "RELEASED", 1, true, NOW, "02,03",
            "[{\"itemNo\":\"04\",\"outcome\":\"DENIED\",\"decidedAt\":\"2026-03-02T01:00:00Z\"}]", "WITHDRAWN", 1,
            "LICENSE", "C1", "410721", "XX-09", "sha256:1", "{\"applicant\":{\"name\":\"张三\","
                    + "\"idType\":\"RESIDENT_ID\",\"idNumber\":\"1\"},\"answers\":{},\"form\":{\"a\":1},\"materials\":[]}",
            "{\"proof\":\"EMS1\"}");

    @Test
    void shouldHaveTheShapeOfTheContract() {
        assertThat(names(DeliveryView.class)).isEqualTo(names(Delivery.class));
    }

    private static List<String> names(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).toList();
    }

    @Test
    void shouldReadBackAsADelivery() {
        JsonMapper json = JsonMapper.builder().build();
        Delivery read = json.readValue(json.writeValueAsString(DeliveryQueue.view(HANDED, new CatalogCopy())),
                Delivery.class);
        assertThat(read.deliveryId()).isEqualTo("C1-01/2");
        assertThat(read.itemNo()).isEqualTo("01");
        assertThat(read.itemName()).as("no catalogue yet").isEqualTo("01");
        assertThat(read.kind()).isEqualTo(ItemKind.LICENSE);
        assertThat(read.waitsFor()).containsExactly("02", "03");
        assertThat(read.upstream().getFirst().outcome()).isEqualTo(Outcome.DENIED);
        assertThat(read.ended()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(read.pack()).isNotNull();
        assertThat(read.at()).isEqualTo(NOW);
        assertThat(read.detail()).isNotNull();
        assertThat(read.detail().proof()).isEqualTo("EMS1");
    }

    @Test
    void shouldTakeNamesFromTheVersionTheCaseWasFiledUnder() {
        CatalogCopy catalog = new CatalogCopy();
        OneThing.Item item = new OneThing.Item("01", "公章刻制备案", List.of("410721-gongan"), OneThing.Level.COUNTY,
                ItemKind.LICENSE, List.of(), List.of(), null, null, null, false, OneThing.Confirmation.REFERENCE, null,
                null, null, null);
        catalog.apply(new CatalogEvent.OneThingPublished(new OneThing("XX-09", "410721", 1, "sha256:1", NOW, "企业开办",
                "企业开办“一件事”", OneThing.Subject.ENTERPRISE, null, null, null, List.of(), null, null, null,
                new OneThing.Source(null, null, null, null), List.of(item), List.of(), List.of(), List.of())));
        DeliveryView view = DeliveryQueue.view(HANDED, catalog);
        assertThat(view.itemName()).isEqualTo("公章刻制备案");
        assertThat(view.oneThingName()).isEqualTo("企业开办");
    }
}
