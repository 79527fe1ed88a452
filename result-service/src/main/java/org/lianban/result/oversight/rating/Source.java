package org.lianban.result.oversight.rating;

/** 评价来源: how a rating came to be asked for. */
public enum Source {
    ONLINE("线上"), OFFLINE("线下"), HOTLINE_12345("12345热线"), CALL_BACK("电话回访");

    private final String label;

    Source(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
