package org.lianban.result.oversight.check;

/** What moves a check. */
public enum Trigger {
    APPROVE, DROP, CONFIRM, ASK_CORRECTION, REFUTE, NOTICE, DEFEND, REVOKE, UPHOLD
}
