package org.lianban.standalone.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lianban.contracts.catalog.OneThing;

/**
 * 申请, filled in and not yet handed in.
 *
 * @param items 办理事项 that the answers choose, ascending
 * @param body as intake-service takes it
 */
public record Application(OneThing oneThing, List<String> items, Map<String, Object> body) {

    /** The same with another member, or with the member replaced. */
    public Application with(String name, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        changed.put(name, value);
        return new Application(oneThing, items, changed);
    }

    /** 网上申请: waits for a clerk. */
    public Application online() {
        return with("channel", "ONLINE");
    }

    /** 窗口申请, received in the same step. */
    public Application received() {
        return with("channel", "WINDOW").with("window", Town.window(oneThing.region())).with("receive", true);
    }

    /** As a province sends it. */
    public Map<String, Object> ofProvince(String provinceNo) {
        Map<String, Object> message = new LinkedHashMap<>(body);
        message.remove("channel");
        message.put("provinceNo", provinceNo);
        return message;
    }
}
