package org.lianban.result.oversight.push;

/** 推送状态. */
public enum State {
    PUSHED("已推送"), RECEIVED("已接收"), FED_BACK("已反馈");

    private final String label;

    State(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
