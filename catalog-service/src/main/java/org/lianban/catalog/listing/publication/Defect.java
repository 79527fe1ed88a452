package org.lianban.catalog.listing.publication;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.command.FaultCode;
import org.lianban.command.Faults;

/** 缺陷: the reasons of the catalogue's own why something may not be published, by their stable names. */
public enum Defect {
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

    /** Content comes from outside: what the contract promises may be absent all the same. */
    public static boolean present(Faults faults, @Nullable Object value, String pointer, String what) {
        boolean absent = value == null || value instanceof String text && text.isBlank();
        if (absent) {
            faults.add(FaultCode.MISSING.saying(pointer, "缺少" + what));
        }
        return !absent;
    }

    /** Checks the entries of a list, each with its pointer. */
    public static <T> void each(String list, List<T> entries, BiConsumer<T, String> check) {
        for (int i = 0; i < entries.size(); i++) {
            check.accept(entries.get(i), list + "/" + i);
        }
    }

    /** Tells a fault where it is one. */
    public static void where(boolean wrong, Faults faults, Fault fault) {
        if (wrong) {
            faults.add(fault);
        }
    }
}
