package org.lianban.result.oversight.rating;

/** 评价指标: what a rating says in detail; each indicator belongs to online services, to windows, or to both. */
public enum Indicator {
    EFFICIENCY("办事效率", true, true),
    GUIDE_ACCURACY("办事指南精确度", true, false),
    CONVENIENCE("办事便捷度", true,
            false),
    OPERABILITY("平台操作性", true, false),
    COMPETENCE("业务水平", false, true),
    ATTITUDE("服务态度", false, true);

    private final String label;
    private final boolean online;
    private final boolean offline;

    Indicator(String label, boolean online, boolean offline) {
        this.label = label;
        this.online = online;
        this.offline = offline;
    }

    public String label() {
        return label;
    }

    /** Whether it is asked where the service was given: 线上 or 线下. */
    public boolean suits(boolean onlineService) {
        return onlineService ? online : offline;
    }
}
