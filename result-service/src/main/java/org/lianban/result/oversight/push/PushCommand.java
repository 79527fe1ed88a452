package org.lianban.result.oversight.push;

/** What the supervising department may say about a push. */
public sealed interface PushCommand {
    record Receive() implements PushCommand {}

    record FeedBack(boolean problem, String text) implements PushCommand {}
}
