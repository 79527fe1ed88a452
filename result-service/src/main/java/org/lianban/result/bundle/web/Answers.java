package org.lianban.result.bundle.web;

import java.util.List;
import java.util.function.Function;
import org.lianban.command.once.Outcome;
import org.lianban.http.Page;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.lianban.result.bundle.change.StoredCase;
import org.lianban.result.bundle.query.CaseQueries;
import reactor.core.publisher.Mono;

/** What the doors of this service share. */
public final class Answers {
    private Answers() {}

    /** What became of a command. @throws Problem for a refusal */
    public static <R> R of(Outcome<R> outcome) {
        return switch (outcome) {
            case Outcome.Done<R> done -> done.answer();
            case Outcome.Refused<R> refused -> throw Problem.of(refused.refusal());
        };
    }

    /** A number in the address. @throws Problem 400 where it is none */
    public static String key(String name, String value) {
        var parameters = new Parameters();
        parameters.key(name, value);
        parameters.orRefuse();
        return value;
    }

    /** A case by its number in the address; an error where it is none, and where there is no such case. */
    public static Mono<StoredCase> found(CaseQueries queries, String caseNo) {
        return Mono.defer(() -> queries.one(key("caseNo", caseNo)))
                .switchIfEmpty(Mono.error(() -> Problem.notFound("没有此办件：" + caseNo)));
    }

    /**
     * A page as it is shown.
     *
     * @param found up to one more than a page holds
     * @param key by which the next page continues
     */
    public static <F, T> Page<T> page(List<F> found, int size, Function<F, T> view, Function<F, String> key) {
        var page = Page.of(found, size, key);
        return new Page<>(page.items().stream().map(view).toList(), page.next());
    }
}
