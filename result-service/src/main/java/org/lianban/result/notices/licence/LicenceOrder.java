package org.lianban.result.notices.licence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
public record LicenceOrder(String caseNo, String itemNo, long serial, String type, String name, String oneThing,
        String item, String holder, String authority, String authorityCode, @Nullable String decisionNo,
        LocalDate decidedOn, @Nullable LocalDate validUntil) {

    /** The same each time this licence is asked for. */
    public String id() {
        return caseNo + "-" + itemNo;
    }
}
