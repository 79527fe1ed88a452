package org.lianban.standalone.system;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * How to start.
 *
 * @param data where everything lives on disk
 * @param simulateDepartments whether simulated departments work off the tasks
 * @param clock the time of every service and department; it can be moved when it is a {@link SteppableClock}
 * @param properties for all services, stronger than their own configuration
 */
public record SystemOptions(Path data, boolean simulateDepartments, InstantSource clock, PortPlan ports,
        Map<String, String> properties) {
    public SystemOptions {
        properties = Map.copyOf(properties);
    }
}
