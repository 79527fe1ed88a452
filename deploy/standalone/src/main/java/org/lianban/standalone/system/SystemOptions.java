package org.lianban.standalone.system;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to start.
 *
 * @param data where everything lives on disk
 * @param simulateDepartments whether simulated departments work off the tasks
 * @param clock where the system's clock starts; null for the real time
 * @param properties for all services, stronger than their own configuration
 */
public record SystemOptions(Path data, boolean simulateDepartments, @Nullable Instant clock, PortPlan ports,
        Map<String, String> properties) {
    public SystemOptions {
        properties = Map.copyOf(properties);
    }

    /** The same with its clock started there. */
    public SystemOptions at(Instant start) {
        return new SystemOptions(data, simulateDepartments, start, ports, properties);
    }

    public static SystemOptions in(Path data) {
        return new SystemOptions(data, true, null, new PortPlan(0), Map.of());
    }
}
