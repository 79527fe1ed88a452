package org.lianban.result.desk;

import org.lianban.result.check.Tier;
import org.lianban.result.follow.Followed;

/** 信用等级 of a case's applicant: answered from what is at hand, within the transaction, so never by a remote call. */
@FunctionalInterface
public interface CreditTiers {
    /** Nobody can be asked: every commitment is checked. */
    CreditTiers NONE = followed -> Tier.UNKNOWN;

    Tier of(Followed followed);
}
