package org.lianban.result.oversight.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.oversight.Period;
import org.lianban.result.oversight.Score;
import org.lianban.result.oversight.check.Check;
import org.lianban.result.oversight.expiry.Licence;
import org.lianban.result.oversight.handler.OversightSettings;
import org.lianban.result.oversight.rating.Rating;
import org.lianban.result.oversight.supervision.LadderRules;
import org.lianban.result.oversight.supervision.Order;
import org.lianban.result.oversight.ticket.Ticket;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the lead department decides about ratings, tickets, supervision, checks and expiring licences. Periods are
 * spelled {@code 5wd} (working days) or {@code 7d} (days); what is not set keeps its published default.
 *
 * @param regulators 审管衔接: id of the supervising department, by id of the approving one
 * @param weights points that a bulletin takes off per occurrence; one that is named replaces its default
 */
@ConfigurationProperties("lianban.care")
record OversightProperties(@DefaultValue Ratings ratings, @DefaultValue Tickets tickets,
        @DefaultValue Supervision supervision, @DefaultValue CheckProjection checks, @DefaultValue Expiry expiry,
        @Nullable Map<Score.Ground, Double> weights, @DefaultValue Reporting reporting,
        @Nullable Map<String, String> regulators) {

    /**
     * 评价数据上报.
     *
     * @param url of the provincial rating platform; unset: nothing is reported, and the gap shows
     * @param secret that requests are signed with
     * @param codes how levels are written there
     * @param giveUpAfter how long one rating is tried
     */
    record Reporting(@Nullable URI url, @DefaultValue("") String secret,
            @DefaultValue("GBT_39046") Rating.LevelCode codes,
            @DefaultValue("10s") Duration timeout, @DefaultValue("30s") Duration openFor,
            @DefaultValue("7d") Duration giveUpAfter) {
        @Override
        public String toString() {
            return "Reporting[" + url + "]";
        }
    }

    /**
     * @param after SETTLED 办结 or DELIVERED 送达
     * @param channels that are open; unset: all
     */
    record Ratings(@DefaultValue("SETTLED") Rating.Rules.After after, @Nullable Set<Rating.Channel> channels) {}

    /** @param attempts call-backs in vain after which a reporter counts as called */
    record Tickets(@DefaultValue("1wd") Period verify, @DefaultValue("5wd") Period rectify,
            @DefaultValue("15wd") Period callBack, @DefaultValue("3") int attempts) {}

    /**
     * @param opens which breach opens an order at which level; replaces the default table where it is set
     * @param periods per level; a level that is named replaces its default
     * @param answers 13710 per answer; likewise
     * @param major 13710: 重大 instead of 办结
     */
    record Supervision(@Nullable Map<Timer, Order.Level> opens, @Nullable Map<Order.Level, Period> periods,
            @Nullable Map<Order.Answer, Period> answers, @DefaultValue("30d") Period major) {
        LadderRules rules() {
            var usual = LadderRules.DEFAULT;
            return new LadderRules(opens == null ? usual.opens() : opens, merged(usual.periods(), periods),
                    merged(usual.answers(), answers), major);
        }
    }

    /** @param ratios share of commitments that is checked, by credit tier */
    record CheckProjection(@Nullable Map<Check.Rules.Tier, Double> ratios, @DefaultValue("30wd") Period within,
            @DefaultValue("10wd") Period correction, @DefaultValue("5wd") Period defence) {}

    record Expiry(@DefaultValue( {"60", "40"}) List<Integer> remindDays){}

    private static <K, V> Map<K, V> merged(Map<K, V> usual, @Nullable Map<K, V> set) {
        if (set == null) {
            return usual;
        }
        var all = new java.util.HashMap<>(usual);
        all.putAll(set);
        return all;
    }

    Score score() {
        return new Score(merged(Score.DEFAULT.weights(), weights));
    }

    OversightSettings settings() {
        var open = ratings.channels();
        return new OversightSettings(
                new Rating.Rules(ratings.after(), open == null ? Set.of(Rating.Channel.values()) : open),
                new Ticket.Rules(tickets.verify(), tickets.rectify(), tickets.callBack(), tickets.attempts()),
                supervision.rules(),
                new Check.Rules(merged(Check.Rules.DEFAULT.ratios(), checks.ratios()), checks.within(),
                        checks.correction(), checks.defence()),
                new Licence.Rules(expiry.remindDays()), regulators == null ? Map.of() : regulators);
    }
}
