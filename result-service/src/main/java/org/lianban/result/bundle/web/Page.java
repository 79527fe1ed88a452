package org.lianban.result.bundle.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is read by key.
 *
 * @param next pass as {@code after} for the next page; null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {}
