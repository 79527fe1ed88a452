package org.lianban.result.oversight.supervision;

/** How the periods of an order run. */
public enum Preset {
    /** 三级督办: one period per level. */
    LADDER("分级督办"),
    /** 13710: 一日研究部署、三日反馈、七日办结、重大一个月、归零. */
    P13710("13710督办");

    private final String label;

    Preset(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
