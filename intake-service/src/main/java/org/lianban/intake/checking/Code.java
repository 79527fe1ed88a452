package org.lianban.intake.checking;

import org.lianban.command.Fault;
import org.lianban.command.Faults;

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
    REUSED,
    /** 容缺 or 承诺 of a material that is there, or that the chosen items do not need. */
    NOT_NEEDED,
    /** 容缺 or 承诺 that the published list does not allow. */
    NOT_ALLOWED,
    /** 承诺 by somebody whose credit is not repaired. */
    PARTY_EXCLUDED,
    /** Another text, or another version of it, than the one to be signed. */
    OTHER_TEXT,
    /** 暂停办理. */
    SUSPENDED,
    /** 已废止. */
    RETIRED,
    /** 测试办件 against a version that is not being tested. */
    NOT_IN_TESTING,
    /** A consent that is unknown, revoked or somebody else's. */
    NO_CONSENT,
    /** 审查要点 or 核验 that the clerk has not answered. */
    UNANSWERED,
    /** 审查要点 or 核验 that was answered in the negative. */
    NOT_PASSED,
    /** 原件 that the clerk has not seen. */
    ORIGINAL_NOT_CHECKED,
    /** What nobody asked for. */
    NOT_ASKED;

    /** What could not be read is not missing as well. */
    public void add(Faults faults, String pointer, String message) {
        if (this != MISSING || faults.list().stream().noneMatch(f -> unreadable(f, pointer))) {
            faults.add(new Fault(pointer, name(), message));
        }
    }

    /** Tells it where it is so. */
    public void where(boolean wrong, Faults faults, String pointer, String message) {
        if (wrong) {
            add(faults, pointer, message);
        }
    }

    private static boolean unreadable(Fault fault, String pointer) {
        return fault.pointer().equals(pointer) && !fault.code().equals(MISSING.name())
                || fault.code().equals(WRONG_TYPE.name()) && pointer.startsWith(fault.pointer() + "/");
    }
}
