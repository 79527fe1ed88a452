package org.lianban.intake.materials.store;

import static org.lianban.persistence.Columns.bigint;
import static org.lianban.persistence.Columns.bigints;
import static org.lianban.persistence.Columns.text;
import static org.lianban.persistence.Columns.texts;
import static org.lianban.persistence.Columns.utc;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Which files are there; their content is with {@link MaterialFiles}. */
public final class MaterialRepository {

    public Mono<Map<String, StoredMaterial>> find(Connection connection, Collection<String> digests) {
        return digests.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(connection, "select digest, media_type, bytes from material where digest = any($1)",
                        row -> new StoredMaterial(text(row, "digest"), text(row, "media_type"), bigint(row, "bytes")),
                        (Object) texts(digests)).map(
                                found -> found.stream()
                                        .collect(Collectors.toMap(StoredMaterial::digest, m -> m)));
    }

    /** A digest that is known stays as it was. */
    public Mono<Void> insert(Connection tx, List<StoredMaterial> files, Instant now) {
        OffsetDateTime at = utc(now);
        return files.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into material (digest, media_type, bytes, stored_at)
                        select v.*, $4 from unnest($1::text[], $2::text[], $3::bigint[]) as v order by 1
                        on conflict (digest) do nothing
                        """, texts(files, StoredMaterial::digest),
                        texts(files, StoredMaterial::mediaType), bigints(files, StoredMaterial::bytes), at).then();
    }
}
