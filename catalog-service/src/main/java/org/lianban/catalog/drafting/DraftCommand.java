package org.lianban.catalog.drafting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.Document;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.form.Field;
import org.lianban.form.OwnRules;
import org.lianban.text.TextKind;

/** What somebody wants to do to a draft. */
public sealed interface DraftCommand {
    default Move move() {
        return switch (this) {
            case Edit c -> Move.EDIT;
            case Submit c -> Move.SUBMIT;
            case ConfirmByLead c -> Move.CONFIRM_BY_LEAD;
            case ReviewByAdmin c -> Move.REVIEW_BY_ADMIN;
            case Return c -> Move.RETURN;
            case BeginTesting c -> Move.BEGIN_TESTING;
            case RecordRun c -> Move.RECORD_RUN;
            case GiveOpinion c -> Move.GIVE_OPINION;
            case BeginTrial c -> Move.BEGIN_TRIAL;
            case GoLive c -> Move.GO_LIVE;
            case Abandon c -> Move.ABANDON;
        };
    }

    /**
     * @param content null: as it was
     * @param annex null: as it was
     * @param revision that was edited: nobody writes over what they have not seen
     */
    @OwnRules(example = "{\"content\":" + NewDraft.EXAMPLE + ",\"revision\":1}")
    record Edit(@Nullable Content content, @Nullable Annex annex, @Nullable String batch, int revision)
            implements DraftCommand {}

    record Submit() implements DraftCommand {}

    record ConfirmByLead(@Field(label = "审核要点") List<Checklist.Answer> answers) implements DraftCommand {}

    record ReviewByAdmin(@Field(label = "审核要点") List<Checklist.Answer> answers) implements DraftCommand {}

    record Return(@Field(label = "退回理由", kind = TextKind.LINES, max = 1_000, example = "请补充审查要点") String reason)
            implements DraftCommand {}

    record BeginTesting() implements DraftCommand {}

    record RecordRun(@Field(label = "测试办件编号", kind = TextKind.CODE, example = "41072120260918YJS000001F") String caseNo,
            @Field(label = "测试情形", max = 1_000, example = "材料齐全，当场收件") String scenario,
            @Field(label = "是否通过") boolean passed,
            @Field(label = "说明", kind = TextKind.LINES, max = 1_000, example = "各部门均已收到") @Nullable String note)
            implements DraftCommand {}

    record GiveOpinion(@Field(label = "是否同意") boolean agreed,
            @Field(label = "理由", kind = TextKind.LINES, max = 1_000, example = "同意试运行") @Nullable String reason)
            implements DraftCommand {}

    /** @param since when applications are taken; null: now */
    record BeginTrial(@Field(label = "公布文件") Document document,
            @Field(label = "试运行时间", example = "2026-12-01T00:00:00+08:00") @Nullable Instant since)
            implements DraftCommand {}

    record GoLive() implements DraftCommand {}

    record Abandon(@Field(label = "终止理由", kind = TextKind.LINES, max = 1_000, example = "不再实施") String reason)
            implements DraftCommand {}

    /** What is done to a draft. */
    enum Move {
        EDIT,
        SUBMIT,
        CONFIRM_BY_LEAD,
        REVIEW_BY_ADMIN,
        RETURN,
        BEGIN_TESTING,
        RECORD_RUN,
        GIVE_OPINION,
        BEGIN_TRIAL,
        GO_LIVE,
        ABANDON
    }
}
