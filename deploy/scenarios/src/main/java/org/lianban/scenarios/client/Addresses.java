package org.lianban.scenarios.client;

import org.lianban.standalone.system.LianbanSystem;
import org.lianban.standalone.system.PortPlan;
import org.lianban.standalone.system.Service;

/** Where the doors of a running system are: base URLs of the services, and the broker. */
public record Addresses(String catalog, String intake, String dispatch, String department, String result,
        String bootstrapServers) {

    public static Addresses of(LianbanSystem system) {
        PortPlan ports = system.options().ports();
        return new Addresses(ports.url(Service.CATALOG), ports.url(Service.INTAKE), ports.url(Service.DISPATCH),
                ports.url(Service.DEPARTMENT), ports.url(Service.RESULT), system.kafka().bootstrapServers());
    }
}
