package org.lianban.result.oversight.ticket;

/** 工单来源: what a ticket began with. */
public enum Kind {
    /** 差评 (国办发〔2019〕51号). */
    BAD_RATING("差评", "CP"),
    /** 办不成事 reported at its window. */
    UNRESOLVED("办不成事", "BB"),
    /** 投诉 about how a case was handled. */
    COMPLAINT("投诉", "TS"),
    /** 12345 热线工单. */
    HOTLINE("12345热线", "RX"),
    /** 暗访体验. */
    MYSTERY_VISIT("暗访体验", "AF"),
    /** 评估整改: what an evaluation asks a department to mend. */
    EVALUATION("评估整改", "PG");

    private final String label;
    private final String code;

    Kind(String label, String code) {
        this.label = label;
        this.code = code;
    }

    public String label() {
        return label;
    }

    /** Two letters, part of the ticket's number. */
    public String code() {
        return code;
    }
}
