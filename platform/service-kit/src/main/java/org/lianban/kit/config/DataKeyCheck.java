package org.lianban.kit.config;

import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianban.persistence.Database;
import org.lianban.security.DataKeys;
import reactor.core.publisher.Mono;

/**
 * Refuses to start on a database that was sealed with keys this instance does not have: it could neither read what is
 * there nor would others read what it writes.
 */
final class DataKeyCheck {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Database database;
    private final DataKeys keys;

    DataKeyCheck(Database database, DataKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    private record Known(String id, String fingerprint) {}

    void requireSameKeys() {
        List<Known> known = database.inTransaction(this::enter).block(LIMIT);
        List<String> wrong = new ArrayList<>();
        Map<String, String> mine = keys.fingerprints();
        for (Known key : known == null ? List.<Known>of() : known) {
            if (!key.fingerprint().equals(mine.get(key.id()))) {
                wrong.add(key.id());
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("This database was sealed with data keys " + wrong
                    + " that are missing or different here. Use the file lianban.security.data-key-file that it was"
                    + " sealed with; a new key goes on top of the old ones, which stay");
        }
    }

    private Mono<List<Known>> enter(Connection tx) {
        Map<String, String> mine = keys.fingerprints();
        return Database.update(tx, """
                insert into data_key (id, fingerprint) select * from unnest($1::text[], $2::text[])
                on conflict (id) do nothing
                """, texts(mine.keySet()), texts(mine.values()))
                .then(Database.query(tx, "select id, fingerprint from data_key order by id",
                        row -> new Known(text(row, "id"), text(row, "fingerprint"))));
    }
}
