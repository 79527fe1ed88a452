package org.lianban.messaging;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** What a test of the inbox stands on: an empty database, a ledger that handles, and the door before it. */
abstract class OnALedger {
    static Rig rig;
    Parking parking;
    Ledger ledger;
    BatchInbox inbox;

    @BeforeAll
    static void start() {
        rig = new Rig();
        rig.sql(Ledger.TABLE);
    }

    @AfterAll
    static void stop() {
        rig.close();
    }

    @BeforeEach
    void clean() {
        rig.sql("truncate ledger, quarantine, parked, outbox");
        parking = rig.parking();
        ledger = new Ledger(parking);
        inbox = inbox(parking, ledger);
    }

    static BatchInbox inbox(Parking parking, Ledger ledger) {
        return new BatchInbox(
                new BatchInbox.Kit(rig.database, rig.types, rig.json, rig.quarantine, parking, rig.meters), ledger);
    }

    static List<String> ledger() {
        return rig.column("select subject || ' ' || last || ': ' || words from ledger order by subject");
    }
}
