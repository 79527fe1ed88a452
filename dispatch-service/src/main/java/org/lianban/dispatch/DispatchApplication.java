package org.lianban.dispatch;

import org.lianban.dispatch.config.DispatchConfiguration;
import org.lianban.kit.config.ServiceStart;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** dispatch-service on its own, or as one of several in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(DispatchConfiguration.class)
public class DispatchApplication {
    public static void main(String[] args) {
        ServiceStart.of("dispatch", DispatchApplication.class).run(args);
    }
}
