package org.lianban.contracts.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 一件事: one immutable published version of an integrated service of one region. A case keeps the version it was
 * filed under, named by {@link #contentHash}.
 *
 * @param code region prefix and list number, for example {@code XX-09}
 * @param region GB/T 2260 county code, six digits
 * @param version from 1, per code
 * @param contentHash {@code sha256:} and 64 hex digits over the canonical JSON of the content
 * @param effectiveFrom from when applications are taken under it
 * @param name name without the suffix 一件事; {@code printedName} as the source prints it
 * @param lead 牵头部门 as department id ({@code 410721-gongan}); null where the source names none
 * @param coLeads further joint leads
 * @param stage 人生或企业阶段 as printed
 * @param batch 巩固提升, 集中攻坚 or 探索拓展 as printed
 * @param plannedCompletion deadline text as printed
 * @param uncertain a reading that the source does not settle, with the reason
 * @param borrowedFrom code of the one-thing whose items this one uses because its own source prints only names
 * @param items in list order, 1 to 99
 * @param questions 情形: what the applicant is asked so that optional and alternative items can be chosen
 * @param form 一张表: the merged form
 * @param materials 一套材料
 * @param particulars 办事要素 beyond list, graph and materials
 */
public record OneThing(String code, String region, int version, String contentHash, Instant effectiveFrom, String name,
        String printedName, Subject subject, @Nullable String stage, @Nullable String batch, @Nullable String lead,
        List<String> coLeads, @Nullable String plannedCompletion, @Nullable String uncertain,
        @Nullable String borrowedFrom, Source source, List<Item> items, List<Question> questions,
        List<FormField> form, List<Material> materials,
        @JsonInclude(value = JsonInclude.Include.CUSTOM,
                valueFilter = Particulars.None.class) Particulars particulars) {

    public OneThing {
        particulars = particulars == null ? Particulars.NONE : particulars;
    }

    /** A one-thing of which no more than the published list is known. */
    public OneThing(String code, String region, int version, String contentHash, Instant effectiveFrom, String name,
            String printedName, Subject subject, @Nullable String stage, @Nullable String batch,
            @Nullable String lead, List<String> coLeads, @Nullable String plannedCompletion,
            @Nullable String uncertain, @Nullable String borrowedFrom, Source source, List<Item> items,
            List<Question> questions, List<FormField> form, List<Material> materials) {
        this(code, region, version, contentHash, effectiveFrom, name, printedName, subject, stage, batch, lead,
                coLeads, plannedCompletion, uncertain, borrowedFrom, source, items, questions, form, materials,
                Particulars.NONE);
    }

    /** 服务对象. */
    public enum Subject {
        INDIVIDUAL, ENTERPRISE
    }

    /**
     * 来源文件: where the list was published.
     *
     * @param issued date as printed
     * @param regionName name of the region, for example 新乡县
     * @param overallLead 总牵头: lead of the whole task as printed, where the source names none per one-thing
     */
    public record Source(@Nullable String document, @Nullable String annex, @Nullable String title,
            @Nullable String issued, @Nullable String regionName, @Nullable String province,
            @Nullable String overallLead) {

        public Source(@Nullable String document, @Nullable String annex, @Nullable String title,
                @Nullable String issued) {
            this(document, annex, title, issued, null, null, null);
        }
    }

    /** Whether prerequisites and limits are the lead's own, or a reference to be confirmed by the lead department. */
    public enum Confirmation {
        CONFIRMED, REFERENCE
    }

    /** 办理层级 as printed. */
    public enum Level {
        COUNTY, CITY
    }

    /**
     * 联办事项: one item of the list.
     *
     * @param no two digits within the one-thing, {@code 01} to {@code 99}
     * @param departments ids, the first handles the item, the others see task and result
     * @param hard item numbers that must be approved before this one is decided
     * @param soft item numbers whose result is reused when it is there; never waited for
     * @param group null for an item that every case has
     * @param promise 承诺期限; null where none is known: then only the statutory limit runs
     * @param statutory 法定期限; null where none is known
     * @param waitingStopsPromise whether waiting for a prerequisite stops the promised limit
     * @param sourceText wording as printed, where the name was corrected
     * @param printedDepartments the departments as the source prints them, in the order of {@code departments}; one
     *     office may have several names ({@code 迁入地市场监管局}, {@code 迁出地市场监管局})
     * @param rules codes, conditions, special procedures and what else binds its handling
     */
    public record Item(String no, String name, List<String> departments, Level level, ItemKind kind,
            List<String> hard, List<String> soft, @Nullable Group group, @Nullable Term promise,
            @Nullable Term statutory, boolean waitingStopsPromise, Confirmation flow, @Nullable String limitNote,
            @Nullable String remark, @Nullable String sourceText, @Nullable String uncertain,
            List<String> printedDepartments,
            @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = ItemRules.None.class) ItemRules rules) {

        public Item {
            printedDepartments = printedDepartments == null ? List.of() : printedDepartments;
            rules = rules == null ? ItemRules.NONE : rules;
        }

        /** An item of which no more than the published list is known. */
        public Item(String no, String name, List<String> departments, Level level, ItemKind kind, List<String> hard,
                List<String> soft, @Nullable Group group, @Nullable Term promise, @Nullable Term statutory,
                boolean waitingStopsPromise, Confirmation flow, @Nullable String limitNote, @Nullable String remark,
                @Nullable String sourceText, @Nullable String uncertain, List<String> printedDepartments) {
            this(no, name, departments, level, kind, hard, soft, group, promise, statutory, waitingStopsPromise, flow,
                    limitNote, remark, sourceText, uncertain, printedDepartments, ItemRules.NONE);
        }

        /** An item whose departments have one name each. */
        public Item(String no, String name, List<String> departments, Level level, ItemKind kind, List<String> hard,
                List<String> soft, @Nullable Group group, @Nullable Term promise, @Nullable Term statutory,
                boolean waitingStopsPromise, Confirmation flow, @Nullable String limitNote, @Nullable String remark,
                @Nullable String sourceText, @Nullable String uncertain) {
            this(no, name, departments, level, kind, hard, soft, group, promise, statutory, waitingStopsPromise, flow,
                    limitNote, remark, sourceText, uncertain, List.of());
        }

        /** The department that handles the item. */
        public String primaryDepartment() {
            return departments.getFirst();
        }
    }

    /**
     * 可选、多选一: how an item is chosen.
     *
     * @param key the id of the {@link Question} that decides
     */
    public record Group(Type type, String key) {
        public enum Type {
            /** In the case when the answer is yes. */
            OPTIONAL,
            /** Exactly one item of the group is in the case. */
            EXACTLY_ONE
        }
    }

    /**
     * 情形问题.
     *
     * @param id stable within the one-thing, {@code item-06} or {@code group-q}
     * @param options the answers allowed; YES_NO questions have {@code yes} and {@code no}
     * @param defaultAnswer taken when nothing was answered; null: must be answered
     */
    public record Question(String id, String text, List<Option> options, @Nullable String defaultAnswer) {}

    /** @param items item numbers that this answer puts into the case */
    public record Option(String value, String label, List<String> items) {}

    /**
     * 表单字段.
     *
     * @param type what is accepted: TEXT, DATE (ISO), INTEGER, DECIMAL, BOOLEAN, CHOICE, ID_NUMBER, CREDIT_CODE, PHONE
     * @param choices for CHOICE
     * @param maxLength characters, 1 to 4,000
     * @param items item numbers that need the field; empty: all
     * @param prefill 数据来源 that fills it in beforehand; null: the applicant does
     */
    public record FormField(String name, String label, FieldType type, boolean required, List<String> choices,
            int maxLength, List<String> items, @Nullable String prefill) {

        /** A field that the applicant fills in. */
        public FormField(String name, String label, FieldType type, boolean required, List<String> choices,
                int maxLength, List<String> items) {
            this(name, label, type, required, choices, maxLength, items, null);
        }
    }

    public enum FieldType {
        TEXT, DATE, INTEGER, DECIMAL, BOOLEAN, CHOICE, ID_NUMBER, CREDIT_CODE, PHONE
    }

    /**
     * 申请材料.
     *
     * @param code stable within the one-thing, {@code m01}
     * @param items item numbers that need it; empty: all
     * @param mediaTypes content types accepted for an electronic copy
     * @param maxBytes size limit of one file
     * @param legalBasis 设定依据, null where the source names none
     * @param rules exemption, tolerance, commitment and review points
     */
    public record Material(String code, String name, boolean required, List<String> items, List<String> mediaTypes,
            long maxBytes, @Nullable String legalBasis, Confirmation confirmation,
            @JsonInclude(value = JsonInclude.Include.CUSTOM,
                    valueFilter = MaterialRules.None.class) MaterialRules rules) {

        public Material {
            rules = rules == null ? MaterialRules.NONE : rules;
        }

        /** A material that has to be handed in, without more. */
        public Material(String code, String name, boolean required, List<String> items, List<String> mediaTypes,
                long maxBytes, @Nullable String legalBasis, Confirmation confirmation) {
            this(code, name, required, items, mediaTypes, maxBytes, legalBasis, confirmation, MaterialRules.NONE);
        }
    }

    public Optional<Item> item(String no) {
        return items.stream().filter(i -> i.no().equals(no)).findFirst();
    }
}
