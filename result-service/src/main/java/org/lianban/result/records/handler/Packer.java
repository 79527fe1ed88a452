package org.lianban.result.records.handler;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.persistence.Database;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Terms;
import org.lianban.result.bundle.journal.Journal;
import org.lianban.result.bundle.law.Law;
import org.lianban.result.bundle.query.CaseQueries;
import org.lianban.result.notices.handler.NoticeHandler;
import org.lianban.result.notices.paper.Papers;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.result.records.CaseFile;
import org.lianban.result.records.archive.Packing;
import org.lianban.result.records.store.CaseFileRepository;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gathers what a package holds, and packs it. */
public record Packer(Database database, CaseQueries cases, CaseFileRepository files, NoticeHandler notices,
        Papers papers, Law law, InstantSource clock) {
    Mono<Outcome<byte[]>> pack(Bundle bundle, @Nullable String itemNo, Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            return Mono.just(Outcome.refused(refusal.get()));
        }
        var terms = law.terms(bundle).orElse(null);
        var calendar = terms == null ? null : law.published(terms.oneThing().region()).orElse(null);
        if (terms == null || calendar == null) {
            return Mono.just(Outcome.refused(Refusal.unavailable("目录或者工作日历副本尚未就绪，请稍后再试")));
        }
        var rows = cases.journal(bundle.caseNo());
        var file = database.withConnection(c -> files.one(c, bundle.caseNo()));
        return Mono.zip(rows, file, notices(bundle.caseNo(), itemNo)).publishOn(Schedulers.boundedElastic())
                .map(all -> packed(bundle, itemNo, all.getT1(), all.getT2(), all.getT3(), new Under(terms, calendar)));
    }

    private record Under(Terms terms, WorkingCalendar calendar) {}

    private Outcome<byte[]> packed(Bundle bundle, @Nullable String itemNo, List<Journal.Row> rows,
            Optional<CaseFile> file, Map<String, byte[]> notices, Under law) {
        try {
            return Outcome.done(Packing.pack(bundle, itemNo, new Packing.Sources(Journal.chapters(rows), law.terms(),
                    law.calendar(), file.map(CaseFile::materials).orElse(List.of()),
                    file.map(CaseFile::facts).orElse(ReceiptFacts.NONE), notices), clock.instant()));
        } catch (Journal.Damaged damaged) {
            return Outcome.refused(Refusal.conflict("JOURNAL_DAMAGED", "办件日志不能通过检验：" + damaged.getMessage()));
        }
    }

    /** Letters without the addressee's name: whoever is entitled to it reads it at the door of notices. */
    private Mono<Map<String, byte[]>> notices(String caseNo, @Nullable String itemNo) {
        return notices.of(caseNo).publishOn(Schedulers.boundedElastic()).map(all -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (NoticeQueries.Issued issued : all) {
                var sealed = issued.sealed();
                var about = sealed.notice().head().itemNo();
                if (itemNo == null || about == null || itemNo.equals(about)) {
                    var letter = new Papers.Letter(issued.notice(), sealed.templates(), sealed.digest(), null,
                            issued.voidedBy());
                    files.put(issued.notice().no() + ".html", papers.html(letter).getBytes(StandardCharsets.UTF_8));
                }
            }
            return files;
        });
    }
}
