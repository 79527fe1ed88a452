package org.lianban.kit.smoke;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianban.contracts.event.IntakeEvent.CaseWithdrawn;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.messaging.BatchInbox;
import org.lianban.messaging.Incoming;
import org.lianban.persistence.Database;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.messaging.Message;

/** Stores what it receives, one row per event; an event that is there already is not stored again. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SmokeApplication {
    final AtomicInteger failuresLeft = new AtomicInteger();
    final List<Map<String, Object>> headersSeen = java.util.Collections.synchronizedList(new ArrayList<>());

    static ConfigurableApplicationContext run(String... arguments) {
        SpringApplication application = new SpringApplication(SmokeApplication.class);
        application.setWebApplicationType(WebApplicationType.REACTIVE);
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--spring.config.name=smoke-service";
        return application.run(all);
    }

    @Bean
    java.util.function.Consumer<Message<List<byte[]>>> inbox(BatchInbox.Kit kit) {
        BatchInbox inbox = new BatchInbox(kit, (tx, batch) -> Database.update(tx, """
                insert into applied (event_id, topic_source, subject, sequence, actor, traceparent, reason)
                select * from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[],
                    $7::text[])
                on conflict (event_id) do nothing
                """, column(batch, Incoming::id), column(batch, Incoming::source), column(batch, Incoming::subject),
                batch.stream().map(Incoming::sequence).toArray(Long[]::new), column(batch, Incoming::actor),
                column(batch, Incoming::traceparent),
                column(batch, e -> e.data() instanceof CaseWithdrawn w ? w.reason() : e.type())).then());
        return message -> {
            headersSeen.add(Map.copyOf(message.getHeaders()));
            if (failuresLeft.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new org.lianban.messaging.NotYet("The surroundings fail as the test wants");
            }
            inbox.accept(message);
        };
    }

    private static String[] column(List<Incoming<?>> batch, java.util.function.Function<Incoming<?>, String> field) {
        return batch.stream().map(field).toArray(String[]::new);
    }

    @Bean
    DoorController door() {
        return new DoorController();
    }

    @Bean
    SmokeController controller(Database database, org.lianban.messaging.Outbox outbox, CatalogCopy catalog) {
        return new SmokeController(database, outbox);
    }
}
