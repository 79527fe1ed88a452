package org.lianban.command.once;

import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;

/**
 * A command with the key that makes its repetition harmless.
 *
 * @param key null: none was given, it is carried out each time
 * @param digest of everything the command says, the operation included; the same key with another digest is a misuse
 */
public record Keyed<C>(C command, @Nullable Key key, String digest) {

    /**
     * @param scope whose key it is; keys of different scopes are different keys
     * @param value 1 to 200 characters
     */
    public record Key(String scope, String value) {}

    /** @param key the Idempotency-Key of the actor; null: none */
    public static <C> Keyed<C> of(C command, Actor actor, @Nullable String key, String digest) {
        return new Keyed<>(command, key == null ? null : new Key(actor.text(), key), digest);
    }
}
