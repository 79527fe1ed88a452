package org.lianban.intake.check;

/** Fault codes: stable, for programs and for counting what applicants get wrong. */
public enum Code {
    /** Required, and not there. */
    MISSING,
    /** A name or code nobody gave. */
    UNKNOWN,
    /** Of another JSON type than expected. */
    WRONG_TYPE,
    /** Of the right type, but not of the form. */
    MALFORMED,
    /** Text beyond its limit. */
    TOO_LONG,
    /** List beyond its limit. */
    TOO_MANY,
    /** Not among a question's answers. */
    NOT_AN_OPTION,
    /** Not among a field's choices. */
    NOT_A_CHOICE,
    /** The answers choose nothing to be handled. */
    NO_ITEM_CHOSEN,
    /** An identity number that fails its own check. */
    BAD_CHECK_DIGIT,
    /** A person where a firm applies, or the other way round. */
    WRONG_SUBJECT,
    /** A material the list does not name. */
    NOT_IN_LIST,
    /** A digest of a file that never came. */
    NOT_UPLOADED,
    /** A file of a type the list does not accept. */
    WRONG_MEDIA_TYPE,
    /** A file or message beyond its limit. */
    TOO_LARGE,
    /** Paper, but not at a window. */
    PAPER_AT_WINDOW_ONLY,
    /** What only a clerk may ask for. */
    CLERK_ONLY,
    /** A number used for another application. */
    REUSED
}
