package org.lianban.result.oversight.ticket;

/** 工单状态. */
public enum Stage {
    REPORTED("反映", Phase.RECEIVE),
    ASSIGNED("分拨", Phase.TRANSFER),
    VERIFIED("核实属实", Phase.HANDLE),
    DISPROVED("核实不实",
            Phase.HANDLE),
    RECTIFYING("整改中", Phase.HANDLE),
    RECTIFIED("已整改", Phase.HANDLE),
    INFORMED("已告知",
            Phase.HANDLE),
    CALLED_BACK("已回访", Phase.JUDGE),
    RE_RATED("已再评",
            Phase.JUDGE),
    REOPENED("差评重办", Phase.TRANSFER),
    CLOSED("办结", Phase.STUDY);

    /** 接、转、办、督、考、研; a ticket that is overdue is in 督 whatever its stage. */
    public enum Phase {
        RECEIVE("接"), TRANSFER("转"), HANDLE("办"), SUPERVISE("督"), JUDGE("考"), STUDY("研");

        private final String label;

        Phase(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    private final String label;
    private final Phase phase;

    Stage(String label, Phase phase) {
        this.label = label;
        this.phase = phase;
    }

    public String label() {
        return label;
    }

    public Phase phase() {
        return phase;
    }

    public boolean ended() {
        return this == CLOSED;
    }
}
