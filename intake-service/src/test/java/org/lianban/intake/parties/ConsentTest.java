package org.lianban.intake.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.intake.parties.Consent.ConsentText;
import org.lianban.intake.parties.Consent.Purpose;

class ConsentTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static Consent consent(List<String> sources, Instant until) {
        return new Consent("TY1", "410721", "k1:x", Set.of(Purpose.DATA_SHARING), sources, "data-reuse", 1, NOW,
                "APPLICANT:a", until, null, null);
    }

    @Test
    void shouldCoverNamedSourcesAndPurposesOnly() {
        assertThat(consent(List.of("人口库"), null).covers(Purpose.DATA_SHARING, "人口库", NOW)).isTrue();
        assertThat(consent(List.of("人口库"), null).covers(Purpose.DATA_SHARING, "婚姻库", NOW)).isFalse();
        assertThat(consent(List.of(), null).covers(Purpose.DATA_SHARING, "婚姻库", NOW)).isTrue();
        assertThat(consent(List.of(), null).covers(Purpose.E_LICENCE, "人口库", NOW)).isFalse();
        assertThat(consent(List.of(), null).allows(Purpose.PROFILE_REUSE, NOW)).isFalse();
    }

    @Test
    void shouldEndWithItsTermAndWhenItIsRevoked() {
        Consent consent = consent(List.of(), NOW.plusSeconds(1));
        assertThat(consent.standsAt(NOW)).isTrue();
        assertThat(consent.standsAt(NOW.plusSeconds(1))).isFalse();
        assertThat(consent.revoked(NOW, "APPLICANT:a").standsAt(NOW)).isFalse();
    }

    @Test
    void shouldKnowTheTextThatCanBeAgreedToNow() {
        List<ConsentText> texts = List.of(new ConsentText("a", 1, "旧", "x"), new ConsentText("a", 2, "新", "y"),
                new ConsentText("b", 9, "他", "z"));
        assertThat(ConsentText.current(texts, "a")).hasValueSatisfying(t -> assertThat(t.version()).isEqualTo(2));
        assertThat(ConsentText.current(texts, "c")).isEmpty();
    }
}
