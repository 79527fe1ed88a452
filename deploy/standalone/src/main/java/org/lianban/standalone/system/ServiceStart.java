package org.lianban.standalone.system;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianban.servers.Database;
import org.lianban.servers.LocalPostgres;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What each service is told about this place: its port, its database role, the broker, the directory and the clock.
 *
 * @param extra properties for all services, stronger than their own configuration
 */
record ServiceStart(PortPlan ports, LocalPostgres postgres, String bootstrapServers, Path data, InstantSource clock,
        Map<String, String> extra) {

    ConfigurableApplicationContext run(Service service) {
        return new SpringApplicationBuilder(service.application()).web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .initializers(context -> ((GenericApplicationContext) context).registerBean("placeClock",
                        InstantSource.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(arguments(service));
    }

    private String[] arguments(Service service) {
        Database database = postgres.of(service.schema());
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.name=" + service.configuration(),
                "--server.port=" + ports.of(service),
                "--lianban.database.host=" + database.host(),
                "--lianban.database.port=" + database.port(),
                "--lianban.database.name=" + database.name(),
                "--lianban.database.user=" + database.user(),
                "--lianban.database.password=" + database.password(),
                "--lianban.kafka.bootstrap-servers=" + bootstrapServers,
                "--lianban.data-dir=" + data,
                // Closed cases for a draft's rehearsal; and the bench publishes its workload without tests and gate.
                "--lianban.catalog.result-url=http://127.0.0.1:" + ports.of(Service.RESULT),
                "--lianban.catalog.direct-publication=true",
                // No gateway stands in front: whoever names no account may still try everything by hand.
                "--lianban.intake.windows=TRIAL",
                "--spring.lifecycle.timeout-per-shutdown-phase=5s"));
        extra.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments.toArray(String[]::new);
    }
}
