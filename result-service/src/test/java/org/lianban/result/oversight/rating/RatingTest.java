package org.lianban.result.oversight.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianban.command.Fault;
import org.lianban.result.Sample;
import org.lianban.result.oversight.rating.RatingDecider.Place;
import org.lianban.result.oversight.rating.RatingDecider.Served;

class RatingTest {
    private static final Served OFFLINE = new Served(false, true, true, true);
    private static final Served ONLINE = new Served(true, true, true, true);

    private static Rating rating(@Nullable String item, Rating.Level level, boolean byDefault,
            Rating.Indicator... indicators) {
        var given = new java.util.EnumMap<Rating.Indicator, Rating.Level>(Rating.Indicator.class);
        for (Rating.Indicator indicator : indicators) {
            given.put(indicator, level);
        }
        return new Rating(new Rating.Subject("C1", item), level, Rating.Channel.QR_CODE, Rating.Source.OFFLINE,
                byDefault, given, null, Sample.at("2026-11-23T09:00"));
    }

    /** GB/T 39046-2020 A.8 counts from the best, stars count from the worst. */
    @Test
    void shouldNotMixUpTheStandardAndTheStars() {
        assertThat(Rating.LevelCode.GBT_39046.read("1")).contains(Rating.Level.VERY_SATISFIED);
        assertThat(Rating.LevelCode.GBT_39046.read("5")).contains(Rating.Level.VERY_DISSATISFIED);
        assertThat(Rating.LevelCode.STARS.read("5")).contains(Rating.Level.VERY_SATISFIED);
        assertThat(Rating.LevelCode.STARS.read("1")).contains(Rating.Level.VERY_DISSATISFIED);
        assertThat(Rating.LevelCode.LABEL.read("基本满意")).contains(Rating.Level.BASICALLY_SATISFIED);
        assertThat(Rating.LevelCode.GBT_39046.read("6")).isEmpty();
        assertThat(Rating.LevelCode.STARS.read("非常满意")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadWhatItWrites(Rating.LevelCode code) {
        for (Rating.Level level : Rating.Level.values()) {
            assertThat(code.read(code.write(level))).contains(level);
        }
    }

    @Test
    void shouldNeverCountADefaultRatingAsGoodOrBad() {
        assertThat(rating(null, Rating.Level.VERY_SATISFIED, true).good()).isFalse();
        assertThat(rating(null, Rating.Level.VERY_DISSATISFIED, true).opensLoop()).isFalse();
        assertThat(rating(null, Rating.Level.BASICALLY_SATISFIED, false).good()).isTrue();
        assertThat(rating(null, Rating.Level.DISSATISFIED, false).opensLoop()).isTrue();
    }

    @Test
    void shouldTakeOnePerCaseAtTheWindowAndOnePerItemOnline() {
        assertThat(RatingDecider.faults(rating(null, Rating.Level.SATISFIED, false), OFFLINE, Rating.Rules.DEFAULT))
                .isEmpty();
        assertThat(RatingDecider.faults(rating("01", Rating.Level.SATISFIED, false), OFFLINE, Rating.Rules.DEFAULT))
                .extracting(Fault::code).containsExactly("ONE_PER_CASE");
        assertThat(RatingDecider.faults(rating("01", Rating.Level.SATISFIED, false), ONLINE, Rating.Rules.DEFAULT))
                .isEmpty();
        assertThat(RatingDecider.faults(rating(null, Rating.Level.SATISFIED, false), ONLINE, Rating.Rules.DEFAULT))
                .extracting(Fault::code).containsExactly("ITEM_MISSING");
    }

    @Test
    void shouldNameEveryFaultAtOnce() {
        var rules = new Rating.Rules(Rating.Rules.After.DELIVERED, EnumSet.of(Rating.Channel.SMS));
        assertThat(RatingDecider.faults(rating("09", Rating.Level.SATISFIED, false, Rating.Indicator.OPERABILITY),
                new Served(false, false, false, false), rules)).extracting(Fault::code)
                .containsExactly("ONE_PER_CASE", "UNKNOWN_ITEM", "CHANNEL_CLOSED", "OTHER_SERVICE");
        assertThat(
                RatingDecider.faults(rating(null, Rating.Level.SATISFIED, false), new Served(false, true, false, false),
                        Rating.Rules.DEFAULT))
                .extracting(Fault::code).containsExactly("NOT_SETTLED");
        assertThat(
                RatingDecider.faults(rating(null, Rating.Level.SATISFIED, false), new Served(false, true, true, false),
                        new Rating.Rules(Rating.Rules.After.DELIVERED, EnumSet.allOf(Rating.Channel.class))))
                .extracting(Fault::code)
                .containsExactly("NOT_DELIVERED");
    }

    @Test
    void shouldLetOnlyADefaultRatingGiveWay() {
        var given = rating(null, Rating.Level.SATISFIED, false);
        var byDefault = rating(null, Rating.Level.VERY_SATISFIED, true);
        assertThat(RatingDecider.place(null, given)).isEqualTo(Place.FREE);
        assertThat(RatingDecider.place(byDefault, given)).isEqualTo(Place.REPLACES_DEFAULT);
        assertThat(RatingDecider.place(given, given)).isEqualTo(Place.TAKEN);
        assertThat(RatingDecider.place(given, byDefault)).isEqualTo(Place.TAKEN);
        assertThat(RatingDecider.place(byDefault, byDefault)).isEqualTo(Place.TAKEN);
    }

    @Test
    void shouldShowDefaultsApartAndNoRatioOfNothing() {
        var ratios = Ratios.of(10, 4, Map.of(Rating.Level.SATISFIED, 3L, Rating.Level.DISSATISFIED, 1L), 6);
        assertThat(ratios.rated().value()).isEqualByComparingTo("0.4");
        assertThat(ratios.good().value()).as("three of four that somebody gave; six defaults are in neither")
                .isEqualByComparingTo("0.75");
        assertThat(ratios.byDefault()).isEqualTo(6);
        assertThat(Ratios.of(10, 0, Map.of(), 10).good().value()).as("nobody rated: no 100 %").isNull();
        assertThat(new Ratios.Ratio(199_999, 200_000).value()).as("never rounded up to 100 %")
                .isEqualTo(new BigDecimal("0.9999"));
        assertThat(Ratios.of(100, 100, Map.of(Rating.Level.SATISFIED, 100L), 0).suspicious()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Ratios.Ratio(2, 1));
    }
}
