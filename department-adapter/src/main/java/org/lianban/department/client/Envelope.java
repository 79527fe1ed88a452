package org.lianban.department.client;

import java.time.Instant;
import java.util.List;
import org.lianban.department.work.DeliveryView;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries as CloudEvents 1.0 in structured mode: one, or a batch. */
final class Envelope {
    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    private static final String TYPE = "org.lianban.department.Delivery.v1";

    private record Event(String specversion, String id, String source, String type, String subject, Instant time,
            String datacontenttype, DeliveryView data) {
        static Event of(DeliveryView d) {
            return new Event("1.0", d.deliveryId(), "/lianban/department", TYPE, d.taskId(), d.at(),
                    "application/json", d);
        }
    }

    private Envelope() {}

    static byte[] one(DeliveryView delivery, JsonMapper json) {
        return json.writeValueAsBytes(Event.of(delivery));
    }

    static byte[] batch(List<DeliveryView> deliveries, JsonMapper json) {
        return json.writeValueAsBytes(deliveries.stream().map(Event::of).toList());
    }
}
