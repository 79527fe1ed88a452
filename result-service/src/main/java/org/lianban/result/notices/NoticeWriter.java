package org.lianban.result.notices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Terms;

/**
 * 发文: writes the notices of a case with the names and words of its county.
 *
 * @param departments by id
 * @param windows by id
 */
public record NoticeWriter(Function<String, Optional<Department>> departments,
        Function<String, Optional<Window>> windows, Wording wording) {
    /**
     * The notices of everything that happened in one transaction.
     *
     * @param issued numbers that the case's notices have already
     */
    public List<Notice> issue(Bundle after, Terms terms, List<CaseEvent> events, List<String> issued) {
        return Issuing.of(new LetterContext(after, terms, this), events, issued);
    }

    /** How the department that handles an item signs. */
    public String office(Bundle bundle, Terms terms, String itemNo, String department) {
        return new LetterContext(bundle, terms, this).printed(itemNo, department);
    }

    /** 作废: a new notice that names the old. */
    public Notice voiding(Bundle bundle, Terms terms, Notice voided, String reason, Instant at, List<String> issued) {
        var context = new LetterContext(bundle, terms, this);
        var draft = Draft.of(Kind.VOIDING, voided.head().itemNo(), voided.head().issuer(), at,
                new Content.Voiding(voided.no(), voided.kind().title(), reason));
        return Issuing.numbered(context, List.of(draft), issued).getFirst();
    }

    /**
     * 文书用语 that a county decides.
     *
     * @param centre 政务服务中心, after the name of the region
     * @param query 查询方式 of a case
     * @param where where and how materials are handed in
     * @param reconsideration 行政复议机关, after the name of the region
     */
    public record Wording(String centre, String query, String where, String reconsideration) {
        public static final Wording DEFAULT = new Wording("政务服务中心", "凭办件编号登录政务服务网“我的办件”或者到综合受理窗口查询",
                "登录政务服务网“我的办件”在线提交，或者到政务服务中心“一件事”综合受理窗口提交", "人民政府");
    }
}
