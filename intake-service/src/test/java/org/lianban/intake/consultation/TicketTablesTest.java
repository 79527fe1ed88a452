package org.lianban.intake.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.intake.consultation.Consultation.Command;
import org.lianban.intake.custody.Act.Courier;

/** Walks the three transition tables, the allowed and everything else. */
class TicketTablesTest {
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
                Decided<Consultation> decided = consultation(from).decide(command(step), "WINDOW_CLERK:c2", NOW);
                var to = Consultation.TABLE.stream().filter(t -> t.from() == from && t.step() == step).findFirst();
                if (to.isPresent()) {
                    assertThat(((Decided.Done<Consultation>) decided).after().state()).isEqualTo(to.get().to());
                } else {
                    assertThat(decided).as(from + " " + step).isInstanceOf(Decided.Refused.class);
                }
            }
        }
    }

    @Test
    void shouldKeepWhoMetTheQuestionFirst() {
        Consultation taken = ((Decided.Done<Consultation>) consultation(Consultation.State.OPEN)
                .decide(new Command.Take("other"), "WINDOW_CLERK:other", NOW)).after();
        assertThat(taken.firstContact()).isEqualTo("WINDOW_CLERK:c1");
        assertThat(taken.adviser()).isEqualTo("other");
        Consultation again = ((Decided.Done<Consultation>) consultation(Consultation.State.ANSWERED)
                .decide(new Command.AskAgain("结婚证？"), "APPLICANT:u", NOW)).after();
        assertThat(again.question()).isEqualTo("要什么材料\n结婚证？");
    }

    @Test
    void shouldMoveObjectionsByTheTableOnly() {
        for (Objection.State from : Objection.State.values()) {
            for (Objection.Step step : Objection.Step.values()) {
                Decided<Objection> decided = new Objection("SJYY1", "410721", null, "410721-minzheng", "婚姻", "无", "有",
                        null, from, null, "APPLICANT:u", NOW).decide(step, "已更正", "DEPARTMENT_OFFICER:o", NOW);
                var to = Objection.TABLE.stream().filter(t -> t.from() == from && t.step() == step).findFirst();
                if (to.isPresent()) {
                    Objection after = ((Decided.Done<Objection>) decided).after();
                    assertThat(after.state()).isEqualTo(to.get().to());
                    assertThat(after.finding()).isEqualTo(new Objection.Finding("已更正", "DEPARTMENT_OFFICER:o", NOW));
                } else {
                    assertThat(decided).as(from + " " + step).isInstanceOf(Decided.Refused.class);
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
                Decided<Parcel> decided = new Parcel("KDSB1", "410721", "140502-zh01", "XX-09", "张三", null,
                        new Courier("中国邮政", "EA1"), List.of("m01"), from, null, null, null, null, NOW)
                        .decide(command, "WINDOW_CLERK:c1", NOW);
                var to = Parcel.TABLE.stream().filter(t -> t.from() == from && t.step() == step).findFirst();
                if (to.isPresent()) {
                    assertThat(((Decided.Done<Parcel>) decided).after().state()).isEqualTo(to.get().to());
                } else {
                    assertThat(decided).as(from + " " + step).isInstanceOf(Decided.Refused.class);
                }
            }
        }
    }
}
