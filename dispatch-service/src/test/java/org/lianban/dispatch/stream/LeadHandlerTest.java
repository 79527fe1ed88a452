package org.lianban.dispatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.dispatch.plan.OneThings.aOneThing;
import static org.lianban.dispatch.stream.Events.decided;
import static org.lianban.dispatch.stream.Events.receipt;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.handler.LeadAnswer;
import org.lianban.dispatch.handler.LeadCommand;
import org.lianban.dispatch.plan.ItemStage;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.Reassign;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.dispatch.plan.Rejection;
import org.lianban.persistence.Database;
import reactor.core.publisher.Flux;

class LeadHandlerTest {
    private static final OneThing PAIR = aOneThing().item("01").item("02", "01").build();

    private static LeadCommand order(String caseNo, PlanCommand.OfLead command, @Nullable String key) {
        return new LeadCommand(caseNo, "02", command, "理由", "LEAD_DEPARTMENT:a1", null, key);
    }

    private static DecideBlocked verdict(Verdict verdict) {
        return new DecideBlocked("02", verdict, null);
    }

    @Test
    void shouldDecideAboutABlockedItemAndRecordWhoAndWhy() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR), decided("c1", "01", 1, DENIED));
            LeadAnswer answer = desk.lead.submit(order("c1", verdict(Verdict.CONTINUE), null)).block();
            assertThat(answer).isEqualTo(
                    new LeadAnswer.Done("c1", "02", ItemStage.READY, "410721-office02", 1, List.of()));
            assertThat(desk.published("c1")).containsExactly("1 ItemsDispatched", "2 ItemsBlocked", "3 ItemsReleased");
            assertThat(desk.database
                    .withConnection(c -> Database.query(c, "select command, reason, actor from lead_command",
                            row -> row.get("command", String.class) + "|" + row.get("reason", String.class) + "|"
                                    + row.get("actor", String.class)))
                    .block())
                    .containsExactly("c1-02 CONTINUE 理由|理由|LEAD_DEPARTMENT:a1");
        }
    }

    @Test
    void shouldAnswerARepeatedKeyAsTheFirstTimeWhateverHappenedSince() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR));
            LeadCommand there = order("c1", new Reassign("02", "410721-b", "理由", null), "k1");
            LeadAnswer first = desk.lead.submit(there).block();
            desk.lead.submit(order("c1", new Reassign("02", "410721-c", "理由", null), "k2")).block();
            assertThat(desk.lead.submit(there).block()).isEqualTo(first);
            assertThat(desk.published("c1")).as("no third reassignment").hasSize(3);
            assertThat(desk.lead.submit(order("c1", new Reassign("02", "410721-d", "理由", null), "k1")).block())
                    .isEqualTo(new LeadAnswer.KeyReused("k1"));
        }
    }

    @Test
    void shouldTakeOneOfManyDecisionsThatArriveTogether() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR), decided("c1", "01", 1, DENIED));
            List<LeadAnswer> answers = Flux.fromStream(IntStream.range(0, 50).boxed())
                    .flatMap(i -> desk.lead
                            .submit(order("c1", verdict(i % 2 == 0 ? Verdict.TERMINATE : Verdict.CONTINUE), "k" + i)))
                    .collectList().block();
            assertThat(desk.published("c1")).hasSize(3);
            assertThat(answers).hasSize(50).filteredOn(LeadAnswer.Done.class::isInstance).hasSize(25);
            assertThat(answers).filteredOn(LeadAnswer.Refused.class::isInstance)
                    .allSatisfy(a -> assertThat(((LeadAnswer.Refused) a).rejection().kind())
                            .isEqualTo(Rejection.Kind.DECIDED_OTHERWISE));
        }
    }

    @Test
    void shouldRefuseWithoutACase() {
        try (Desk desk = new Desk(PAIR)) {
            assertThat(desk.lead.submit(order("nowhere", verdict(Verdict.CONTINUE), "k")).block()).isEqualTo(
                    new LeadAnswer.Refused(
                            List.of(new Rejection(Rejection.Kind.UNKNOWN_CASE, "办件 nowhere 不存在或尚未分发。"))));
            assertThat(desk.count("plan")).isZero();
        }
    }
}
