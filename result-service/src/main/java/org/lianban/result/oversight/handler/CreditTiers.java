package org.lianban.result.oversight.handler;

import org.lianban.result.bundle.change.CaseChange;
import org.lianban.result.oversight.check.Check.Rules.Tier;

/** 信用等级 of a case's applicant: answered from what is at hand, within the transaction, so never by a remote call. */
@FunctionalInterface
public interface CreditTiers {
    /** Nobody can be asked: every commitment is checked. */
    CreditTiers NONE = change -> Tier.UNKNOWN;

    Tier of(CaseChange change);
}
