package org.lianban.result.oversight;

/** What moves a push. */
public enum Trigger {
    RECEIVE, FEED_BACK
}
