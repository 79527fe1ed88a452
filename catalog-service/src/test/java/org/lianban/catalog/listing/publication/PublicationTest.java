package org.lianban.catalog.listing.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.catalog.listing.publication.Contents.OFFICES;
import static org.lianban.catalog.listing.publication.Contents.item;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.publication.Publication.Context;
import org.lianban.catalog.listing.publication.Publication.Known;
import org.lianban.command.Decision;
import org.lianban.command.Fault;

class PublicationTest {
    private static final Instant NOW = Instant.parse("2026-09-18T02:00:00Z");
    private static final Content CONTENT = Contents.of(item("01"));

    @Test
    void shouldNumberVersionsFromOne() {
        assertThat(Publication.decide(CONTENT, NOW, NOW, new Context(OFFICES, null, null)))
                .isEqualTo(Decision.accepted(CONTENT.version(1, NOW)));
    }

    @Test
    void shouldFollowTheLastVersion() {
        Known last = new Known("XX-77", "410721", 3, NOW.minusSeconds(1));
        assertThat(Publication.decide(CONTENT, NOW, NOW, new Context(OFFICES, last, null)))
                .isEqualTo(Decision.accepted(CONTENT.version(4, NOW)));
    }

    @Test
    void shouldNotRewriteThePast() {
        assertRefused(new Context(OFFICES, null, null), NOW.minusSeconds(1), "EFFECTIVE_TOO_EARLY");
    }

    @Test
    void shouldNotBecomeEffectiveBeforeAnEarlierVersion() {
        Known future = new Known("XX-77", "410721", 1, NOW.plus(Duration.ofDays(3)));
        assertRefused(new Context(OFFICES, future, null), NOW, "EFFECTIVE_TOO_EARLY");
    }

    @Test
    void shouldKeepTheRegionOfACodeAndTheNameOfAnotherOneThing() {
        Known elsewhere = new Known("XX-77", "610922", 1, NOW.minusSeconds(9));
        Known namesake = new Known("XX-78", "410721", 1, NOW);
        assertRefused(new Context(OFFICES, elsewhere, namesake), NOW, "REGION_CHANGED", "NAME_TAKEN");
    }

    private static void assertRefused(Context around, Instant from, String... codes) {
        assertThat(Publication.decide(CONTENT, from, NOW, around)).isInstanceOfSatisfying(Decision.Refused.class,
                refused -> assertThat(refused.refusal().faults()).extracting(Fault::code)
                        .containsExactly(codes));
    }
}
