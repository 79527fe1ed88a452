package org.lianban.kit.config;

import java.util.function.Consumer;

/**
 * A bean of this type hears a notification channel of the service's database (LISTEN/NOTIFY); a hint, never the truth.
 *
 * @param channel names are shared by the whole database: prefix them with the service
 * @param heard called on a driver thread with the payload, and with an empty one after every reconnection; returns at once
 */
public record SignalListener(String channel, Consumer<String> heard) {}
