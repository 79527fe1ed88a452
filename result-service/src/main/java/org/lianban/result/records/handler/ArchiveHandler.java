package org.lianban.result.records.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.ResultEvent.CaseArchived;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.records.archive.ArchiveRules;
import org.lianban.security.Digests;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * 归档: packs an ended case once, keeps the package as a file named by its digest, and says so as an event of the case.
 * Whoever packs second gets what the first packed.
 */
public record ArchiveHandler(CaseQueries cases, Packer packer, CaseCommands commands, Path folder) {
    private static final String NOT_YET = "NOT_YET_ARCHIVED";

    /** @param digest {@code sha256:} and 64 hex digits of the package */
    public record Archived(String caseNo, String digest, Instant at) {}

    /** Refused while the case is open or a result is not delivered. */
    public Mono<Outcome<Archived>> archive(String caseNo, Actor actor) {
        return of(caseNo, bundle -> {
            var already = bundle.outlet().archived();
            return already != null
                    ? Mono.just(Outcome.done(new Archived(caseNo, already.digest(), already.at())))
                    : then(packer.pack(bundle, null, ArchiveRules.refusal(bundle)),
                            packed -> keep(packed).flatMap(digest -> publish(caseNo, digest, actor)));
        });
    }

    /** Whoever packed second is answered what the first packed. */
    private Mono<Outcome<Archived>> publish(String caseNo, String digest, Actor actor) {
        return then(commands.submit(caseNo, actor, context -> context.bundle().outlet().archived() != null
                ? Decision.repeated()
                : Decision.accepted(new CaseArchived(caseNo, digest, context.now()))), own -> of(caseNo, bundle -> {
                    var archived = Objects.requireNonNull(bundle.outlet().archived());
                    return Mono.just(Outcome.done(new Archived(caseNo, archived.digest(), archived.at())));
                }));
    }

    /** The archived package; refused while there is none. */
    public Mono<Outcome<byte[]>> archived(String caseNo) {
        return of(caseNo, bundle -> {
            var archived = bundle.outlet().archived();
            return archived == null
                    ? Mono.just(Outcome.refused(Refusal.conflict(NOT_YET, "办件尚未归档")))
                    : read(archived.digest()).map(Outcome::done);
        });
    }

    /** 事项归档包, made on demand for the department that keeps it. */
    public Mono<Outcome<byte[]>> ofItem(String caseNo, String itemNo) {
        return of(caseNo, bundle -> packer.pack(bundle, itemNo, ArchiveRules.refusal(bundle, itemNo)));
    }

    private <R> Mono<Outcome<R>> of(String caseNo, Function<Bundle, Mono<Outcome<R>>> then) {
        return cases.one(caseNo).map(StoredCase::bundle).flatMap(then)
                .switchIfEmpty(Mono.fromSupplier(() -> Outcome.refused(Refusal.notFound("没有此办件：" + caseNo))));
    }

    private static <A, R> Mono<Outcome<R>> then(Mono<Outcome<A>> first, Function<A, Mono<Outcome<R>>> next) {
        return first.flatMap(outcome -> switch (outcome) {
            case Outcome.Done<A> done -> next.apply(done.answer());
            case Outcome.Refused<A> refused -> Mono.just(Outcome.refused(refused.refusal()));
        });
    }

    private Mono<String> keep(byte[] packed) {
        return Mono.fromCallable(() -> {
            String digest = Digests.sha256(packed);
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "package", ".new");
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(packed));
                channel.force(true);
            }
            Files.move(fresh, file(digest), StandardCopyOption.ATOMIC_MOVE);
            return digest;
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<byte[]> read(String digest) {
        return Mono.fromCallable(() -> {
            try {
                return Files.readAllBytes(file(digest));
            } catch (NoSuchFileException missing) {
                throw new IllegalStateException("The package " + digest + " is missing from " + folder, missing);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }).subscribeOn(Schedulers.boundedElastic());
    }

    private Path file(String digest) {
        return folder.resolve(digest.substring(digest.indexOf(':') + 1) + ".zip");
    }
}
