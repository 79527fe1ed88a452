package org.lianban.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Transitions;
import org.lianban.command.Transitions.Row;
import org.lianban.form.Field;
import org.lianban.intake.commands.Conflict;
import org.lianban.text.TextKind;

/**
 * 咨询、申报辅导、材料预审 (新政文〔2024〕62号 附件3: 提出业务咨询和申报辅导请求、材料预审). Advice only: nothing is received by
 * it and no clock starts.
 *
 * @param oneThing code
 * @param enquirer how the person can be reached; personal data
 * @param materials digests that were handed in for a pre-check, at most 50
 * @param firstContact 首问责任人: whoever met the request first answers for it until it is closed
 * @param adviser 辅导人员 who took it on
 */
public record Consultation(String number, String region, String oneThing, Channel channel, Kind kind, String topic,
        String question, Enquirer enquirer, List<String> materials, String firstContact, @Nullable String adviser,
        State state, @Nullable Answer answer, Instant openedAt) {

    public Consultation {
        materials = List.copyOf(materials);
    }

    public enum Channel {
        WINDOW, ONLINE, PHONE, HOTLINE_12345
    }

    public enum Kind {
        /** 业务咨询. */
        QUESTION,
        /** 申报辅导. */
        GUIDANCE,
        /** 材料预审. */
        PRE_CHECK
    }

    public enum State {
        /** 待接单. */
        OPEN,
        /** 辅导中. */
        ADVISING,
        /** 已答复. */
        ANSWERED,
        /** 已办结. */
        CLOSED
    }

    /** What can be done with it. */
    public enum Step {
        /** 接单, or 转派 to another adviser. */
        TAKE,
        ANSWER,
        /** 追问. */
        ASK_AGAIN,
        CLOSE
    }

    /** The transition table, once. */
    public static final Transitions<State, Step> TABLE = new Transitions<>(State.OPEN, Set.of(State.CLOSED), List.of(
            new Row<>(State.OPEN, Step.TAKE, State.ADVISING),
            new Row<>(State.OPEN, Step.CLOSE, State.CLOSED),
            new Row<>(State.ADVISING, Step.TAKE, State.ADVISING),
            new Row<>(State.ADVISING, Step.ANSWER, State.ANSWERED),
            new Row<>(State.ADVISING, Step.CLOSE, State.CLOSED),
            new Row<>(State.ANSWERED, Step.ASK_AGAIN, State.ADVISING),
            new Row<>(State.ANSWERED, Step.CLOSE, State.CLOSED)));

    /** 咨询 as somebody asks it. @param name may be a form of address only */
    public record ConsultationTerms(@Field(kind = TextKind.REGION, label = "办理地区", example = "410721") String region,
            @Field(label = "要咨询的“一件事”", max = 40, example = "XX-09") String oneThing,
            @Field(label = "咨询渠道", example = "PHONE") Channel channel,
            @Field(label = "咨询类型", example = "PRE_CHECK") Kind kind,
            @Field(label = "咨询主题", max = 100, example = "新生儿落户材料") String topic,
            @Field(kind = TextKind.LINES, label = "咨询内容", example = "父母户口不在一起，材料怎么准备？") String question,
            @Field(kind = TextKind.PERSON_NAME, label = "称呼", max = 50, example = "张女士") String name,
            @Field(kind = TextKind.PHONE, label = "联系电话", example = "13800000000") @Nullable String phone,
            @Field(kind = TextKind.DIGEST, label = "已上传文件的摘要", pattern = "sha256:.*",
                    example = "[\"sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\"]") List<String> materials) {
        public Optional<Fault> fault() {
            return kind == Kind.PRE_CHECK && materials.isEmpty()
                    ? Optional.of(new Fault("/materials", "MISSING", "材料预审请先上传材料"))
                    : Optional.empty();
        }

        public Consultation opened(String number, String firstContact, Instant now) {
            return new Consultation(number, region, oneThing, channel, kind, topic, question,
                    new Enquirer(name, phone), materials, firstContact, null, State.OPEN, null, now);
        }
    }

    /** @param name as given, may be a form of address only */
    public record Enquirer(String name, @Nullable String phone) {
        @Override
        public String toString() {
            return "Enquirer[***]";
        }
    }

    /** @param ready whether a pre-check found everything in order; null where none was asked for */
    public record Answer(String text, @Nullable Boolean ready, String by, Instant at) {}

    /** What is asked. */
    public sealed interface Command {
        /** @param adviser who takes it on */
        record Take(String adviser) implements Command {}

        record Reply(@Field(kind = TextKind.LINES, label = "答复", example = "材料齐全，可以申报") String text,
                @Field(label = "预审通过", example = "true") @Nullable Boolean ready) implements Command {}

        record AskAgain(
                @Field(kind = TextKind.LINES, label = "问题", example = "还需要结婚证吗？") String question) implements Command {}

        record Close() implements Command {}

        default Step step() {
            return switch (this) {
                case Take t -> Step.TAKE;
                case Reply r -> Step.ANSWER;
                case AskAgain a -> Step.ASK_AGAIN;
                case Close c -> Step.CLOSE;
            };
        }
    }

    /** @return the consultation afterwards, or why not */
    public Decision<Consultation> decide(Command command, String by, Instant now) {
        Optional<State> to = TABLE.next(state, command.step());
        if (to.isEmpty()) {
            return Decision.refused(Conflict.WRONG_STATE, "咨询 " + number + switch (state) {
                case OPEN -> " 尚未接单";
                case ADVISING -> " 正在辅导，等待答复";
                case ANSWERED -> " 已答复";
                case CLOSED -> " 已办结";
            });
        }
        return Decision.accepted(switch (command) {
            case Command.Take(String who) -> with(question, who, to.get(), answer);
            case Command.Reply(String text, Boolean ready) ->
                with(question, adviser, to.get(), new Answer(text, ready, by, now));
            case Command.AskAgain(String more) -> with(question + "\n" + more, adviser, to.get(), answer);
            case Command.Close close -> with(question, adviser, to.get(), answer);
        });
    }

    private Consultation with(String asked, @Nullable String who, State then, @Nullable Answer said) {
        return new Consultation(number, region, oneThing, channel, kind, topic, asked, enquirer, materials,
                firstContact, who, then, said, openedAt);
    }

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
        return "Consultation[" + number + " " + state + "]";
    }
}
