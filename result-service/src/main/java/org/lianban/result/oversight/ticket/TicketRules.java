package org.lianban.result.oversight.ticket;

import org.lianban.result.oversight.Period;

/**
 * What the lead department decides about tickets.
 *
 * @param verify from the beginning of a round to the finding
 * @param rectify from the beginning of a round to the report that it is mended
 * @param callBack from the beginning of a round to the call-back
 * @param attempts call-backs in vain after which a reporter counts as called, 1 to 10
 */
public record TicketRules(Period verify, Period rectify, Period callBack, int attempts) {
    /** One, five and fifteen working days, as published by 德州 and in 四川. */
    public static final TicketRules DEFAULT = new TicketRules(Period.workingDays(1), Period.workingDays(5),
            Period.workingDays(15), 3);

    public TicketRules {
        if (attempts < 1 || attempts > 10) {
            throw new IllegalArgumentException("Expected 1 to 10 attempts, but got " + attempts);
        }
    }

    public Period of(Ticket.Limit limit) {
        return switch (limit) {
            case VERIFY -> verify;
            case RECTIFY -> rectify;
            case CALL_BACK -> callBack;
        };
    }
}
