package org.lianban.standalone.system;

/** The five services: where each lives and how it is called. */
public enum Service {
    CATALOG("catalog-service", "catalog", 8085, "org.lianban.catalog.CatalogApplication", "catalog-service"), INTAKE(
            "intake-service", "intake", 8081, "org.lianban.intake.IntakeApplication", "intake-service"), DISPATCH(
                    "dispatch-service", "dispatch", 8082, "org.lianban.dispatch.DispatchApplication",
                    "dispatch"), DEPARTMENT("department-adapter", "department", 8083,
                            "org.lianban.department.DepartmentApplication", "department-adapter"), RESULT(
                                    "result-service", "result", 8084, "org.lianban.result.ResultApplication",
                                    "result-service");

    private final String label;
    private final String schema;
    private final int port;
    private final String application;
    private final String configuration;

    Service(String label, String schema, int port, String application, String configuration) {
        this.label = label;
        this.schema = schema;
        this.port = port;
        this.application = application;
        this.configuration = configuration;
    }

    public String label() {
        return label;
    }

    /** Name of its database schema and role. */
    public String schema() {
        return schema;
    }

    /** Its own port, before any offset. */
    public int port() {
        return port;
    }

    /** Its configuration file on the class path, without {@code .yaml}. */
    public String configuration() {
        return configuration;
    }

    /** The class that Spring Boot starts from. */
    Class<?> application() {
        try {
            return Class.forName(application);
        } catch (ClassNotFoundException e) {
            throw new StartFailure(label + " is not on the class path (" + application + ")", e);
        }
    }
}
