package org.lianban.standalone.system;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lianban.servers.Ports;
import org.lianban.standalone.system.LianbanSystem.StartFailure;

/**
 * Every TCP port of one system.
 *
 * @param offset added to each usual port, so that a second system can run beside the first; 0 to 40,000
 */
public record PortPlan(int offset) {
    private static final int CONTROL = 8080;
    private static final int KAFKA = 19092;
    private static final int POSTGRES = 15432;
    private static final int MAX_OFFSET = 40_000;

    public PortPlan {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new IllegalArgumentException("A port offset is 0 to " + MAX_OFFSET + ", not " + offset);
        }
    }

    public int of(Service service) {
        return service.port() + offset;
    }

    public int control() {
        return CONTROL + offset;
    }

    public int kafka() {
        return KAFKA + offset;
    }

    public int postgres() {
        return POSTGRES + offset;
    }

    public String url(Service service) {
        return "http://localhost:" + of(service);
    }

    /** Ports by use, control first. */
    public Map<String, Integer> all() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("control", control());
        for (Service service : Service.values()) {
            ports.put(service.label(), of(service));
        }
        ports.put("Kafka", kafka());
        ports.put("PostgreSQL", postgres());
        return ports;
    }

    /** @throws StartFailure naming every taken port and what it is for */
    void requireFree() {
        StringBuilder taken = new StringBuilder();
        all().forEach((use, port) -> {
            if (Ports.taken(port)) {
                taken.append("\n  port ").append(port).append(" (").append(use).append(")");
            }
        });
        if (!taken.isEmpty()) {
            throw new StartFailure("Already taken by another process:" + taken
                    + "\nStop it, or use other ports with --port-offset N.");
        }
    }
}
