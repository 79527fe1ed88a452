package org.lianban.result.bundle.attribution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 时间归责台账 of one case.
 *
 * @param from hand-in
 * @param to settlement, or the instant asked about while the case goes on
 * @param open the case goes on: who a minute is charged to may still change with what is decided later
 * @param minutes service minutes of the windows between both; the sum of all charges
 * @param shares per account, greatest first, those with no minute left out
 * @param charges spans in order, without a gap, each charged to one account
 * @param doubt why the minutes are provisional; null when they are not
 */
public record Attribution(Instant from, Instant to, boolean open, long minutes, List<Share> shares,
        List<Charge> charges, @Nullable String doubt) {
    public record Share(Account account, long minutes) {}

    /** @param itemNo the item that the case waited for; null before it was dispatched */
    public record Charge(Account account, @Nullable String itemNo, Instant from, Instant to, long minutes) {}

    public Attribution {
        shares = List.copyOf(shares);
        charges = List.copyOf(charges);
    }

    /**
     * 责任方.
     *
     * @param department id, of {@link Kind#DEPARTMENT} only
     */
    public record Account(Kind kind, @Nullable String department) {
        static final Account INTAKE = new Account(Kind.INTAKE, null);
        static final Account APPLICANT = new Account(Kind.APPLICANT, null);
        static final Account EXTERNAL = new Account(Kind.EXTERNAL, null);
        static final Account OUTAGE = new Account(Kind.OUTAGE, null);

        static Account department(String id) {
            return new Account(Kind.DEPARTMENT, id);
        }

        public enum Kind {
            /** 综合受理窗口: from hand-in to dispatch. */
            INTAKE,
            /** 部门. */
            DEPARTMENT,
            /** 申请人: mends, or owes a material. */
            APPLICANT,
            /** 外部程序: a special procedure or a joint activity goes on. */
            EXTERNAL,
            /** 故障停办, as registered. */
            OUTAGE
        }
    }
}
