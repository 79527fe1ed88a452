package org.lianban.standalone.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianban.servers.Ports;

class PlaceTest {
    @TempDir
    Path data;

    @Test
    void shouldUseThePublishedPorts() {
        assertThat(new PortPlan(0).all()).containsEntry("control", 8080).containsEntry("intake-service", 8081)
                .containsEntry("dispatch-service", 8082).containsEntry("department-adapter", 8083)
                .containsEntry("result-service", 8084).containsEntry("catalog-service", 8085)
                .containsEntry("Kafka", 19092).containsEntry("PostgreSQL", 15432);
    }

    @Test
    void shouldNameEveryTakenPortAndItsUse() throws IOException {
        PortPlan plan = freePlan();
        try (ServerSocket intake = new ServerSocket(plan.of(Service.INTAKE), 1, InetAddress.getLoopbackAddress());
                ServerSocket kafka = new ServerSocket(plan.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(plan::requireFree).isInstanceOf(LianbanSystem.StartFailure.class)
                    .hasMessageContaining("port " + intake.getLocalPort() + " (intake-service)")
                    .hasMessageContaining("port " + kafka.getLocalPort() + " (Kafka)")
                    .hasMessageContaining("--port-offset");
        }
    }

    /** Below the range that systems take outgoing connections' ports from: nobody gets one of these by chance. */
    private static PortPlan freePlan() {
        for (int offset = 11_000; offset < 13_500; offset += 50) {
            PortPlan plan = new PortPlan(offset);
            if (plan.all().values().stream().noneMatch(Ports::taken)) {
                return plan;
            }
        }
        throw new IllegalStateException("Every port from 19080 to 32592 is taken");
    }

    @Test
    void shouldLetOneProcessAtATimeHaveADirectory() throws IOException {
        try (DataDirectory mine = DataDirectory.open(data)) {
            assertThat(mine.root()).isAbsolute();
            assertThatThrownBy(() -> DataDirectory.open(data)).isInstanceOf(LianbanSystem.StartFailure.class)
                    .hasMessageContaining("already runs on")
                    .hasMessageContaining("pid " + ProcessHandle.current().pid());
        }
        DataDirectory.open(data).close();
    }

    @Test
    void shouldFindEveryServicesConfiguration() {
        for (Service service : Service.values()) {
            assertThat(getClass().getResource("/" + service.configuration() + ".yaml")).as(service.label()).isNotNull();
        }
    }
}
