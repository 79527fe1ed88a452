package org.lianban.result.records.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.contracts.event.ResultEvent.CaseArchived;
import org.lianban.http.Problem;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.change.Decision;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.bundle.handler.CaseCommands;
import org.lianban.result.bundle.journal.Damaged;
import org.lianban.result.bundle.journal.Journal;
import org.lianban.result.bundle.journal.JournalRow;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.notices.handler.NoticeHandler;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.result.records.CaseFile;
import org.lianban.result.records.archive.Digests;
import org.lianban.result.records.archive.Packing;
import org.lianban.result.records.store.CaseFileRepository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * 归档: packs an ended case once, keeps the package as a file named by its digest, and says so as an event of the case.
 * Whoever packs second gets what the first packed.
 */
public final class ArchiveHandler {
    private static final String NOT_YET = "NOT_YET_ARCHIVED";

    /** Doors that a package is made from. */
    public record Sources(CaseQueries cases, CaseFileRepository files, NoticeHandler notices, Papers papers, Law law) {}

    private final Database database;
    private final Sources sources;
    private final CaseCommands commands;
    private final InstantSource clock;
    private final Path folder;

    public ArchiveHandler(Database database, Sources sources, CaseCommands commands, InstantSource clock, Path folder) {
        this.database = database;
        this.sources = sources;
        this.commands = commands;
        this.clock = clock;
        this.folder = folder;
    }

    /** @param digest {@code sha256:} and 64 hex digits of the package */
    public record Archived(String caseNo, String digest, Instant at) {}

    /**
     * @return an error 404 for an unknown case, 409 while it is open or a result is not delivered
     */
    public Mono<Archived> archive(String caseNo, Actor actor) {
        return sources.cases().one(caseNo).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)))
                .flatMap(stored -> {
                    var already = stored.bundle().outlet().archived();
                    return already != null
                            ? Mono.just(new Archived(caseNo, already.digest(), already.at()))
                            : pack(ready(stored.bundle()), null).flatMap(packed -> keep(packed)
                                    .flatMap(digest -> say(caseNo, digest, actor)));
                });
    }

    private Mono<Archived> say(String caseNo, String digest, Actor actor) {
        return commands.submit(caseNo, actor, atHand -> {
            var first = atHand.bundle().outlet().archived();
            return first != null
                    ? new Decision.Said<>(List.of(), new Archived(caseNo, first.digest(), first.at()))
                    : new Decision.Said<>(List.of(new CaseArchived(caseNo, digest, atHand.now())),
                            new Archived(caseNo, digest, atHand.now()));
        });
    }

    private static Bundle ready(Bundle bundle) {
        if (!bundle.isSettled()) {
            throw Problem.conflict("NOT_SETTLED", "办件尚未全部办结，不能归档");
        }
        var waiting = bundle.deliverable().stream().filter(no -> bundle.item(no).handout().delivered() == null)
                .toList();
        if (!waiting.isEmpty()) {
            throw Problem.conflict("NOT_DELIVERED", "以下事项的结果尚未送达，不能归档：" + String.join("、", waiting));
        }
        return bundle;
    }

    /** The archived package; an error 404 while there is none. */
    public Mono<byte[]> archived(String caseNo) {
        return sources.cases().one(caseNo).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)))
                .flatMap(stored -> {
                    var archived = stored.bundle().outlet().archived();
                    return archived == null
                            ? Mono.error(Problem.conflict(NOT_YET, "办件尚未归档"))
                            : read(archived.digest());
                });
    }

    /** 事项归档包, made on demand for the department that keeps it. */
    public Mono<byte[]> ofItem(String caseNo, String itemNo) {
        return sources.cases().one(caseNo).switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)))
                .flatMap(stored -> {
                    var item = stored.bundle().item(itemNo);
                    if (item.task() == null) {
                        throw Problem.notFound("此办件没有事项 " + itemNo);
                    }
                    if (item.end() == null) {
                        throw Problem.conflict("NOT_ENDED", "事项尚未办结，不能归档");
                    }
                    return pack(stored.bundle(), itemNo);
                });
    }

    private Mono<byte[]> pack(Bundle bundle, @Nullable String itemNo) {
        Terms terms = sources.law().terms(bundle)
                .orElseThrow(() -> Problem.unavailable("目录副本尚未就绪，请稍后再试"));
        WorkingCalendar calendar = sources.law().published(terms.oneThing().region())
                .orElseThrow(() -> Problem.unavailable("工作日历尚未就绪，请稍后再试"));
        var rows = sources.cases().journal(bundle.caseNo());
        var file = database.withConnection(c -> sources.files().one(c, bundle.caseNo()));
        var notices = notices(bundle.caseNo(), itemNo);
        return Mono.zip(rows, file, notices).publishOn(Schedulers.boundedElastic()).map(
                all -> packed(bundle, itemNo, all.getT1(), all.getT2(), all.getT3(), new Under(terms, calendar)));
    }

    private record Under(Terms terms, WorkingCalendar calendar) {}

    private byte[] packed(Bundle bundle, @Nullable String itemNo, List<JournalRow> rows, Optional<CaseFile> file,
            Map<String, byte[]> notices, Under law) {
        try {
            return Packing.pack(bundle, itemNo, new Packing.Sources(Journal.chapters(rows), law.terms(),
                    law.calendar(), file.map(CaseFile::materials).orElse(List.of()),
                    file.map(CaseFile::facts).orElse(ReceiptFacts.NONE),
                    notices), clock.instant());
        } catch (Damaged damaged) {
            throw Problem.conflict("JOURNAL_DAMAGED", "办件日志不能通过检验：" + damaged.getMessage());
        }
    }

    /** Letters without the addressee's name: whoever is entitled to it reads it at the door of notices. */
    private Mono<Map<String, byte[]>> notices(String caseNo, @Nullable String itemNo) {
        return sources.notices().of(caseNo).publishOn(Schedulers.boundedElastic()).map(all -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (NoticeQueries.Issued issued : all) {
                var sealed = issued.sealed();
                var about = sealed.notice().head().itemNo();
                if (itemNo == null || about == null || itemNo.equals(about)) {
                    var letter = new Papers.Letter(issued.notice(), sealed.templates(), sealed.digest(), null,
                            issued.voidedBy());
                    files.put(issued.notice().no() + ".html",
                            sources.papers().html(letter).getBytes(StandardCharsets.UTF_8));
                }
            }
            return files;
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
