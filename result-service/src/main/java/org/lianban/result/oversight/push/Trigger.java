package org.lianban.result.oversight.push;

/** What moves a push. */
public enum Trigger {
    RECEIVE, FEED_BACK
}
