package org.lianban.messaging;

/** What the tests publish. */
sealed interface TestEvent {
    record Noted(String text) implements TestEvent {}

    record CountedV2(long number) implements TestEvent {}

    /** Ends in a V, but in no version. */
    record SentByTV(String text) implements TestEvent {}
}
