package org.lianban.intake.custody;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked to be done with originals. */
public sealed interface Handover {
    /** Codes; empty: all with which it can be done. */
    List<String> materials();

    /** @param to department id; null: the lead of the one-thing */
    record Transfer(List<String> materials, @Nullable String to, String receiver,
            Act.@Nullable Courier courier) implements Handover {}

    record Retain(List<String> materials, String place) implements Handover {}

    record Return(List<String> materials, String receiver, @Nullable String signature,
            Act.@Nullable Courier courier) implements Handover {}
}
