package org.lianban.intake.materials;

/** Why a file was not taken: thrown while it arrives, for what has been written of it is to go. */
public final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** 拒收原因. */
    public enum Reason {
        TOO_LARGE, NOT_OF_ITS_TYPE, EMPTY
    }

    private final Reason reason;

    public NotTaken(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
