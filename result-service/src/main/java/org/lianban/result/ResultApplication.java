package org.lianban.result;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** result-service, port 8084. */
@SpringBootApplication
public class ResultApplication {
    public static void main(String[] args) {
        run(args);
    }

    public static ConfigurableApplicationContext run(String... args) {
        return new SpringApplicationBuilder(ResultApplication.class).web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=result-service").run(args);
    }
}
