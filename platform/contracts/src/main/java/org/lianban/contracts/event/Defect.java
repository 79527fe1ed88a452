package org.lianban.contracts.event;

import org.jspecify.annotations.Nullable;

/**
 * 补正内容: one thing to mend, with where and how.
 *
 * @param target what is wrong: {@code material:m01}, {@code form:childName}, {@code answer:group-q}
 * @param problem what is wrong with it, in Chinese
 * @param remedy how to mend it, in Chinese
 * @param reviewPoint 审查要点 that was not met, by its id; null: none is named
 * @param example how it looks when it is right, in Chinese
 */
public record Defect(String target, String problem, @Nullable String remedy, @Nullable String reviewPoint,
        @Nullable String example) {

    public Defect(String target, String problem, @Nullable String remedy) {
        this(target, problem, remedy, null, null);
    }
}
