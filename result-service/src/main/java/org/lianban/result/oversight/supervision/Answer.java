package org.lianban.result.oversight.supervision;

/** What the responsible department answers. */
public enum Answer {
    /** 研究部署. */
    REPLY("回复部署"),
    /** 反馈. */
    FEEDBACK("反馈进展"),
    /** 办结. */
    SOLVED("报告办结");

    private final String label;

    Answer(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
