package org.lianban.result.notices;

/**
 * 文书 as it was sealed.
 *
 * @param templates version of the templates it was sealed with
 * @param digest over its facts and that version
 * @param intact whether the facts still have the digest they were sealed with
 */
public record SealedNotice(Notice notice, int templates, String digest, boolean intact) {}
