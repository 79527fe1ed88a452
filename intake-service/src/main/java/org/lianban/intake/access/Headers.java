package org.lianban.intake.access;

/** What the gateway says of the caller, by the names of the headers: faults point at them. */
public final class Headers {
    public static final String ACTOR = "Lianban-Actor";
    public static final String ON_BEHALF_OF = "Lianban-On-Behalf-Of";
    public static final String WINDOW = "Lianban-Window";
    /** The account of whoever does not say who it is. */
    public static final String ANONYMOUS = "anonymous";

    private Headers() {}
}
