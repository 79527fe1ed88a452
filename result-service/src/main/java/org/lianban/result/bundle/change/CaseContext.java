package org.lianban.result.bundle.change;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Terms;

/**
 * A case under its lock, as a command sees it.
 *
 * @param terms null until the catalogue copy has the version the case was filed under and its calendar
 */
public record CaseContext(Bundle bundle, @Nullable Terms terms, Instant now) {}
