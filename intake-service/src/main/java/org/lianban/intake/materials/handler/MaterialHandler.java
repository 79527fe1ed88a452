package org.lianban.intake.materials.handler;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.intake.commands.handler.Commands;
import org.lianban.intake.materials.FileKind;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.intake.materials.store.MaterialFiles;
import org.lianban.intake.materials.store.MaterialRepository;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.handler.WindowLog;
import org.lianban.persistence.Database;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes uploaded files in: the content first, then its place in the list, so that what is listed is there. */
public record MaterialHandler(Database database, MaterialFiles files, MaterialRepository materials,
        WindowRights rights, WindowLog windows, Commands commands) {
    /** 文件登记. @param digest names the file in applications, {@code sha256:} and 64 hex digits */
    public record Kept(String digest, String mediaType, long bytes) {}

    private static final Set<Operation> UPLOAD = EnumSet.of(Operation.UPLOAD);

    /** Durable under its digest when this completes, and not yet listed; {@link NotTaken} as an error signal. */
    public Mono<StoredMaterial> take(Flux<DataBuffer> content, FileKind kind) {
        return files.take(content, kind);
    }

    /** 资料上传 at a window is for its clerks. */
    public Mono<Outcome<Kept>> keep(Keyed<StoredMaterial> keyed, Actor by) {
        StoredMaterial material = keyed.command();
        List<Fault> faults = by.role() == Actor.Role.WINDOW_CLERK
                ? rights.check(by, Operation.UPLOAD, null, null)
                : List.of();
        return faults.isEmpty()
                ? commands.run("Keep", keyed, Kept.class, (tx, now) -> materials.insert(tx, List.of(material), now)
                        .then(Mono.defer(() -> windows.write(tx,
                                windows.performed(by, by.window(), UPLOAD, null), now)))
                        .thenReturn(Outcome.done(201,
                                new Kept(material.digest(), material.mediaType(), material.bytes()))))
                : Mono.just(Outcome.refused(Refusal.forbidden(faults)));
    }

    public Mono<StoredMaterial> find(String digest) {
        return database.withConnection(c -> materials.find(c, List.of(digest)))
                .flatMap(found -> Mono.justOrEmpty(found.get(digest)));
    }

    /** @param digest of a file that is there */
    public Flux<DataBuffer> content(String digest) {
        return files.content(digest);
    }
}
