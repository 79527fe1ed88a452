package org.lianban.result.oversight.check;

/** 核查状态. */
public enum State {
    PLANNED("待核查"),
    OPEN("核查中"),
    CORRECTING("限期整改"),
    CONFIRMED("属实"),
    REFUTED("不实"),
    NOTICED("已告知拟撤销"),
    DEFENDED(
            "已陈述申辩"),
    REVOKED("已撤销"),
    UPHELD("不予撤销"),
    DROPPED("无须核查");

    private final String label;

    State(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
