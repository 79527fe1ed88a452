package org.lianban.result.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.result.bundle.Item.Acceptance;
import org.lianban.result.bundle.Item.End;
import org.lianban.result.bundle.Item.Gate;
import org.lianban.result.bundle.Item.Handling;
import org.lianban.result.bundle.Item.Pause;
import org.lianban.result.bundle.Item.PreReview;
import org.lianban.result.bundle.Item.Task;

class ItemStatesTest {
    private static final Instant AT = Instant.parse("2026-11-23T01:00:00Z");

    /** The facts that decide, as switches. */
    private record Facts(@Nullable Outcome end, boolean blocked, boolean paused, boolean unavailable, boolean verify,
            boolean dependent, boolean released, boolean accepted, boolean acknowledged, boolean preReviewed,
            boolean asked, boolean owed, boolean overdue) {
        static Facts of(int bits) {
            int end = bits >> 12;
            return new Facts(end == 0 ? null : Outcome.values()[end - 1], bit(bits, 0), bit(bits, 1), bit(bits, 2),
                    bit(bits, 3), bit(bits, 4), bit(bits, 5), bit(bits, 6), bit(bits, 7), bit(bits, 8), bit(bits, 9),
                    bit(bits, 10), bit(bits, 11));
        }

        private static boolean bit(int bits, int n) {
            return (bits >> n & 1) == 1;
        }

        Item item() {
            return new Item(
                    new Task(verify ? ItemKind.VERIFY : ItemKind.CONFIRM, "d", List.of(),
                            dependent ? List.of("01") : List.of(), owed ? List.of("m03") : List.of(), List.of()),
                    new Handling(acknowledged ? AT : null, accepted ? new Acceptance(AT, AT, false) : null,
                            preReviewed ? new PreReview(AT, true) : null, unavailable ? AT : null, null),
                    paused ? List.of(new Pause(AT, null, "听证", true, false)) : List.of(),
                    new Gate(released ? AT : null, blocked ? List.of("01") : List.of(), blocked || overdue ? AT : null,
                            null, overdue ? List.of("m03") : List.of(), List.of()),
                    end == null ? null : new End(end, AT, null), Item.Marks.NONE,
                    asked ? Course.NONE.with(new Course.Correction(AT, 1, null, null)) : Course.NONE,
                    Item.Handout.NONE);
        }

        /** The rule as the procedure words it, written without regard to the table. */
        ItemState expected() {
            if (end != null) {
                return ItemState.valueOf(end.name());
            }
            if (blocked || overdue) {
                return ItemState.BLOCKED;
            }
            if (paused) {
                return ItemState.SUSPENDED;
            }
            if (unavailable) {
                return ItemState.UNAVAILABLE;
            }
            if (asked && !accepted) {
                return ItemState.CORRECTION;
            }
            if (verify && (accepted || acknowledged)) {
                return ItemState.VERIFYING;
            }
            if (accepted) {
                if (!dependent && !owed) {
                    return ItemState.IN_REVIEW;
                }
                if (released) {
                    return ItemState.READY;
                }
                return preReviewed ? ItemState.WAITING_PREREQUISITE : ItemState.PRE_REVIEW;
            }
            return acknowledged ? ItemState.ACKNOWLEDGED : ItemState.DISPATCHED;
        }
    }

    @Test
    void shouldDeriveEveryCombinationOfFactsAsTheProcedureWordsIt() {
        Map<ItemState, Integer> visited = new EnumMap<>(ItemState.class);
        var bundle = new Bundle("c", null, Bundle.Intake.NONE, new Bundle.Frozen(AT, AT, List.of()), new TreeMap<>(),
                Bundle.Book.EMPTY);
        for (int bits = 0; bits < 1 << 12 + 3; bits++) {
            var facts = Facts.of(bits);
            var standing = ItemStates.standing(bundle, facts.item());

            assertThat(standing.state()).as(facts.toString()).isEqualTo(facts.expected());
            assertThat(standing.since()).as(facts.toString()).isEqualTo(AT);
            visited.merge(standing.state(), 1, Integer::sum);
        }
        assertThat(visited.keySet()).as("every state is reached").isEqualTo(EnumSet.allOf(ItemState.class));
    }

    @Test
    void shouldCountSinceFromTheLastThingThatBroughtTheState() {
        var later = AT.plusSeconds(60);
        var item = new Facts(null, false, false, false, false, true, true, true, false, false, false, false, false)
                .item();
        var bundle = Bundle.empty("c");

        assertThat(ItemStates.standing(bundle, item.with(new Gate(later, List.of(), null, null))).since())
                .isEqualTo(later);
        var resumed = new Item(item.task(), item.handling(), List.of(new Pause(AT, later, "听证", true, false)),
                item.gate(), null, Item.Marks.NONE);
        assertThat(ItemStates.standing(bundle, resumed).since()).isEqualTo(later);
    }
}
