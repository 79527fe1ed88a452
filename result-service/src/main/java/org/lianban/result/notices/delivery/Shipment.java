package org.lianban.result.notices.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Transitions;

/**
 * 寄递: one parcel, whatever cases its contents belong to; results of a higher level travel together to the certificate
 * window of the handling level.
 *
 * @param carrier short name of the courier; with {@code courierNo} it names the parcel
 * @param from where it starts, a window or an office; never an address of the applicant
 * @param contents 1 to {@value #MOST}
 * @param track what happened, in order; the last is the state
 */
public record Shipment(String carrier, String courierNo, Direction direction, String from, String to,
        List<Enclosed> contents, List<Mark> track) {
    /** Results in one parcel. */
    public static final int MOST = 200;

    /** 方向. */
    public enum Direction {
        /** 快递申报: materials from the applicant to a window. */
        TO_RECEIVING_WINDOW,
        /** 结果到窗: from a department, also of a higher level, to the certificate window. */
        TO_CERTIFICATE_WINDOW,
        /** 结果寄递: from the certificate window to the applicant. */
        TO_APPLICANT,
        /** 异地代收: between two windows. */
        BETWEEN_WINDOWS
    }

    public enum State {
        /** 待揽收. */
        PREPARED,
        /** 已揽收: handed to the courier. */
        COLLECTED,
        /** 运输中. */
        IN_TRANSIT,
        /** 已签收. */
        SIGNED,
        /** 已退回. */
        RETURNED,
        /** 已遗失: to be issued anew. */
        LOST
    }

    /** 寄递状态表; a step is named by where it leads. */
    public static final Transitions<State, State> TABLE = new Transitions<>(State.PREPARED,
            Set.of(State.SIGNED, State.RETURNED, State.LOST),
            Stream.of(List.of(State.PREPARED, State.COLLECTED), List.of(State.COLLECTED, State.IN_TRANSIT),
                    List.of(State.COLLECTED, State.SIGNED), List.of(State.COLLECTED, State.RETURNED),
                    List.of(State.COLLECTED, State.LOST), List.of(State.IN_TRANSIT, State.SIGNED),
                    List.of(State.IN_TRANSIT, State.RETURNED), List.of(State.IN_TRANSIT, State.LOST))
                    .map(step -> new Transitions.Row<>(step.getFirst(), step.getLast(), step.getLast())).toList());

    public record Enclosed(String caseNo, String itemNo) {}

    /** @param note of the courier, at most 200 characters */
    public record Mark(State state, Instant at, @Nullable String note) {}

    public Shipment {
        contents = List.copyOf(contents);
        track = List.copyOf(track);
        if (contents.isEmpty() || contents.size() > MOST || track.isEmpty()) {
            throw new IllegalArgumentException("Expected 1 to " + MOST + " contents and a track");
        }
    }

    public static Shipment prepared(String carrier, String courierNo, Direction direction, String from, String to,
            List<Enclosed> contents, Instant at) {
        return new Shipment(carrier, courierNo, direction, from, to, contents,
                List.of(new Mark(State.PREPARED, at, null)));
    }

    public State state() {
        return track.getLast().state();
    }

    /** Empty where the table has no such step; the same shipment where it is in that state already. */
    public Optional<Shipment> moved(State to, Instant at, @Nullable String note) {
        if (state() == to) {
            return Optional.of(this);
        }
        if (!TABLE.allows(state(), to)) {
            return Optional.empty();
        }
        var longer = new ArrayList<>(track);
        longer.add(new Mark(to, at, note));
        return Optional.of(new Shipment(carrier, courierNo, direction, from, this.to, contents, longer));
    }
}
