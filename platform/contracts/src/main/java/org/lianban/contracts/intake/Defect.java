package org.lianban.contracts.intake;

import org.jspecify.annotations.Nullable;

/**
 * 补正内容: one thing to mend, with where and how.
 *
 * @param target what is wrong: {@code material:m01}, {@code form:childName}, {@code answer:group-q}
 * @param problem what is wrong with it, in Chinese
 * @param remedy how to mend it, in Chinese
 */
public record Defect(String target, String problem, @Nullable String remedy) {}
