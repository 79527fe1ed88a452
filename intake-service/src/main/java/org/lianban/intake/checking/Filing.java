package org.lianban.intake.checking;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.MaterialRef.Form;
import org.lianban.contracts.Party;
import org.lianban.contracts.Party.IdType;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.form.Field;
import org.lianban.intake.parties.PartyForm;
import org.lianban.text.TextKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * 申请 as read, whatever the channel: clean, but nothing of it has been checked, so that all of it can be checked at once.
 * What most applications do not have comes last.
 *
 * @param oneThing code or exact name within the region
 * @param receive 当场收件: a clerk receives it in the same step
 * @param form an object
 * @param test 测试办件, against a version that is being tested
 * @param priority 绿色通道: why this one goes first; null: it does not
 * @param addressee 文书接收人; null: the applicant
 * @param consents 授权同意编号: what data and certificates may be fetched, and what may be reused
 * @param prefill 预填编号: what the form was filled in with beforehand
 * @param commitments 容缺 and 承诺免交, signed
 * @param checks 收件核验: what a clerk found, material by material
 */
public record Filing(@Field(kind = TextKind.REGION, label = "办理地区", example = "410721") @Nullable String region,
        @Field(label = "“一件事”", max = 200, example = "XX-09") @Nullable String oneThing,
        @Field(label = "申报渠道", example = "WINDOW") @Nullable Channel channel,
        @Field(kind = TextKind.CODE, label = "窗口编号", example = "w1") @Nullable String window,
        @Field(label = "当场收件") boolean receive, @Field(label = "申请人") @Nullable Person applicant,
        @Field(label = "代理人") @Nullable Person agent,
        @Field(label = "情形答案", most = Filing.MAX_ENTRIES,
                example = "{\"item-06\":\"no\"}") Map<String, @Nullable String> answers,
        @Field(label = "表单", example = "{\"childName\":\"张小宝\",\"birthDate\":\"2026-03-01\"}") @Nullable JsonNode form,
        @Field(label = "材料", most = Filing.MAX_ENTRIES) List<Handed> materials, @Field(label = "测试办件") boolean test,
        @Field(label = "优先办理原因") @Nullable String priority, @Field(label = "文书接收人") @Nullable Contact addressee,
        @Field(kind = TextKind.CODE, label = "授权同意编号", most = 20) List<String> consents,
        @Field(kind = TextKind.CODE, label = "预填编号") @Nullable String prefill,
        @Field(label = "承诺", most = Filing.MAX_ENTRIES) List<Signed> commitments,
        @Field(label = "核验", most = Filing.MAX_ENTRIES) List<Checked> checks) {
    /** Answers, and materials, of one application. */
    static final int MAX_ENTRIES = 200;
    /** Nothing said at all. */
    public static final Filing NOTHING = new Filing(null, null, null, null, false, null, null, Map.of(), null,
            List.of(), false, null, null, List.of(), null, List.of(), List.of());

    public Filing {
        Map<String, String> said = new LinkedHashMap<>();
        answers.forEach((question, answer) -> {
            if (answer != null) {
                said.put(question, answer);
            }
        });
        answers = said;
        form = form == null ? JsonNodeFactory.instance.objectNode() : form;
    }

    @Override
    public JsonNode form() {
        return Objects.requireNonNull(form);
    }

    @Override
    public Map<String, String> answers() {
        return answers;
    }

    /** 申请人、代理人. */
    public record Person(
            @Field(kind = TextKind.FIRM_NAME, label = "姓名或者名称", max = 100, example = "张三") @Nullable String name,
            @Field(label = "证件类型", example = "RESIDENT_ID") Party.@Nullable IdType idType,
            @Field(kind = TextKind.DOCUMENT_NUMBER, label = "证件号码",
                    example = "11010519491231002X") @Nullable String idNumber,
            @Field(kind = TextKind.PHONE, label = "联系电话", example = "13800000000") @Nullable String phone) {
        /** As far as it can be told who it is; what is wrong with it the check says. */
        public Optional<Party> party() {
            return idType == null || idNumber == null
                    ? Optional.empty()
                    : Optional.of(new Party(name == null ? "" : PartyForm.named(name, idType), idType,
                            idNumber.toUpperCase(Locale.ROOT), phone));
        }

        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Person[" + idType + "]";
        }
    }

    /**
     * 提交的材料.
     *
     * @param form PAPER or ELECTRONIC
     * @param digest of a file uploaded before
     */
    public record Handed(@Field(kind = TextKind.CODE, label = "材料编号", example = "m01") @Nullable String code,
            @Field(label = "材料形式", example = "ELECTRONIC") MaterialRef.@Nullable Form form,
            @Field(kind = TextKind.DIGEST, label = "摘要", pattern = "sha256:.*", form = " sha256: 加 64 位十六进制小写字符",
                    example = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824") @Nullable String digest) {}

    /** 接收人. */
    public record Contact(@Field(kind = TextKind.PERSON_NAME, label = "文书接收人姓名", example = "张三") @Nullable String name,
            @Field(kind = TextKind.PHONE, label = "联系电话", example = "13800000000") @Nullable String phone) {
        /** Personal data stay out of logs. */
        @Override
        public String toString() {
            return "Contact[***]";
        }
    }

    /**
     * 承诺书 as signed.
     *
     * @param type DEFER (容缺后补) or WAIVE (承诺免交)
     * @param signature digest of the signed text
     */
    public record Signed(@Field(kind = TextKind.CODE, label = "材料编号", example = "m02") @Nullable String material,
            @Field(label = "承诺类型", example = "DEFER") Commitment.@Nullable Type type,
            @Field(kind = TextKind.CODE, label = "承诺书", example = "c1") @Nullable String textId,
            @Field(label = "承诺书版本", example = "1") @Nullable Integer textVersion,
            @Field(kind = TextKind.DIGEST, label = "签名摘要",
                    example = "sm3:66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0") @Nullable String signature,
            @Field(label = "签署人", example = "APPLICANT") PromisePolicy.Promise.@Nullable Signer signedBy,
            @Field(label = "签署时间", example = "2026-03-02T09:10:00+08:00") @Nullable Instant signedAt) {}

    /**
     * 核验 of one material.
     *
     * @param present 已收到
     * @param originalChecked 已核对原件
     * @param formOk 符合法定形式
     * @param points 审查要点, answered
     */
    public record Checked(@Field(kind = TextKind.CODE, label = "材料编号", example = "m01") @Nullable String material,
            @Field(label = "已收到", example = "true") @Nullable Boolean present,
            @Field(label = "已核对原件", example = "true") @Nullable Boolean originalChecked,
            @Field(label = "符合法定形式", example = "true") @Nullable Boolean formOk,
            @Field(label = "审查要点", most = 50) List<Point> points,
            @Field(label = "备注", example = "与原件一致") @Nullable String remark) {}

    /** 审查要点 answered. */
    public record Point(@Field(kind = TextKind.CODE, label = "审查要点编号", example = "p1") @Nullable String id,
            @Field(label = "符合", example = "true") @Nullable Boolean pass,
            @Field(label = "备注", example = "与原件一致") @Nullable String remark) {}

    /** Whether a material is handed in. */
    boolean hands(String code) {
        return materials.stream().anyMatch(m -> code.equals(m.code()));
    }

    /** The digests it refers to. */
    public List<String> digests() {
        return materials.stream().map(Handed::digest).filter(Objects::nonNull).map(d -> d).distinct().toList();
    }

    /** Whether there is nothing to it that most applications do not have. */
    public boolean plain() {
        return !test && priority == null && addressee == null && consents.isEmpty() && prefill == null
                && commitments.isEmpty() && checks.isEmpty();
    }

    /** Of the province: consents, filled-in forms and test cases are ours; a receipt by hand is not the province's. */
    public Filing ofProvince(boolean received) {
        return new Filing(region, oneThing, Channel.PROVINCE, null, received, applicant, agent, answers, form,
                materials, false, priority, addressee, List.of(), null, commitments, List.of());
    }

    /** Nothing but what is brought after the receipt. */
    public static Filing supplement(Channel channel, List<Handed> materials, @Nullable JsonNode form) {
        return new Filing(null, null, channel, null, false, null, null, Map.of(), form, materials, false, null, null,
                List.of(), null, List.of(), List.of());
    }

    Filing through(@Nullable Channel door) {
        return with(door, form());
    }

    /** With the values of its form as they are kept. */
    Filing with(JsonNode values) {
        return with(channel, values);
    }

    private Filing with(@Nullable Channel door, JsonNode values) {
        return new Filing(region, oneThing, door, window, receive, applicant, agent, answers, values, materials, test,
                priority, addressee, consents, prefill, commitments, checks);
    }

    /**
     * 更正内容 as read: what is named takes the place of what was handed in before, the rest stays.
     *
     * @param named members
     * @param faults found while it was read
     */
    public record Changes(Filing read, Set<String> named, List<Fault> faults) {
        private static final Set<String> REFERRING = Set.of("consents", "commitments", "prefill");

        /** Whether it refers to what has to be looked up. */
        public boolean refers() {
            return named.stream().anyMatch(REFERRING::contains);
        }

        /** Checks are of one receipt and never kept; what was promised and is handed in now is promised no more. */
        public Filing over(Filing before) {
            return new Filing(before.region(), before.oneThing(), of("channel", before, Filing::channel),
                    before.window(),
                    read.receive(), of("applicant", before, Filing::applicant), of("agent", before, Filing::agent),
                    of("answers", before, Filing::answers), of("form", before, Filing::form),
                    of("materials", before, Filing::materials), of("test", before, Filing::test),
                    of("priority", before, Filing::priority), of("addressee", before, Filing::addressee),
                    of("consents", before, Filing::consents), of("prefill", before, Filing::prefill),
                    commitments(before), read.checks());
        }

        private List<Filing.Signed> commitments(Filing before) {
            List<Filing.Handed> handed = of("materials", before, Filing::materials);
            return named.contains("commitments")
                    ? read.commitments()
                    : before.commitments().stream().filter(c -> handed.stream()
                            .noneMatch(m -> Objects.equals(m.code(), c.material()))).toList();
        }

        private <T extends @Nullable Object> T of(String name, Filing before, Function<Filing, T> member) {
            return member.apply(named.contains(name) ? read : before);
        }
    }
}
