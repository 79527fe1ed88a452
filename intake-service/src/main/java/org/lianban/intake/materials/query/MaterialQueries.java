package org.lianban.intake.materials.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.materials.store.MaterialFiles;
import org.lianban.intake.materials.store.MaterialRepository;
import org.lianban.persistence.Database;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Which files are there, and what is in them. */
public record MaterialQueries(Database database, MaterialRepository materials, MaterialFiles files) {
    public Mono<Optional<StoredMaterial>> find(String digest) {
        return database.withConnection(c -> materials.find(c, List.of(digest)))
                .map(found -> Optional.ofNullable(found.get(digest)));
    }

    /** @param digest of a file that is there */
    public Flux<DataBuffer> content(String digest) {
        return files.content(digest);
    }

    /** {@code sm3:} and 64 hex digits of what is stored now; empty when the file is gone. */
    public Mono<String> sm3(String digest) {
        return files.sm3(digest);
    }
}
