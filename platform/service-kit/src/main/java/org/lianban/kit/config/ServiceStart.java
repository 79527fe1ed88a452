package org.lianban.kit.config;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** How every service starts, on its own or as one of several in a JVM. */
public final class ServiceStart {
    private ServiceStart() {}

    /**
     * Its {@code run} takes {@code --name=value}, stronger than the environment, and returns once the doors are open.
     *
     * @param configuration name of its file on the class path, without {@code .yaml}
     * @param sources its application, and what else the place brings
     */
    public static SpringApplicationBuilder of(String configuration, Class<?>... sources) {
        return new SpringApplicationBuilder(sources).web(WebApplicationType.REACTIVE)
                .properties("spring.config.name=" + configuration);
    }
}
