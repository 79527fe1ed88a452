package org.lianban.intake.application.handler;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.lianban.command.once.OnceOnly;
import org.lianban.command.once.Outcome;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.checking.Checker.Verdict;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.windows.handler.WindowLog;
import reactor.core.publisher.Mono;

/**
 * 收件: carries out a batch of commands on applications in one transaction, whatever door they came through. A batch of
 * plain filings is three statements: numbers, applications, outbox.
 */
public record IntakeHandler(CaseLoader loader, Preparing preparing, Consequences consequences, WindowLog windows,
        ChangesWriter writer, InstantSource clock) implements OnceOnly.Handler<Request, CaseAnswer> {
    @Override
    public Mono<List<Outcome<CaseAnswer>>> handle(Connection tx, List<Request> requests) {
        Instant now = clock.instant();
        return loader.load(tx, requests.stream().map(Request::command).toList()).flatMap(known -> {
            Batch batch = new Batch(requests, known, now, preparing, consequences, windows);
            return loader.numbers(tx, now, batch.wanted()).flatMap(numbers -> {
                List<Outcome<CaseAnswer>> outcomes = batch.decide(numbers);
                return writer.write(tx, batch.changes(), now)
                        .then(Mono.defer(() -> loader.giveBack(tx, now, numbers)))
                        .thenReturn(outcomes);
            });
        });
    }

    /** What filing would be answered, without filing. */
    Mono<Verdict> tryOut(Connection connection, IntakeCommand.File file, Gathered gathered) {
        return loader.files(connection, file.filing().digests())
                .map(files -> preparing.verdict(file, gathered, null, files, clock.instant()));
    }
}
