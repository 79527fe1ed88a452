package org.lianban.kit.config;

/**
 * A bean of this type hears a notification channel of the service's database (LISTEN/NOTIFY); a hint, never the truth.
 */
public interface SignalListener {
    /** Channel names are shared by the whole database: prefix them with the service. */
    String channel();

    /** Called on a driver thread with the payload, and with an empty one after every reconnection; returns at once. */
    void heard(String payload);
}
