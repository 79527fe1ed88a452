package org.lianban.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.lianban.persistence.Database;
import org.springframework.messaging.Message;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for our own events: a Spring Cloud Stream function in batch mode. Decodes, applies the batch in one
 * transaction, and returns once it is committed; only then Kafka's offset moves.
 */
public final class BatchInbox implements Consumer<Message<List<byte[]>>> {
    /** What every inbox of a service shares. */
    public record Kit(Database database, EventTypes types, JsonMapper json, Quarantine quarantine, Parking parking,
            MessagingMeters meters) {}

    /** An event with the record it came in, so that it can be set aside as it was. */
    private record Received(RawRecord raw, Incoming<?> event) {}

    private final Decoder decoder;
    private final Quarantine quarantine;
    private final BatchDoor<Received> door;
    private final MessagingMeters meters;

    public BatchInbox(Kit kit, BatchHandler<Incoming<?>> handler) {
        this.decoder = new Decoder(kit.types(), kit.json());
        this.quarantine = kit.quarantine();
        this.meters = kit.meters();
        this.door = new BatchDoor<>(kit.database(), (tx, batch) -> handler.handle(tx, events(batch)),
                (received, reason) -> quarantine.put(received.raw(), reason));
        kit.parking().offerTo(handler);
    }

    private static List<Incoming<?>> events(List<Received> batch) {
        List<Incoming<?>> events = new ArrayList<>(batch.size());
        for (Received received : batch) {
            events.add(received.event());
        }
        return events;
    }

    @Override
    public void accept(Message<List<byte[]>> batch) {
        List<RawRecord> records = RawBatchInbox.records(batch);
        List<Received> received = new ArrayList<>(records.size());
        for (RawRecord raw : records) {
            try {
                decoder.decode(raw).ifPresent(event -> received.add(new Received(raw, event)));
            } catch (Refused unreadable) {
                quarantine.put(raw, Failures.reason(unreadable));
            }
        }
        meters.consumed(received.size());
        door.accept(received);
    }
}
