package org.lianban.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.intake.application.Rejection;
import org.lianban.intake.custody.Act.Courier;

/**
 * 快递申报: papers that an applicant sends to a window instead of coming (快递申报、异地代收). The two-hour clock starts when the
 * clerk files what arrived, never while it travels.
 *
 * @param region where the application is handled
 * @param window that receives it
 * @param sender as written on the parcel; personal data
 * @param materials what the sender says is in it
 * @param arrivedBy clerk who took it in
 * @param caseNo once it is filed
 * @param back how it went back to the sender
 */
public record Parcel(String number, String region, String window, String oneThing, String sender,
        @Nullable String phone, Courier courier, List<String> materials, State state, @Nullable Instant arrivedAt,
        @Nullable String arrivedBy, @Nullable String caseNo, @Nullable Courier back, Instant announcedAt) {

    public Parcel {
        materials = List.copyOf(materials);
    }

    public enum State {
        /** 在途. */
        EXPECTED,
        /** 已签收. */
        ARRIVED,
        /** 已录入. */
        FILED,
        /** 已寄回. */
        SENT_BACK
    }

    public enum Step {
        ARRIVE, FILE, SEND_BACK
    }

    public record Transition(State from, Step step, State to) {}

    /** The transition table, once. */
    public static final List<Transition> TABLE = List.of(
            new Transition(State.EXPECTED, Step.ARRIVE, State.ARRIVED),
            new Transition(State.ARRIVED, Step.FILE, State.FILED),
            new Transition(State.ARRIVED, Step.SEND_BACK, State.SENT_BACK));

    /** What is asked. */
    public sealed interface Command {
        record Arrive() implements Command {}

        record File(String caseNo) implements Command {}

        record SendBack(Courier courier) implements Command {}

        default Step step() {
            return switch (this) {
                case Arrive a -> Step.ARRIVE;
                case File f -> Step.FILE;
                case SendBack b -> Step.SEND_BACK;
            };
        }
    }

    static Optional<State> next(State from, Step step) {
        return TABLE.stream().filter(t -> t.from() == from && t.step() == step).map(Transition::to).findFirst();
    }

    /** @return the parcel afterwards, or why not */
    public Decided<Parcel> decide(Command command, String by, Instant now) {
        Optional<State> to = next(state, command.step());
        if (to.isEmpty()) {
            return Decided.refused(Rejection.Kind.WRONG_STATE, "快递 " + number + switch (state) {
                case EXPECTED -> " 尚未签收";
                case ARRIVED -> " 已签收，等待录入";
                case FILED -> " 已录入办件 " + caseNo;
                case SENT_BACK -> " 已寄回";
            });
        }
        return new Decided.Done<>(switch (command) {
            case Command.Arrive arrive -> with(to.get(), now, by, caseNo, back);
            case Command.File(String filed) -> with(to.get(), arrivedAt, arrivedBy, filed, back);
            case Command.SendBack(Courier courier) -> with(to.get(), arrivedAt, arrivedBy, caseNo, courier);
        });
    }

    private Parcel with(State then, @Nullable Instant at, @Nullable String who, @Nullable String filed,
            @Nullable Courier returned) {
        return new Parcel(number, region, window, oneThing, sender, phone, courier, materials, then, at, who, filed,
                returned, announcedAt);
    }

    /** Personal data stay out of logs. */
    @Override
    public String toString() {
        return "Parcel[" + number + " " + state + "]";
    }
}
