package org.lianban.command.once;

import io.r2dbc.spi.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Refusal;
import org.lianban.command.once.AnsweredRepository.Answered;
import org.lianban.command.once.Keyed.Key;
import org.lianban.messaging.GroupCommit;
import org.lianban.messaging.NotYet;
import org.lianban.persistence.Database;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out commands around the group commit: those that arrive together share a transaction, and each is answered once
 * it is durable. The same key with the same command is answered as the first time, for good; with another command it is
 * refused. Only what was done is kept: what was refused may be mended and sent again under its key.
 *
 * @param <C> command
 * @param <R> what is answered
 */
public final class OnceOnly<C, R> {
    private static final Retry SAME_KEY_AT_ONCE = Retry.max(5).filter(NotYet.class::isInstance)
            .onRetryExhaustedThrow((spec, signal) -> signal.failure());

    /** Carries out a batch within the transaction. */
    @FunctionalInterface
    public interface Handler<C, R> {
        /**
         * It may be called twice in one transaction: where a key came twice and its first command was refused, the second
         * is carried out after all others, and sees what they did.
         *
         * @param commands at least one
         * @return an outcome for every command, in order; what is refused has changed nothing
         */
        Mono<List<Outcome<R>>> handle(Connection tx, List<C> commands);
    }

    /** An answer as the text that is kept, and back. */
    public record Codec<R>(Function<R, String> write, Function<String, R> read) {
        /** Of one type. */
        public static <R> Codec<R> json(JsonMapper json, Class<R> type) {
            return new Codec<>(json::writeValueAsString, text -> json.readValue(text, type));
        }

        /** Of answers that are JSON text already, so that a repetition is the same to the letter. */
        public static Codec<String> text() {
            return new Codec<>(text -> text, text -> text);
        }

        /** What is kept is sealed, where an answer has personal data in it. */
        public Codec<R> sealed(Function<String, String> seal, Function<String, String> open) {
            return new Codec<>(answer -> seal.apply(write.apply(answer)), text -> read.apply(open.apply(text)));
        }
    }

    private final InstantSource clock;
    private final Codec<R> codec;
    private final Handler<C, R> handler;
    private final AnsweredRepository repository = new AnsweredRepository();
    private final GroupCommit<Keyed<C>, Outcome<R>> door;

    /** @param name for the log */
    public OnceOnly(String name, Database database, InstantSource clock, Codec<R> codec, Handler<C, R> handler) {
        this(name, GroupCommit.Settings.DEFAULT, database, clock, codec, handler);
    }

    public OnceOnly(String name, GroupCommit.Settings settings, Database database, InstantSource clock,
            Codec<R> codec, Handler<C, R> handler) {
        this.clock = clock;
        this.codec = codec;
        this.handler = handler;
        this.door = new GroupCommit<>(name, settings, database, this::handle);
    }

    /** Completes once the command's transaction has committed. */
    public Mono<Outcome<R>> submit(Keyed<C> command) {
        return door.submit(command).retryWhen(SAME_KEY_AT_ONCE);
    }

    /**
     * Within a transaction of the caller, who has it committed. It locks the keys: call it before anything else is
     * locked, so that nobody waits in a circle.
     */
    public Mono<List<Outcome<R>>> handle(Connection tx, List<Keyed<C>> commands) {
        Set<Key> keys = new LinkedHashSet<>();
        commands.stream().map(Keyed::key).filter(Objects::nonNull).forEach(keys::add);
        return repository.lock(tx, keys).map(answered -> new Batch(commands, answered))
                .flatMap(batch -> batch.run(tx)
                        .then(Mono.defer(() -> repository.insert(tx, batch.done, clock.instant())))
                        .then(Mono.fromSupplier(batch::outcomes)));
    }

    /** The commands of one transaction. */
    private final class Batch {
        private final List<Keyed<C>> commands;
        private final Map<Key, Answered> answered;
        private final List<@Nullable Outcome<R>> outcomes = new ArrayList<>();
        private final List<Answered> done = new ArrayList<>();

        Batch(List<Keyed<C>> commands, Map<Key, Answered> answered) {
            this.commands = commands;
            this.answered = new HashMap<>(answered);
            commands.forEach(command -> outcomes.add(null));
        }

        /** Each key once at a time: whoever has the key of an earlier command waits for what becomes of that one. */
        Mono<Void> run(Connection tx) {
            List<Integer> turn = new ArrayList<>();
            Set<Key> busy = new LinkedHashSet<>();
            for (int i = 0; i < commands.size(); i++) {
                if (outcomes.get(i) == null) {
                    Key key = commands.get(i).key();
                    Answered before = key == null ? null : answered.get(key);
                    if (before != null) {
                        outcomes.set(i, again(before, commands.get(i).digest()));
                    } else if (key == null || busy.add(key)) {
                        turn.add(i);
                    }
                }
            }
            return turn.isEmpty()
                    ? Mono.empty()
                    : handler.handle(tx, turn.stream().map(i -> commands.get(i).command()).toList())
                            .defaultIfEmpty(List.of())
                            .doOnNext(of -> settle(turn, of)).then(Mono.defer(() -> run(tx)));
        }

        private void settle(List<Integer> turn, List<Outcome<R>> of) {
            if (of.size() != turn.size()) {
                throw new IllegalStateException(turn.size() + " commands have " + of.size() + " outcomes");
            }
            for (int n = 0; n < turn.size(); n++) {
                int i = turn.get(n);
                outcomes.set(i, of.get(n));
                Key key = commands.get(i).key();
                if (key != null && of.get(n) instanceof Outcome.Done<R>(int status, R answer, boolean repeated)) {
                    Answered kept = new Answered(key, commands.get(i).digest(), status, codec.write().apply(answer));
                    answered.put(key, kept);
                    done.add(kept);
                }
            }
        }

        private Outcome<R> again(Answered before, String digest) {
            return before.digest().equals(digest)
                    ? new Outcome.Done<>(before.status(), codec.read().apply(before.body()), true)
                    : new Outcome.Refused<>(Refusal.keyReused(), first(before));
        }

        /** Null where the key was used for a command of another kind, whose answer nobody here can read. */
        private @Nullable R first(Answered before) {
            try {
                return codec.read().apply(before.body());
            } catch (JacksonException other) {
                return null;
            }
        }

        List<Outcome<R>> outcomes() {
            return outcomes.stream().<Outcome<R>>map(Objects::requireNonNull).toList();
        }
    }
}
