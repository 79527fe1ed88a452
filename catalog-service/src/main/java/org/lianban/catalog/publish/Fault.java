package org.lianban.catalog.publish;

/**
 * 缺陷: one reason why a content may not be published.
 *
 * @param code stable, for programs
 * @param pointer JSON pointer into the content
 * @param message for the person who publishes
 */
public record Fault(Code code, String pointer, String message) {
    public enum Code {
        MISSING,
        MALFORMED,
        NUMBER_OF_ITEMS,
        DUPLICATE_ITEM,
        ITEM_WITHOUT_DEPARTMENT,
        UNKNOWN_DEPARTMENT,
        UNKNOWN_PREREQUISITE,
        SELF_PREREQUISITE,
        CYCLE,
        PREREQUISITE_OF_ALTERNATIVE,
        PROMISE_EXCEEDS_STATUTORY,
        MIXED_UNITS,
        GROUP_OF_ONE,
        QUESTION_MISMATCH,
        VAGUE_MATERIAL,
        DUPLICATE,
        UNKNOWN_ITEM,
        OUT_OF_RANGE,
        EFFECTIVE_TOO_EARLY,
        REGION_CHANGED,
        NAME_TAKEN,
        CHECKLIST_NO,
        NOT_CONFIRMED,
        NOT_TESTED,
        ARTEFACT_MISSING,
        ELEMENT_MISSING,
        NO_LEGAL_BASIS,
        FIELD_NOT_MAPPED,
        DUPLICATE_FIELD,
        EXCLUDED,
        PAUSE_WITHOUT_LAW,
        NO_BASIC_CODE,
        VAGUE_REVIEW_POINT,
        UNKNOWN_COMMITMENT,
        BASE_OVERRIDDEN
    }
}
