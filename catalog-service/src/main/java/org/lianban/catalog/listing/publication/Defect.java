package org.lianban.catalog.listing.publication;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;

/** 缺陷: the reasons why something may not be published, by their stable names. */
public enum Defect {
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
    BASE_OVERRIDDEN;

    /**
     * @param pointer JSON pointer into what was sent
     * @param message for the person who publishes, with places for the values
     */
    public Fault at(String pointer, String message, @Nullable Object... values) {
        return new Fault(pointer, name(), values.length == 0 ? message : message.formatted(values));
    }
}
