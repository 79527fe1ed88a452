package org.lianban.result.oversight.supervision;

/** 督办层级 (新政文〔2024〕62号 附件3 六(二): 提醒、通报、启动问责). */
public enum Level {
    REMIND("提醒"),
    ORDER("督办"),
    CIRCULATE("通报"),
    /** A proposal only: people decide about it. */
    ACCOUNTABILITY("问责建议");

    private final String label;

    Level(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
