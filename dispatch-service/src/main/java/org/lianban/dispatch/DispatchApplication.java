package org.lianban.dispatch;

import org.lianban.dispatch.config.DispatchConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** dispatch-service on its own, or as one of several in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(DispatchConfiguration.class)
public class DispatchApplication {
    public static void main(String[] args) {
        run(args);
    }

    /** Starts with {@code dispatch.yaml}; returns once the doors are open. */
    public static ConfigurableApplicationContext run(String... args) {
        return run(context -> {}, args);
    }

    /** @param before may register beans of the place, such as another clock */
    public static ConfigurableApplicationContext run(
            ApplicationContextInitializer<ConfigurableApplicationContext> before,
            String... args) {
        return new SpringApplicationBuilder(DispatchApplication.class).initializers(before)
                .properties("spring.config.name=dispatch").run(args);
    }
}
