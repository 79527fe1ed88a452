package org.lianban.result.notices.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Window;

/**
 * 发证窗口: results are handed out at registered windows only (不得在政务服务中心外出件). A region that has registered none
 * yet is not held up by it.
 *
 * @param windows by id
 */
public record CertificateWindows(Function<String, Optional<Window>> windows, Function<String, List<Window>> ofRegion) {
    /**
     * @param windowId where the actor sits
     * @return every reason why results of the region may not be handled there
     */
    public List<Fault> faults(String region, @Nullable String windowId, String account) {
        var faults = new ArrayList<Fault>();
        if (windowId == null || windowId.isBlank()) {
            faults.add(new Fault("Lianban-Window", "MISSING", "应说明所在窗口"));
            return faults;
        }
        if (ofRegion.apply(region).isEmpty()) {
            return faults;
        }
        var window = windows.apply(windowId);
        if (window.isEmpty()) {
            faults.add(new Fault("Lianban-Window", "NOT_REGISTERED", "没有登记此窗口：" + windowId));
            return faults;
        }
        check(window.get(), region, account, faults);
        return faults;
    }

    private static void check(Window window, String region, String account, List<Fault> faults) {
        if (!window.active()) {
            faults.add(new Fault("Lianban-Window", "CLOSED", "此窗口已停用"));
        }
        if (!window.region().equals(region) && !window.receivesFor().contains(region)) {
            faults.add(new Fault("Lianban-Window", "OTHER_REGION", "此窗口不办理该区域的出件"));
        }
        if (window.type() != Window.Type.CERTIFICATE && window.type() != Window.Type.GENERAL) {
            faults.add(new Fault("Lianban-Window", "NO_CERTIFICATE_WINDOW", "此窗口不是发证窗口"));
        }
        if (!window.clerks().isEmpty() && window.clerks().stream().noneMatch(
                c -> c.id().equals(account) && c.operations().contains(Window.Operation.FEED_BACK))) {
            faults.add(new Fault("Lianban-Actor", "NOT_ALLOWED", "此人员没有该窗口的统一反馈权限"));
        }
    }
}
