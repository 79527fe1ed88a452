package org.lianban.catalog.drafting;

/** What is done to a draft. */
public enum Move {
    EDIT,
    SUBMIT,
    CONFIRM_BY_LEAD,
    REVIEW_BY_ADMIN,
    RETURN,
    BEGIN_TESTING,
    RECORD_RUN,
    GIVE_OPINION,
    BEGIN_TRIAL,
    GO_LIVE,
    ABANDON
}
