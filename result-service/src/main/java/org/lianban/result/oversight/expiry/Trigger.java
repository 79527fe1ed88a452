package org.lianban.result.oversight.expiry;

/** What moves a licence. */
public enum Trigger {
    REMIND, CONSENT, DECLINE, FILE, RENEW, EXPIRE, REVOKE
}
