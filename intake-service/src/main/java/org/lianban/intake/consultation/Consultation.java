package org.lianban.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.intake.application.Rejection;

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

    public record Transition(State from, Step step, State to) {}

    /** The transition table, once. */
    public static final List<Transition> TABLE = List.of(
            new Transition(State.OPEN, Step.TAKE, State.ADVISING),
            new Transition(State.OPEN, Step.CLOSE, State.CLOSED),
            new Transition(State.ADVISING, Step.TAKE, State.ADVISING),
            new Transition(State.ADVISING, Step.ANSWER, State.ANSWERED),
            new Transition(State.ADVISING, Step.CLOSE, State.CLOSED),
            new Transition(State.ANSWERED, Step.ASK_AGAIN, State.ADVISING),
            new Transition(State.ANSWERED, Step.CLOSE, State.CLOSED));

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

        record Reply(String text, @Nullable Boolean ready) implements Command {}

        record AskAgain(String question) implements Command {}

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

    static Optional<State> next(State from, Step step) {
        return TABLE.stream().filter(t -> t.from() == from && t.step() == step).map(Transition::to).findFirst();
    }

    /** @return the consultation afterwards, or why not */
    public Decided<Consultation> decide(Command command, String by, Instant now) {
        Optional<State> to = next(state, command.step());
        if (to.isEmpty()) {
            return Decided.refused(Rejection.Kind.WRONG_STATE, "咨询 " + number + switch (state) {
                case OPEN -> " 尚未接单";
                case ADVISING -> " 正在辅导，等待答复";
                case ANSWERED -> " 已答复";
                case CLOSED -> " 已办结";
            });
        }
        return new Decided.Done<>(switch (command) {
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
