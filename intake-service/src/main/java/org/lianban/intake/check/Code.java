package org.lianban.intake.check;

/** Fault codes: stable, for programs and for counting what applicants get wrong. */
public enum Code {
    MISSING, UNKNOWN, WRONG_TYPE, MALFORMED, TOO_LONG, TOO_MANY, NOT_AN_OPTION, NOT_A_CHOICE, NO_ITEM_CHOSEN, BAD_CHECK_DIGIT, WRONG_SUBJECT, NOT_IN_LIST, NOT_UPLOADED, WRONG_MEDIA_TYPE, TOO_LARGE, PAPER_AT_WINDOW_ONLY, CLERK_ONLY, DUPLICATE, REUSED
}
