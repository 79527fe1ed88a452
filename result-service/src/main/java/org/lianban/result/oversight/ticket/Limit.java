package org.lianban.result.oversight.ticket;

/** The three limits of a bad rating and its like; each runs from the beginning of the round. */
public enum Limit {
    /** 核实. */
    VERIFY("核实"),
    /** 整改. */
    RECTIFY("整改"),
    /** 回访. */
    CALL_BACK("回访");

    private final String label;

    Limit(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
