package org.lianban.intake.materials.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianban.intake.application.store.ApplicationCodec;
import org.lianban.intake.application.store.ApplicationStore;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;

/** Which files are there; their content is with {@link MaterialFiles}. */
public final class MaterialStore {

    public Mono<Map<String, StoredMaterial>> find(Connection connection, Collection<String> digests) {
        return digests.isEmpty()
                ? Mono.just(Map.of())
                : Database.query(connection, "select digest, media_type, bytes from material where digest = any($1)",
                        row -> new StoredMaterial(ApplicationCodec.text(row, "digest"),
                                ApplicationCodec.text(row, "media_type"),
                                Objects.requireNonNull(row.get("bytes", Long.class))),
                        (Object) digests.toArray(String[]::new)).map(found -> {
                            Map<String, StoredMaterial> byDigest = new HashMap<>();
                            found.forEach(m -> byDigest.put(m.digest(), m));
                            return byDigest;
                        });
    }

    /** A digest that is known stays as it was. */
    public Mono<Void> insert(Connection tx, List<StoredMaterial> files, Instant now) {
        OffsetDateTime at = ApplicationStore.utc(now);
        return files.isEmpty()
                ? Mono.empty()
                : Database.update(tx, """
                        insert into material (digest, media_type, bytes, stored_at)
                        select v.*, $4 from unnest($1::text[], $2::text[], $3::bigint[]) as v order by 1
                        on conflict (digest) do nothing
                        """, files.stream().map(StoredMaterial::digest).toArray(String[]::new),
                        files.stream().map(StoredMaterial::mediaType).toArray(String[]::new),
                        files.stream().map(StoredMaterial::bytes).toArray(Long[]::new), at).then();
    }
}
