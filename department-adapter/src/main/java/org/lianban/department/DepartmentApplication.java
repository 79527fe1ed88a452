package org.lianban.department;

import org.lianban.department.config.DepartmentConfiguration;
import org.lianban.kit.config.ServiceStart;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** department-adapter on its own, or as one of several services in a JVM. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(DepartmentConfiguration.class)
public class DepartmentApplication {
    public static void main(String[] args) {
        ServiceStart.of("department", DepartmentApplication.class).run(args);
    }
}
