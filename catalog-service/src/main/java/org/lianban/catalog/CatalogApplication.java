package org.lianban.catalog;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts catalog-service. */
@SpringBootApplication
public class CatalogApplication {

    public static void main(String[] args) {
        run(args);
    }

    /** @param args {@code --name=value}; stronger than the environment */
    public static ConfigurableApplicationContext run(String... args) {
        return new SpringApplicationBuilder(CatalogApplication.class).web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=catalog-service").run(args);
    }
}
