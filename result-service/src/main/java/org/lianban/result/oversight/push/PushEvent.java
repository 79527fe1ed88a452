package org.lianban.result.oversight.push;

import java.time.Instant;

/** What happened to a push. */
public sealed interface PushEvent {
    Instant at();

    record Received(Instant at) implements PushEvent {}

    /** @param problem whether supervision found something that the approving department has to look at */
    record FedBack(boolean problem, String text, Instant at) implements PushEvent {}
}
