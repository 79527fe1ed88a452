package org.lianban.result.bundle.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.result.bundle.attribution.Attribution;

/**
 * 时间归责台账: every working minute of the case, charged to exactly one account.
 *
 * @param from hand-in
 * @param to end of the case, or now
 * @param open the case goes on: the charges may still change with what is decided later
 * @param minutes service minutes of the windows; the sum of the shares and the sum of the charges
 * @param shares greatest first
 * @param charges in order of time
 * @param doubt in Chinese, why the minutes are provisional
 */
public record AttributionView(String caseNo, long version, Instant from, Instant to, boolean open, long minutes,
        List<ShareView> shares, List<ChargeView> charges, @Nullable String doubt) {

    public record ShareView(Attribution.Account.Kind account, String accountText,
            CaseView.@Nullable DepartmentRef department, long minutes) {}

    /** @param itemNo the item that the case waited for */
    public record ChargeView(Attribution.Account.Kind account, String accountText,
            CaseView.@Nullable DepartmentRef department,
            @Nullable String itemNo, @Nullable String itemName, Instant from, Instant to, long minutes) {}

    static AttributionView of(String caseNo, long version, Attribution a, Names names) {
        return new AttributionView(caseNo, version, a.from(), a.to(), a.open(), a.minutes(),
                a.shares().stream().map(s -> new ShareView(s.account().kind(), text(s.account().kind()),
                        department(s.account(), names), s.minutes())).toList(),
                a.charges().stream().map(c -> new ChargeView(c.account().kind(), text(c.account().kind()),
                        department(c.account(), names), c.itemNo(), c.itemNo() == null ? null : names.item(c.itemNo()),
                        c.from(), c.to(), c.minutes())).toList(),
                a.doubt());
    }

    private static CaseView.@Nullable DepartmentRef department(Attribution.Account account, Names names) {
        var id = account.department();
        return id == null ? null : names.department(id);
    }

    private static String text(Attribution.Account.Kind kind) {
        return switch (kind) {
            case INTAKE -> "综合受理窗口";
            case DEPARTMENT -> "部门";
            case APPLICANT -> "申请人";
            case EXTERNAL -> "特别程序或者联合活动";
            case OUTAGE -> "故障停办";
        };
    }
}
