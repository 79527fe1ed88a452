package org.lianban.standalone.system;

import java.util.Locale;
import org.lianban.catalog.CatalogApplication;
import org.lianban.department.DepartmentApplication;
import org.lianban.dispatch.DispatchApplication;
import org.lianban.intake.IntakeApplication;
import org.lianban.result.ResultApplication;

/** The five services: where each lives and how it is called. */
public enum Service {
    /** 目录. */
    CATALOG(CatalogApplication.class, "catalog-service", 8085, "catalog-service"),
    /** 收件. */
    INTAKE(IntakeApplication.class, "intake-service", 8081, "intake"),
    /** 分发. */
    DISPATCH(DispatchApplication.class, "dispatch-service", 8082, "dispatch"),
    /** 部门对接. */
    DEPARTMENT(DepartmentApplication.class, "department-adapter", 8083, "department"),
    /** 汇总. */
    RESULT(ResultApplication.class, "result-service", 8084, "result-service");

    private final Class<?> application;
    private final String label;
    private final int port;
    private final String configuration;

    Service(Class<?> application, String label, int port, String configuration) {
        this.application = application;
        this.label = label;
        this.port = port;
        this.configuration = configuration;
    }

    public String label() {
        return label;
    }

    /** Name of its database schema and role. */
    public String schema() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its own port, before any offset. */
    public int port() {
        return port;
    }

    /** Its configuration file on the class path, without {@code .yaml}. */
    public String configuration() {
        return configuration;
    }

    /** What Spring Boot starts from. */
    Class<?> application() {
        return application;
    }
}
