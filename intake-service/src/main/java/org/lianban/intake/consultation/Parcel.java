package org.lianban.intake.consultation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.command.Transitions;
import org.lianban.contracts.catalog.Window;
import org.lianban.form.Field;
import org.lianban.intake.access.Headers;
import org.lianban.intake.commands.Conflict;
import org.lianban.intake.commands.Series;
import org.lianban.intake.custody.Act.Courier;
import org.lianban.intake.windows.WindowRights.WindowAct;
import org.lianban.text.TextKind;

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

    /** The transition table, once. */
    public static final Transitions<State, Step> TABLE = new Transitions<>(State.EXPECTED,
            Set.of(State.FILED, State.SENT_BACK), List.of(
                    new Transitions.Row<>(State.EXPECTED, Step.ARRIVE, State.ARRIVED),
                    new Transitions.Row<>(State.ARRIVED, Step.FILE, State.FILED),
                    new Transitions.Row<>(State.ARRIVED, Step.SEND_BACK, State.SENT_BACK)));

    /** 快递申报 as it is announced. */
    public record ParcelTerms(@Field(kind = TextKind.REGION, label = "办理地区", example = "410721") String region,
            @Field(kind = TextKind.CODE, label = "收件窗口", example = "410721-zh01") String window,
            @Field(label = "要办理的“一件事”", max = 40, example = "XX-09") String oneThing,
            @Field(kind = TextKind.FIRM_NAME, label = "寄件人", max = 100, example = "张三") String sender,
            @Field(kind = TextKind.PHONE, label = "联系电话", example = "13800000000") @Nullable String phone,
            @Field(label = "快递公司和运单号") Courier courier,
            @Field(kind = TextKind.CODE, label = "材料编号", max = 40,
                    example = "[\"m01\",\"m02\"]") List<String> materials) {
        public Parcel announced(String number, Instant now) {
            return new Parcel(number, region, window, oneThing, sender, phone, courier, materials, State.EXPECTED, null,
                    null, null, null, now);
        }
    }

    /** What is asked. */
    public sealed interface Command {
        record Arrive() implements Command {}

        record File(
                @Field(kind = TextKind.CODE, label = "办件编号", pattern = Series.CASE_NUMBER,
                        example = "41072120260918YJS000001F") String caseNo)
                implements Command {}

        record SendBack(@Field(label = "快递公司和运单号") Courier courier) implements Command {}

        default Step step() {
            return switch (this) {
                case Arrive a -> Step.ARRIVE;
                case File f -> Step.FILE;
                case SendBack b -> Step.SEND_BACK;
            };
        }
    }

    /** @return the parcel afterwards, or why not */
    public Decision<Parcel> decide(Command command, String by, Instant now) {
        Optional<State> to = TABLE.next(state, command.step());
        if (to.isEmpty()) {
            return Decision.refused(Conflict.WRONG_STATE, "快递 " + number + switch (state) {
                case EXPECTED -> " 尚未签收";
                case ARRIVED -> " 已签收，等待录入";
                case FILED -> " 已录入办件 " + caseNo;
                case SENT_BACK -> " 已寄回";
            });
        }
        return Decision.accepted(switch (command) {
            case Command.Arrive arrive -> with(to.get(), now, by, caseNo, back);
            case Command.File(String filed) -> with(to.get(), arrivedAt, arrivedBy, filed, back);
            case Command.SendBack(Courier courier) -> with(to.get(), arrivedAt, arrivedBy, caseNo, courier);
        });
    }

    /** What a clerk does with it: at its own window, unless the clerk sits at another. */
    public WindowAct act(Actor clerk) {
        return new WindowAct(clerk.id(), clerk.window() == null ? window : clerk.window(), Headers.WINDOW,
                Set.of(Window.Operation.RECEIVE), region, oneThing);
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
