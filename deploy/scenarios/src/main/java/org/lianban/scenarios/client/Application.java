package org.lianban.scenarios.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Material;

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

    /** 窗口申请, checked and received in the same step. */
    public Application received() {
        return atWindow().with("receive", true).with("checks", checks(oneThing, handedIn()));
    }

    /** 窗口申请 that waits for its receipt. */
    public Application atWindow() {
        return with("channel", "WINDOW").with("window", LianbanClient.window(oneThing.region()));
    }

    /** Without this material. */
    public Application without(String material) {
        return with("materials", materials().filter(entry -> !material.equals(entry.get("code"))).toList());
    }

    /** With this material on paper, whether it was there before or not. */
    public Application onPaper(String material) {
        List<Map<?, ?>> changed = new ArrayList<>(
                materials().filter(entry -> !material.equals(entry.get("code"))).toList());
        changed.add(Map.of("code", material, "form", "PAPER"));
        return with("materials", changed);
    }

    /** What is handed in of this material. */
    public List<Map<?, ?>> entries(String material) {
        return materials().filter(entry -> material.equals(entry.get("code"))).toList();
    }

    private Set<String> handedIn() {
        return materials().map(entry -> String.valueOf(entry.get("code"))).collect(Collectors.toSet());
    }

    private Stream<Map<?, ?>> materials() {
        return body.get("materials") instanceof List<?> list
                ? list.stream().filter(Map.class::isInstance).map(entry -> (Map<?, ?>) entry)
                : Stream.empty();
    }

    /** As a province sends it. */
    public Map<String, Object> ofProvince(String provinceNo) {
        Map<String, Object> message = new LinkedHashMap<>(body);
        message.remove("channel");
        message.put("provinceNo", provinceNo);
        return message;
    }

    /** 收件核验 of a careful clerk, who finds every review point in order. @param handed codes of what was handed in */
    static List<Map<String, Object>> checks(OneThing oneThing, Set<String> handed) {
        List<Map<String, Object>> checks = new ArrayList<>();
        for (Material material : oneThing.materials()) {
            boolean looked = !material.rules().reviewPoints().isEmpty() || material.rules().original();
            if (looked && handed.contains(material.code())) {
                Map<String, Object> check = new LinkedHashMap<>();
                check.put("material", material.code());
                check.put("present", true);
                check.put("originalChecked", true);
                check.put("formOk", true);
                check.put("points", material.rules().reviewPoints().stream()
                        .map(point -> Map.of("id", point.id(), "pass", true)).toList());
                checks.add(check);
            }
        }
        return checks;
    }
}
