package org.lianban.result.notices.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Window;

class CertificateWindowsTest {
    private static final Window GOOD = window("f1", "410721", Window.Type.CERTIFICATE, true);

    private static Window window(String id, String region, Window.Type type, boolean active) {
        return new Window(id, region, "发证窗口", Window.Level.COUNTY, null, type,
                List.of(new Window.Clerk("c1", "李四", Set.of(Window.Operation.FEED_BACK)),
                        new Window.Clerk("c2", "王五", Set.of(Window.Operation.RECEIVE))),
                List.of(), List.of(), List.of(), active);
    }

    private static List<String> codes(List<Window> windows, String id, String account) {
        return new CertificateWindows(wanted -> windows.stream().filter(w -> w.id().equals(wanted)).findFirst(),
                region -> windows.stream().filter(w -> w.region().equals(region)).toList())
                .faults("410721", id, account).stream().map(Fault::code).toList();
    }

    @Test
    void shouldHandOutAtTheRegisteredWindowByWhoeverMay() {
        assertThat(codes(List.of(GOOD), "f1", "c1")).isEmpty();
        assertThat(codes(List.of(GOOD), "f1", "c2")).containsExactly("NOT_ALLOWED");
        assertThat(codes(List.of(GOOD), "f9", "c1")).containsExactly("NOT_REGISTERED");
        assertThat(codes(List.of(), "f9", "c1")).as("nothing is registered yet").isEmpty();
        assertThat(codes(List.of(), "", "c1")).containsExactly("MISSING");
    }

    @Test
    void shouldNameEveryReasonAtOnce() {
        assertThat(codes(List.of(GOOD, window("w1", "410722", Window.Type.COMPREHENSIVE, false)), "w1", "c9"))
                .containsExactly("CLOSED", "OTHER_REGION", "NO_CERTIFICATE_WINDOW", "NOT_ALLOWED");
    }
}
