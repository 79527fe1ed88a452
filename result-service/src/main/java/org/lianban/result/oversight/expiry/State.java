package org.lianban.result.oversight.expiry;

/** 证照状态, as far as its end is concerned. */
public enum State {
    WATCHED("有效"),
    REMINDED("已提醒"),
    CONSENTED("同意续办"),
    DECLINED("不续办"),
    FILED("已申请延续"),
    RENEWED("已延续"),
    EXPIRED(
            "已到期"),
    REVOKED(
            "已撤销");

    private final String label;

    State(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
