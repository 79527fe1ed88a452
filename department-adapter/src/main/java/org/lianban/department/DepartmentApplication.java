package org.lianban.department;

import org.lianban.department.config.DepartmentConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** department-adapter on its own, or as one of several services in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(DepartmentConfiguration.class)
public class DepartmentApplication {
    public static void main(String[] args) {
        run(args);
    }

    /** Starts with {@code department.yaml}; returns once the doors are open. */
    public static ConfigurableApplicationContext run(String... args) {
        return run(context -> {}, args);
    }

    /** @param before may register beans of the place, such as another clock */
    public static ConfigurableApplicationContext run(
            ApplicationContextInitializer<ConfigurableApplicationContext> before,
            String... args) {
        return new SpringApplicationBuilder(DepartmentApplication.class).initializers(before)
                .properties("spring.config.name=department").run(args);
    }
}
