package org.lianban.contracts;

/** 申报渠道: all of them use the same intake command and the same rules. */
public enum Channel {
    ONLINE, WINDOW, PROVINCE
}
