package org.lianban.result.oversight.supervision;

/** What moves an order. */
public enum Trigger {
    ISSUE_REMINDER, ISSUE_ORDER, ESCALATE, ANSWER, JUDGE, END_CAUSE, DECIDE, CLEAR
}
