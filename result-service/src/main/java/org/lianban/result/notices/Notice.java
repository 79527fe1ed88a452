package org.lianban.result.notices;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * 文书: immutable facts; what it looks like comes from them and the version of the templates.
 *
 * @param head what every kind says
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Notice(String no, Kind kind, Head head, Content content) {

    /**
     * @param oneThing name without suffix
     * @param region name, 新乡县
     * @param item name of the item; null: of the whole case
     * @param licence whether the item is a 行政许可
     * @param applicant masked; the full name is kept encrypted and is put in when the letter is made
     * @param at local time of the event that issued it
     * @param sourceNo 部门文号, where the department gave its own
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Head(String caseNo, String oneThing, String region, @Nullable String itemNo, @Nullable String item,
            boolean licence, Office issuer, String applicant, LocalDateTime at, @Nullable String sourceNo) {}

    /** 标题 as it is printed. */
    public String title() {
        return content.title(kind, head.licence());
    }

    /**
     * 发文机关.
     *
     * @param id of the department, or of the window
     * @param name as printed at the end of a letter
     * @param seal 印章名称, as the stamp reads
     * @param agency an administrative agency: its acts are open to 行政复议 and 行政诉讼
     */
    public record Office(String id, String name, String seal, boolean agency) {}

    /** 文书状态: what became of a notice after it was sealed. */
    public enum Status {
        /** 已签发. */
        ISSUED,
        /** 已送达, with proof. */
        DELIVERED,
        /** 受送达人已确认. */
        ACKNOWLEDGED,
        /** 已作废 by a later notice, whatever happened before. */
        VOIDED;

        public static Status of(boolean voided, boolean acknowledged, boolean delivered) {
            if (voided) {
                return VOIDED;
            }
            return acknowledged ? ACKNOWLEDGED : delivered ? DELIVERED : ISSUED;
        }
    }

    /**
     * 文书 as it was sealed.
     *
     * @param templates version of the templates it was sealed with
     * @param digest over its facts and that version
     * @param intact whether the facts still have the digest they were sealed with
     */
    public record Sealed(Notice notice, int templates, String digest, boolean intact) {}
}
