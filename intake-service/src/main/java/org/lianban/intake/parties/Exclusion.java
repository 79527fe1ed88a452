package org.lianban.intake.parties;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.form.Field;
import org.lianban.intake.commands.Series;
import org.lianban.text.TextKind;

/**
 * 信用限制.
 *
 * @param repairedAt null while it stands
 */
public record Exclusion(long id, Kind kind, @Nullable String caseNo, String detail,
        Instant excludedAt, String excludedBy, @Nullable Instant repairedAt, @Nullable String repairedBy,
        @Nullable String repairDetail) {
    /** 信用事由. */
    public enum Kind {
        /** 虚假承诺. */
        FALSE_COMMITMENT,
        /** 未履行承诺. */
        BREACHED_COMMITMENT
    }

    /**
     * 履约信息, as the credit platform is told.
     *
     * @param id 0 before it is written
     */
    public record Credit(long id, Party subject, @Nullable String caseNo, @Nullable String material,
            Kind kind, @Nullable String detail, Instant at) {
        /** 履约情况. */
        public enum Kind {
            FULFILLED, BREACHED, FALSE, REPAIRED
        }
    }

    /** 信用限制 as it is asked for. @param caseNo the case whose commitment was false or broken */
    public record ExclusionTerms(@Field(label = "当事人") PartyForm party,
            @Field(label = "事由类型", example = "FALSE_COMMITMENT") Exclusion.Kind kind,
            @Field(label = "事由", example = "提交虚假的房屋租赁承诺") String detail,
            @Field(kind = TextKind.CODE, label = "办件编号", pattern = Series.CASE_NUMBER,
                    example = "41072120260918YJS000001F") @Nullable String caseNo) {

        public List<Fault> faults(LocalDate today) {
            List<Fault> faults = new ArrayList<>(party.faults("/party", today));
            faults.addAll(Series.faults(caseNo));
            return faults;
        }
    }
}
