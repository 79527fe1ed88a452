package org.lianban.result.oversight.ticket;

/** What moves a ticket. */
public enum Trigger {
    ASSIGN, PROVE, DISPROVE, PLAN, RECTIFY, RETURN, INFORM, TRY_CALL, CALL_BACK, DISPUTE, RE_RATE, REOPEN, CLOSE
}
