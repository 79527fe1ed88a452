package org.lianban.result.notices.store;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.lianban.persistence.Columns;
import org.lianban.persistence.Database;
import org.lianban.result.notices.delivery.Shipment;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of parcels. */
public final class ShipmentRepository {
    private static final String COLUMNS = "carrier, courier_no, direction, from_place, to_place, contents, track, version";
    private static final TypeReference<List<Shipment.Mark>> TRACK = new TypeReference<>() {
    };

    private final JsonMapper json = JsonMapper.builder().build();

    /** @param version one more with every step */
    public record Stored(Shipment shipment, long version) {}

    /** @return 0 when the parcel was booked before */
    public Mono<Long> book(Connection tx, Shipment s, String by) {
        return Database.update(tx, """
                insert into shipment (carrier, courier_no, direction, from_place, to_place, contents, state, track,
                    booked_by, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1)
                on conflict (carrier, courier_no) do nothing
                """, s.carrier(), s.courierNo(), s.direction().name(), s.from(), s.to(), contents(s),
                s.state().name(), json.writeValueAsString(s.track()), by);
    }

    public Mono<List<Stored>> find(Connection connection, String carrier, String courierNo) {
        return Database.query(connection,
                "select " + COLUMNS + " from shipment where carrier = $1 and courier_no = $2", this::kept, carrier,
                courierNo);
    }

    /** @return 0 when somebody else moved it meanwhile */
    public Mono<Long> move(Connection tx, Stored before, Shipment after) {
        return Database.update(tx, """
                update shipment set state = $4, track = $5, version = version + 1
                where carrier = $1 and courier_no = $2 and version = $3
                """, after.carrier(), after.courierNo(), before.version(), after.state().name(),
                json.writeValueAsString(after.track()));
    }

    /** Parcels that hold something of the case, at most 100. */
    public Mono<List<Stored>> of(Connection connection, String caseNo, List<String> itemNos) {
        return Database.query(connection,
                "select " + COLUMNS + " from shipment where contents && $1 order by carrier, courier_no limit 100",
                this::kept, (Object) Columns.texts(itemNos, no -> caseNo + "/" + no));
    }

    private static String[] contents(Shipment s) {
        return s.contents().stream().map(c -> c.caseNo() + "/" + c.itemNo()).toArray(String[]::new);
    }

    private Stored kept(Readable row) {
        var contents = Columns.list(row, "contents").stream()
                .map(text -> new Shipment.Enclosed(text.substring(0, text.lastIndexOf('/')),
                        text.substring(text.lastIndexOf('/') + 1)))
                .toList();
        return new Stored(new Shipment(Columns.text(row, "carrier"), Columns.text(row, "courier_no"),
                Columns.name(row, "direction", Shipment.Direction.class), Columns.text(row, "from_place"),
                Columns.text(row, "to_place"), contents, json.readValue(Columns.text(row, "track"), TRACK)),
                Columns.bigint(row, "version"));
    }
}
