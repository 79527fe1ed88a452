package org.lianban.result.oversight.config;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lianban.messaging.Failures;
import org.lianban.result.oversight.FileKind;
import org.lianban.result.oversight.query.BulletinQueries.Standing;
import org.lianban.result.oversight.query.BulletinQueries;
import org.lianban.result.oversight.supervision.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Open orders by state ({@code lianban_result_orders}), open files by kind ({@code lianban_result_files}) and those
 * that have missed a limit ({@code lianban_result_files_red}); read every few seconds, never by a scrape.
 */
final class CareMeters implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CareMeters.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final BulletinQueries queries;
    private volatile List<Standing> standing = List.of();
    private @Nullable Disposable running;

    CareMeters(BulletinQueries queries, MeterRegistry registry) {
        this.queries = queries;
        for (State state : State.values()) {
            if (state != State.CLEARED) {
                Gauge.builder("lianban.result.orders", this, m -> m.sum(
                        s -> s.kind().equals(FileKind.ORDER.name()) && s.state().equals(state.name())))
                        .description("Open supervision orders by state").tag("state", state.name()).register(registry);
            }
        }
        for (FileKind kind : FileKind.values()) {
            Gauge.builder("lianban.result.files", this, m -> m.sum(s -> s.kind().equals(kind.name())))
                    .description("Open tickets, orders, checks and licences").tag("kind", kind.name())
                    .register(registry);
            Gauge.builder("lianban.result.files.red", this, m -> m.sum(s -> s.kind().equals(kind.name()) && s.red()))
                    .description("Open files that have missed a limit").tag("kind", kind.name()).register(registry);
        }
    }

    private double sum(Predicate<Standing> which) {
        return standing.stream().filter(which).mapToLong(Standing::n).sum();
    }

    @Override
    public void start() {
        running = Mono.defer(queries::standing).doOnNext(read -> standing = read).then().onErrorResume(failure -> {
            LOG.warn("Open files could not be counted and are counted again: {}", Failures.reason(failure));
            return Mono.empty();
        }).then(Mono.delay(PAUSE)).repeat().subscribe();
    }

    @Override
    public void stop() {
        var loop = running;
        if (loop != null) {
            loop.dispose();
        }
        running = null;
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
