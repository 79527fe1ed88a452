package org.lianban.catalog;

import java.util.ArrayList;
import java.util.List;
import org.lianban.kit.config.ServiceStart;
import org.lianban.servers.Database;
import org.lianban.servers.TestServers;
import org.lianban.servers.tests.WholeAnswers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.reactive.server.WebTestClient;

/** The service on a database of its own and the shared broker. */
public final class RunningCatalog implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private RunningCatalog(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static RunningCatalog on(Database database, String... more) {
        List<String> args = new ArrayList<>(List.of("--server.port=0", "--lianban.database.host=" + database.host(),
                "--lianban.database.port=" + database.port(), "--lianban.database.name=" + database.name(),
                "--lianban.database.user=" + database.user(), "--lianban.database.password=" + database.password(),
                "--lianban.database.schema=" + database.schema(),
                "--lianban.kafka.bootstrap-servers=" + TestServers.kafka().bootstrapServers()));
        args.addAll(List.of(more));
        return new RunningCatalog(ServiceStart.of("catalog-service", CatalogApplication.class)
                .run(args.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public WebTestClient http() {
        return WholeAnswers.client()
                .baseUrl("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"))
                .codecs(c -> c.defaultCodecs().maxInMemorySize(4 << 20)).build();
    }

    @Override
    public void close() {
        context.close();
    }
}
