package org.lianban.result.notices.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.result.notices.Content;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.Notice;
import org.lianban.result.notices.query.NoticeQueries.Issued;

/**
 * 文书.
 *
 * @param digest SM3 over facts and version of the templates; it is printed on the letter
 * @param templates version it was sealed with
 * @param content facts of this kind; null in a list
 * @param applicant masked
 */
record NoticeView(String no, Kind kind, String title, String caseNo, @Nullable String itemNo, @Nullable String item,
        String issuer, String seal, String applicant, Instant issuedAt, Notice.Status standing,
        @Nullable NoticeDeliveryView delivered, @Nullable Instant acknowledgedAt, @Nullable String voidedBy,
        String digest, int templates, @Nullable Content content) {

    /** @param receiver masked */
    record NoticeDeliveryView(String way, String receiver, String proof, Instant at, String by) {}

    /** 核验结果: no personal data. @param genuine the digest is the one the notice was sealed with, and it is intact */
    record NoticeVerificationView(String no, boolean genuine, String title, String issuer, Instant issuedAt,
            Notice.Status standing,
            @Nullable String voidedBy) {
        static NoticeVerificationView of(Issued issued, String digest) {
            var notice = issued.notice();
            return new NoticeVerificationView(notice.no(),
                    issued.sealed().intact() && issued.sealed().digest().equals(digest),
                    notice.title(), notice.head().issuer().name(), issued.at(), issued.standing(), issued.voidedBy());
        }
    }

    record NoticesView(String caseNo, List<NoticeView> notices) {}

    static NoticeView line(Issued issued) {
        return of(issued, null);
    }

    static NoticeView whole(Issued issued) {
        return of(issued, issued.notice().content());
    }

    private static NoticeView of(Issued issued, @Nullable Content content) {
        var notice = issued.notice();
        var head = notice.head();
        var mark = issued.mark();
        return new NoticeView(notice.no(), notice.kind(), notice.title(), head.caseNo(), head.itemNo(),
                head.item(), head.issuer().name(), head.issuer().seal(), head.applicant(), issued.at(),
                issued.standing(), delivered(issued), mark == null ? null : mark.acknowledgedAt(), issued.voidedBy(),
                issued.sealed().digest(), issued.sealed().templates(), content);
    }

    private static @Nullable NoticeDeliveryView delivered(Issued issued) {
        var mark = issued.mark();
        return mark == null || mark.way() == null || mark.receiver() == null || mark.proof() == null
                || mark.deliveredAt() == null || mark.deliveredBy() == null
                        ? null
                        : new NoticeDeliveryView(mark.way(), mark.receiver(), mark.proof(), mark.deliveredAt(),
                                mark.deliveredBy());
    }
}
