package org.lianban.result.notices.sms;

/**
 * 短信规则 of a county.
 *
 * @param recorded messages are recorded only: nothing is sent
 */
public record Policy(Scope scope, Message.Style style, QuietHours quiet, boolean recorded) {}
