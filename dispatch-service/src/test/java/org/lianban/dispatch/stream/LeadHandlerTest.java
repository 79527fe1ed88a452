package org.lianban.dispatch.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.contracts.Outcome.DENIED;
import static org.lianban.dispatch.plan.OneThings.aOneThing;
import static org.lianban.dispatch.stream.Events.decided;
import static org.lianban.dispatch.stream.Events.receipt;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.dispatch.handler.LeadAnswer;
import org.lianban.dispatch.handler.LeadCommand;
import org.lianban.dispatch.plan.ItemStage;
import org.lianban.dispatch.plan.PlanCommand.DecideBlocked;
import org.lianban.dispatch.plan.PlanCommand.Reassign;
import org.lianban.dispatch.plan.PlanCommand.Verdict;
import org.lianban.dispatch.plan.PlanCommand;
import org.lianban.dispatch.plan.PlanRefusal;
import org.lianban.persistence.Database;
import org.lianban.servers.TestServers;
import reactor.core.publisher.Flux;

class LeadHandlerTest {
    private static final OneThing PAIR = aOneThing().item("01").item("02", "01").build();

    private static final Actor LEAD = new Actor(Actor.Role.LEAD_DEPARTMENT, "a1", null);

    private static Outcome<LeadAnswer> submit(Desk desk, String caseNo, PlanCommand.OfLead command,
            @Nullable String key) {
        return desk.lead.submit(new LeadCommand(caseNo, "02", command, "理由", LEAD, null), key).block();
    }

    private static DecideBlocked verdict(Verdict verdict) {
        return new DecideBlocked("02", verdict, null);
    }

    @Test
    void shouldDecideAboutABlockedItemAndRecordWhoAndWhy() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR), decided("c1", "01", 1, DENIED));
            assertThat(submit(desk, "c1", verdict(Verdict.CONTINUE), null)).isEqualTo(Outcome.done(
                    new LeadAnswer.Decided("c1", "02", ItemStage.READY, "410721-office02", 1, List.of())));
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
            Reassign there = new Reassign("02", "410721-b", "理由", null);
            LeadAnswer first = new LeadAnswer.Decided("c1", "02", ItemStage.WAITING, "410721-b", 1, List.of("01"));
            assertThat(submit(desk, "c1", there, "k1")).isEqualTo(Outcome.done(first));
            submit(desk, "c1", new Reassign("02", "410721-c", "理由", null), "k2");
            assertThat(submit(desk, "c1", there, "k1")).isEqualTo(new Outcome.Done<>(200, first, true));
            assertThat(desk.published("c1")).as("no third reassignment").hasSize(3);
            assertThat(submit(desk, "c1", new Reassign("02", "410721-d", "理由", null), "k1"))
                    .isEqualTo(new Outcome.Refused<>(Refusal.keyReused(), first));
        }
    }

    /** What was answered under a key before the answers moved to the table of all services. */
    @Test
    void shouldAnswerAsTheFormerVersionDid() {
        org.lianban.servers.Database server = TestServers.freshDatabase();
        Desk.migrate(server, "10");
        try (Desk desk = new Desk(server, UnaryOperator.identity(), PAIR)) {
            desk.database
                    .withConnection(c -> Database.update(c,
                            """
                                    insert into lead_command (case_no, item_no, command, reason, actor, decided_at, idempotency_key, answer)
                                    values ('c1', '02', 'c1-02 REASSIGN 410721-b 理由', '理由', 'LEAD_DEPARTMENT:a1', now(), 'k1',
                                        '{"caseNo":"c1","itemNo":"02","stage":"WAITING","department":"410721-b","epoch":1,"waitsFor":["01"]}')
                                    """))
                    .block();
            Desk.migrate(server, "latest");
            desk.hears(receipt("c1", 2, PAIR));
            assertThat(submit(desk, "c1", new Reassign("02", "410721-b", "理由", null), "k1"))
                    .isEqualTo(new Outcome.Done<>(200, new LeadAnswer.Decided("c1", "02", ItemStage.WAITING,
                            "410721-b", 1, List.of("01")), true));
            assertThat(desk.published("c1")).as("not reassigned again").containsExactly("1 ItemsDispatched");
        }
    }

    @Test
    void shouldTakeOneOfManyDecisionsThatArriveTogether() {
        try (Desk desk = new Desk(PAIR)) {
            desk.hears(receipt("c1", 2, PAIR), decided("c1", "01", 1, DENIED));
            List<Outcome<LeadAnswer>> answers = Flux.fromStream(IntStream.range(0, 50).boxed())
                    .flatMap(i -> desk.lead.submit(new LeadCommand("c1", "02",
                            verdict(i % 2 == 0 ? Verdict.TERMINATE : Verdict.CONTINUE), "理由", LEAD, null), "k" + i))
                    .collectList().block();
            assertThat(desk.published("c1")).hasSize(3);
            assertThat(answers).hasSize(50).filteredOn(Outcome.Done.class::isInstance).hasSize(25);
            assertThat(answers).filteredOn(Outcome.Refused.class::isInstance)
                    .allSatisfy(a -> assertThat(((Outcome.Refused<LeadAnswer>) a).refusal()
                            .is(PlanRefusal.DECIDED_OTHERWISE)).isTrue());
        }
    }

    @Test
    void shouldRefuseWithoutACase() {
        try (Desk desk = new Desk(PAIR)) {
            assertThat(submit(desk, "nowhere", verdict(Verdict.CONTINUE), "k")).isEqualTo(
                    Outcome.refused(PlanRefusal.UNKNOWN_CASE.of("nowhere")));
            assertThat(desk.count("plan")).isZero();
        }
    }
}
