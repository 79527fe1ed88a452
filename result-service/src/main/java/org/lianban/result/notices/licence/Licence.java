package org.lianban.result.notices.licence;

import com.fasterxml.jackson.annotation.JsonInclude;
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

    static Licence of(LicenceOrder order, String number, @Nullable LocalDate validUntil) {
        return new Licence(number, order.name(), order.caseNo(), order.itemNo(), order.oneThing(), order.item(),
                order.holder(), order.authority(), order.decisionNo(), order.decidedOn(), validUntil);
    }

    /** Issued here: the number follows from the order. */
    public static Licence numbered(LicenceOrder order) {
        var serial = "%d%07d".formatted(order.decidedOn().getYear(), order.serial());
        return of(order, new LicenceNumber(order.type(), order.authorityCode(), serial, 1).text(), order.validUntil());
    }

    /** Issued by a platform that gave it a number of its own. */
    public static Licence taken(LicenceOrder order, LicenceNumber number, @Nullable LocalDate validUntil) {
        return of(order, number.text(), validUntil == null ? order.validUntil() : validUntil);
    }
}
