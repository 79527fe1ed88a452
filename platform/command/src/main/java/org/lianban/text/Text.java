package org.lianban.text;

import java.util.EnumSet;
import java.util.Set;
import org.lianban.command.FaultCode;

/**
 * What becomes of a text that somebody sent: taken, perhaps repaired, or refused with a reason that can be acted on. What
 * is taken is clean: NFC, no control characters but line feeds where lines are meant, no half characters, nothing that
 * nobody can see, nothing that turns the text round; it goes into PostgreSQL, JSON and XML and comes back the same.
 */
public sealed interface Text {

    /** @param value clean; empty where nothing was left */
    record Taken(String value, Set<Repair> repairs) implements Text {
        public Taken {
            repairs = Set.copyOf(repairs);
        }
    }

    /** @param message in Chinese, what is wrong and what to do; fits behind a label */
    record Refused(FaultCode code, String message) implements Text {}

    /** What was mended without asking, because nobody could mean it otherwise. */
    enum Repair {
        /** Spaces at the ends, or between characters that stand without. */
        SPACES,
        /** What nobody can see: zero widths, byte order marks, tags, variation selectors. */
        INVISIBLE,
        /** Full-width digits, letters and hyphens of a number. */
        WIDTH,
        /** Composed as Unicode has it (NFC), radicals as the characters that they look like. */
        COMPOSITION,
        /** 间隔号: one dot, U+00B7, for all that look like it (民委发〔2016〕33号). */
        DOT,
        /** Line ends: as line feeds, or as a space where one line is meant. */
        LINE_ENDS
    }

    /** As {@link #read(TextKind, String, int)} with the kind's own limit. */
    static Text read(TextKind kind, String raw) {
        return read(kind, raw, kind.limit());
    }

    /** @param max the longest it may be when it is clean, in code points */
    static Text read(TextKind kind, String raw, int max) {
        return new Reading(kind, max, EnumSet.noneOf(Repair.class)).read(raw);
    }
}
