package org.lianban.result.bundle.config;

/** The meters of this service. Gauges and totals come from the database: every instance shows the same figure. */
enum Meters {
    /** Cases by {@code state}. */
    CASES("lianban.result.cases", "Cases by state"),
    /** Cases settled since the beginning, by {@code outcome}. */
    SETTLED("lianban.result.settled", "Cases settled by outcome"),
    /** Open clocks that warned and have not breached, by {@code timer}. */
    DUE_SOON("lianban.result.deadlines.soon", "Open deadlines that are due soon"),
    /** Open clocks that breached, by {@code timer}. */
    BREACHED_OPEN("lianban.result.deadlines.breached", "Open deadlines that are breached"),
    /** Warnings since the beginning, by {@code timer}. */
    WARNINGS("lianban.result.warned", "Warnings published by timer"),
    /** Breaches since the beginning, by {@code timer}. */
    BREACHES("lianban.result.breached", "Breaches published by timer"),
    /** 视为受理 since the beginning. */
    DEEMED("lianban.result.deemed", "Acceptances deemed by silence"),
    /** How late the due timer was, in seconds; of this instance. */
    LATENESS("lianban.result.timer.lateness", "From the instant a clock had something to say until it was said"),
    /** Server-sent event streams open in this instance. */
    STREAMS("lianban.result.sse.streams", "Open event streams");

    private final String meter;
    private final String description;

    Meters(String meter, String description) {
        this.meter = meter;
        this.description = description;
    }

    String meter() {
        return meter;
    }

    String description() {
        return description;
    }
}
