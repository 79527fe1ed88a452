package org.lianban.intake.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Decision;
import org.lianban.intake.consultation.Consultation.Command;
import org.lianban.intake.custody.Act.Courier;

/** Walks the three transition tables, the allowed and everything else. */
class TicketTablesTest {
    private static final Actor OFFICER = new Actor(Actor.Role.DEPARTMENT_OFFICER, "o", "410721-minzheng");
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static Consultation consultation(Consultation.State state) {
        return new Consultation("ZXFD1", "410721", "XX-09", Consultation.Channel.PHONE, Consultation.Kind.QUESTION,
                "材料",
                "要什么材料", new Consultation.Enquirer("张女士", "13800000000"), List.of(), "WINDOW_CLERK:c1", null, state,
                null, NOW);
    }

    private static Command command(Consultation.Step step) {
        return switch (step) {
            case TAKE -> new Command.Take("w1-3");
            case ANSWER -> new Command.Reply("齐全", true);
            case ASK_AGAIN -> new Command.AskAgain("还要什么");
            case CLOSE -> new Command.Close();
        };
    }

    @Test
    void shouldMoveConsultationsByTheTableOnly() {
        for (Consultation.State from : Consultation.State.values()) {
            for (Consultation.Step step : Consultation.Step.values()) {
                Decision<Consultation> decided = consultation(from).decide(command(step), "WINDOW_CLERK:c2", NOW);
                var to = Consultation.TABLE.next(from, step);
                if (to.isPresent()) {
                    assertThat(((Decision.Accepted<Consultation>) decided).events().getFirst().state())
                            .isEqualTo(to.get());
                } else {
                    assertThat(decided).as(from + " " + step).isInstanceOf(Decision.Refused.class);
                }
            }
        }
    }

    @Test
    void shouldKeepWhoMetTheQuestionFirst() {
        Consultation taken = ((Decision.Accepted<Consultation>) consultation(Consultation.State.OPEN)
                .decide(new Command.Take("other"), "WINDOW_CLERK:other", NOW)).events().getFirst();
        assertThat(taken.firstContact()).isEqualTo("WINDOW_CLERK:c1");
        assertThat(taken.adviser()).isEqualTo("other");
        Consultation again = ((Decision.Accepted<Consultation>) consultation(Consultation.State.ANSWERED)
                .decide(new Command.AskAgain("结婚证？"), "APPLICANT:u", NOW)).events().getFirst();
        assertThat(again.question()).isEqualTo("要什么材料\n结婚证？");
    }

    @Test
    void shouldMoveObjectionsByTheTableOnly() {
        for (Objection.State from : Objection.State.values()) {
            for (Objection.Step step : Objection.Step.values()) {
                Decision<Objection> decided = new Objection("SJYY1", "410721", null, "410721-minzheng", "婚姻", "无", "有",
                        null, from, null, "APPLICANT:u", NOW)
                        .decide(new Objection.Verification(step, "已更正"), OFFICER, NOW);
                var to = Objection.TABLE.next(from, step);
                if (to.isPresent()) {
                    Objection after = ((Decision.Accepted<Objection>) decided).events().getFirst();
                    assertThat(after.state()).isEqualTo(to.get());
                    assertThat(after.finding()).isEqualTo(new Objection.Finding("已更正", OFFICER.text(), NOW));
                } else {
                    assertThat(decided).as(from + " " + step).isInstanceOf(Decision.Refused.class);
                }
            }
        }
    }

    @Test
    void shouldMoveParcelsByTheTableOnly() {
        for (Parcel.State from : Parcel.State.values()) {
            for (Parcel.Step step : Parcel.Step.values()) {
                Parcel.Command command = switch (step) {
                    case ARRIVE -> new Parcel.Command.Arrive();
                    case FILE -> new Parcel.Command.File("41072120260302YJS0000015");
                    case SEND_BACK -> new Parcel.Command.SendBack(new Courier("中国邮政", "EA2"));
                };
                Decision<Parcel> decided = new Parcel("KDSB1", "410721", "140502-zh01", "XX-09", "张三", null,
                        new Courier("中国邮政", "EA1"), List.of("m01"), from, null, null, null, null, NOW)
                        .decide(command, "WINDOW_CLERK:c1", NOW);
                var to = Parcel.TABLE.next(from, step);
                if (to.isPresent()) {
                    assertThat(((Decision.Accepted<Parcel>) decided).events().getFirst().state()).isEqualTo(to.get());
                } else {
                    assertThat(decided).as(from + " " + step).isInstanceOf(Decision.Refused.class);
                }
            }
        }
    }
}
