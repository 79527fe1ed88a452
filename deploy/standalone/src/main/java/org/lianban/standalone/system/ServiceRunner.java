package org.lianban.standalone.system;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.lianban.kit.config.ServiceStart;
import org.lianban.servers.Database;
import org.lianban.servers.LocalKafka;
import org.lianban.servers.LocalPostgres;
import org.lianban.standalone.system.LianbanSystem.StartFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Starts the services beside one another, tells each of its place, and stops them beside one another. */
final class ServiceRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);

    private final SystemOptions options;
    private final Path data;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;
    // The five share these. Those of the JVM would end, for every other system in it, with the first service that stops.
    private final LoopResources loops = LoopResources.create("lianban");
    private final ConnectionProvider connections = ConnectionProvider.create("lianban");
    private final Map<Service, ConfigurableApplicationContext> running = new EnumMap<>(Service.class);

    /** @param data where services keep files */
    ServiceRunner(SystemOptions options, Path data, LocalPostgres postgres, LocalKafka kafka) {
        this.options = options;
        this.data = data;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /**
     * @param started is told of each service and its milliseconds, on several threads
     * @throws StartFailure when one does not start; the others are stopped by then
     */
    void start(BiConsumer<Service, Long> started) {
        Map<Service, Future<ConfigurableApplicationContext>> starting = new EnumMap<>(Service.class);
        try (ExecutorService threads = Executors.newFixedThreadPool(Service.values().length)) {
            for (Service service : Service.values()) {
                starting.put(service, threads.submit(() -> {
                    long begun = System.nanoTime();
                    ConfigurableApplicationContext context = run(service, options.clock());
                    started.accept(service, (System.nanoTime() - begun) / 1_000_000);
                    return context;
                }));
            }
        }
        List<String> failures = new ArrayList<>();
        starting.forEach((service, context) -> collect(service, context, failures));
        if (!failures.isEmpty()) {
            close();
            throw new StartFailure(String.join("\n", failures));
        }
    }

    private ConfigurableApplicationContext run(Service service, InstantSource clock) {
        return ServiceStart.of(service.configuration(), service.application()).registerShutdownHook(false)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean("placeClock", InstantSource.class, () -> clock,
                            definition -> definition.setPrimary(true));
                    beans.registerBean("network", ReactorResourceFactory.class, this::network);
                })
                .run(arguments(service));
    }

    private ReactorResourceFactory network() {
        var factory = new ReactorResourceFactory();
        factory.setUseGlobalResources(false);
        factory.setLoopResources(loops);
        factory.setConnectionProvider(connections);
        return factory;
    }

    private String[] arguments(Service service) {
        Database database = postgres.of(service.schema());
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + options.ports().of(service),
                "--lianban.database.host=" + database.host(),
                "--lianban.database.port=" + database.port(),
                "--lianban.database.name=" + database.name(),
                "--lianban.database.user=" + database.user(),
                "--lianban.database.password=" + database.password(),
                "--lianban.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--lianban.data-dir=" + data,
                // Closed cases for a draft's rehearsal; and the bench publishes its workload without tests and gate.
                "--lianban.catalog.result-url=http://127.0.0.1:" + options.ports().of(Service.RESULT),
                "--lianban.catalog.direct-publication=true",
                // No gateway stands in front: whoever names no account may still try everything by hand.
                "--lianban.intake.windows=TRIAL",
                "--spring.lifecycle.timeout-per-shutdown-phase=5s"));
        options.properties().forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }

    private void collect(Service service, Future<ConfigurableApplicationContext> context, List<String> failures) {
        try {
            running.put(service, context.get());
        } catch (ExecutionException e) {
            LOG.error("{} did not start", service.label(), e.getCause());
            failures.add(service.label() + " did not start: " + rootCause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failures.add("Interrupted while starting " + service.label());
        }
    }

    private static Throwable rootCause(Throwable failure) {
        return failure.getCause() == null ? failure : rootCause(failure.getCause());
    }

    @Override
    public void close() {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            running.forEach((service, context) -> threads.execute(() -> {
                try {
                    context.close();
                } catch (RuntimeException e) {
                    LOG.error("{} did not stop cleanly", service.label(), e);
                }
            }));
        }
        running.clear();
        connections.dispose();
        loops.dispose();
    }
}
