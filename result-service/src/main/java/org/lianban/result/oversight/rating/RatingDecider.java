package org.lianban.result.oversight.rating;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.result.oversight.OversightActor;
import org.lianban.result.oversight.Reason;

/** Whether a rating may be given, and whether it may take the place of one that is there. */
public final class RatingDecider {
    private static final Set<Role> RATERS = EnumSet.of(Role.APPLICANT, Role.AGENT, Role.WINDOW_CLERK,
            Role.CERTIFICATE_WINDOW);
    private static final Set<Role> PLATFORMS = EnumSet.of(Role.PROVINCE, Role.SYSTEM);

    private RatingDecider() {}

    /**
     * What a rating is asked about, as the case knows it.
     *
     * @param online the service was given online: 一事一评, else 一次一评
     * @param itemKnown the item belongs to the case; true where the whole case is rated
     * @param settled 办结 of the case, or of the item where an item is rated
     * @param delivered 送达 of the same
     */
    public record Served(boolean online, boolean itemKnown, boolean settled, boolean delivered) {}

    /** Whoever is rated does not rate, and only a system says that nobody did. */
    public static Optional<Refusal> forbidden(boolean byDefault, OversightActor who) {
        boolean may = RATERS.contains(who.role())
                ? !byDefault
                : PLATFORMS.contains(who.role()) || who.supervises();
        return Reason.unless(may, Reason.FORBIDDEN, byDefault ? "默认评价只能由平台登记。" : "该角色不能提交评价。");
    }

    /** Every reason against this rating at once; empty when it may be given. */
    public static List<Fault> faults(Rating rating, Served served, Rating.Rules rules) {
        var faults = new ArrayList<Fault>();
        if (served.online() && rating.subject().itemNo() == null) {
            faults.add(new Fault("/itemNo", "ITEM_MISSING", "线上办理一事一评，请指明联办事项"));
        }
        if (!served.online() && rating.subject().itemNo() != null) {
            faults.add(new Fault("/itemNo", "ONE_PER_CASE", "线下办理一次一评，请对整个办件评价"));
        }
        if (!served.itemKnown()) {
            faults.add(new Fault("/itemNo", "UNKNOWN_ITEM", "该办件没有此联办事项"));
        } else if (!served.settled()) {
            faults.add(new Fault("", "NOT_SETTLED", "尚未办结，办结后方可评价"));
        } else if (rules.after() == Rating.Rules.After.DELIVERED && !served.delivered()) {
            faults.add(new Fault("", "NOT_DELIVERED", "结果尚未送达，送达后方可评价"));
        }
        if (!rules.channels().contains(rating.channel())) {
            faults.add(new Fault("/channel", "CHANNEL_CLOSED", "该评价渠道未开通"));
        }
        rating.indicators().keySet().stream().filter(indicator -> !indicator.suits(served.online())).sorted()
                .forEach(indicator -> faults.add(new Fault("/indicators/" + indicator, "OTHER_SERVICE",
                        "“" + indicator.label() + "”不是" + (served.online() ? "线上" : "线下") + "服务的评价指标")));
        return faults;
    }

    /** What becomes of a rating that is there already. */
    public enum Place {
        /** There is none: the new one stands. */
        FREE,
        /** A default rating gives way to one that somebody gave. */
        REPLACES_DEFAULT,
        /** Somebody rated already; a second one is refused, and a default one after it is dropped. */
        TAKEN
    }

    public static Place place(@Nullable Rating present, Rating rating) {
        if (present == null) {
            return Place.FREE;
        }
        return present.byDefault() && rating.genuine() ? Place.REPLACES_DEFAULT : Place.TAKEN;
    }
}
