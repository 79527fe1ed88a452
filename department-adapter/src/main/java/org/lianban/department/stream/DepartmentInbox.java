package org.lianban.department.stream;

import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.ResultEvent.AcceptanceDeemed;
import org.lianban.contracts.event.ResultEvent.DeliveryCompleted;
import org.lianban.contracts.event.ResultEvent.SupervisionIssued;
import org.lianban.contracts.event.ResultEvent.TimerBreached;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.EventTypes;
import org.lianban.messaging.Incoming;

/** The stream door: every event of dispatch-service, and of result-service only what a department has to know. */
public final class DepartmentInbox {
    private DepartmentInbox() {}

    /** Other types are dropped by their header, before their value is read. */
    public static BatchInbox of(BatchInbox.Kit kit, BatchHandler<Incoming<?>> handler) {
        EventTypes ours = EventTypes.builder().sealed("dispatch", DispatchEvent.class)
                .single("result", AcceptanceDeemed.class).single("result", SupervisionIssued.class)
                .single("result", DeliveryCompleted.class).single("result", TimerBreached.class).build();
        return new BatchInbox(new BatchInbox.Kit(kit.database(), ours, kit.json(), kit.quarantine(), kit.parking(),
                kit.meters()), handler);
    }
}
