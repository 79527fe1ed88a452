package org.lianban.result.notices.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 电子证照 as issued: the facts that its digest seals.
 *
 * @param number 证照标识 (GB/T 36904)
 * @param holder masked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Licence(String number, String name, String caseNo, String itemNo, String oneThing, String item,
        String holder, String authority, @Nullable String decisionNo, LocalDate issuedOn,
        @Nullable LocalDate validUntil) {

    static Licence of(Order order, String number, @Nullable LocalDate validUntil) {
        return new Licence(number, order.name(), order.caseNo(), order.itemNo(), order.oneThing(), order.item(),
                order.holder(), order.authority(), order.decisionNo(), order.decidedOn(), validUntil);
    }

    /** Issued here: the number follows from the order. */
    public static Licence numbered(Order order) {
        var serial = "%d%07d".formatted(order.decidedOn().getYear(), order.serial());
        return of(order, new LicenceNumber(order.type(), order.authorityCode(), serial, 1).text(), order.validUntil());
    }

    /** Issued by a platform that gave it a number of its own. */
    public static Licence taken(Order order, LicenceNumber number, @Nullable LocalDate validUntil) {
        return of(order, number.text(), validUntil == null ? order.validUntil() : validUntil);
    }

    /**
     * 制证: an order for a licence as it is kept.
     *
     * @param issued null until then
     * @param digest SM3 over the facts
     * @param intact whether the facts still have it
     */
    public record Stored(String caseNo, String itemNo, long serial, Instant decidedAt, @Nullable String decisionNo,
            State state, Instant since, int tries, @Nullable String reason, @Nullable Licence issued,
            @Nullable String digest, boolean intact) {
        /** 制证状态. */
        public enum State {
            ORDERED,
            /** 已签发; the case may not know it yet. */
            ISSUED,
            /** The item yields no licence after all. */
            NONE,
            /** The platform will not take it: people have to look. */
            REFUSED,
            /** Tried for as long as it makes sense: people have to look. */
            GIVEN_UP
        }
    }

    /**
     * 制证申请 for one approved item.
     *
     * @param serial given with the order; the same however often it is tried
     * @param type 证照类型代码
     * @param name 证照名称
     * @param holder masked
     * @param authority 颁发机构 by name
     * @param authorityCode USCC of the issuing body, or the code of its region where none is known
     * @param validUntil last day; null: without end
     */
    public record Order(String caseNo, String itemNo, long serial, String type, String name, String oneThing,
            String item, String holder, String authority, String authorityCode, @Nullable String decisionNo,
            LocalDate decidedOn, @Nullable LocalDate validUntil) {

        /** The same each time this licence is asked for. */
        public String id() {
            return caseNo + "-" + itemNo;
        }
    }
}
