package org.lianban.standalone.system;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the services beside one another, and stops them beside one another. */
final class ServiceRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);

    private final Map<Service, ConfigurableApplicationContext> running = new EnumMap<>(Service.class);

    /**
     * @param started is told of each service and its milliseconds, on several threads
     * @throws StartFailure when one does not start; the others are stopped by then
     */
    void start(ServiceStart start, BiConsumer<Service, Long> started) {
        Map<Service, Future<ConfigurableApplicationContext>> starting = new EnumMap<>(Service.class);
        try (ExecutorService threads = Executors.newFixedThreadPool(Service.values().length)) {
            for (Service service : Service.values()) {
                starting.put(service, threads.submit(() -> {
                    long begun = System.nanoTime();
                    ConfigurableApplicationContext context = start.run(service);
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

    private static Throwable rootCause(ExecutionException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    ConfigurableApplicationContext context(Service service) {
        ConfigurableApplicationContext context = running.get(service);
        if (context == null) {
            throw new IllegalStateException(service.label() + " does not run");
        }
        return context;
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
    }
}
