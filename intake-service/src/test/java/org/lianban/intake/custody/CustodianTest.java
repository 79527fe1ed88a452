package org.lianban.intake.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.intake.custody.Original.Status.HELD_AT_WINDOW;
import static org.lianban.intake.custody.Original.Status.RETAINED;
import static org.lianban.intake.custody.Original.Status.RETURNED;
import static org.lianban.intake.custody.Original.Status.TRANSFERRED_TO_LEAD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Transitions.Row;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.MaterialRef.Form;
import org.lianban.contracts.Party;
import org.lianban.intake.Fixtures;
import org.lianban.intake.Places;
import org.lianban.intake.application.Application.Filed;
import org.lianban.intake.application.Application.Receipt;
import org.lianban.intake.application.Application.Received;
import org.lianban.intake.application.Application.Settled;
import org.lianban.intake.application.Application.Submitted;
import org.lianban.intake.application.Application.Withdrawn;
import org.lianban.intake.application.Dossier;
import org.lianban.intake.application.Held;
import org.lianban.intake.commands.Conflict;
import org.lianban.intake.custody.Original.Status;
import org.lianban.intake.custody.Original.Step;

class CustodianTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Actor CLERK = new Actor(Role.WINDOW_CLERK, Places.CLERK, null, Places.HALL);
    private static final Actor LEAD = new Actor(Role.LEAD_DEPARTMENT, "officer-7", Places.LEAD);
    private static final Dossier DOSSIER = new Dossier("41078220260302YJS0000019", Places.REGION, Places.CODE,
            "sha256:c", Channel.WINDOW, Places.HALL, null, 0, NOW, List.of("01", "02"),
            new CasePack(new Party("张三丰", Party.IdType.RESIDENT_ID, Fixtures.RESIDENT, null), null, Map.of(),
                    Fixtures.JSON.createObjectNode(), List.of(paper("m01"), paper("m02"))));
    private static final Receipt RECEIPT = new Receipt("SJHZ1", NOW, "WINDOW_CLERK:c1");
    private static final String SIGNED = "sha256:" + "d".repeat(64);

    private static MaterialRef paper(String code) {
        return new MaterialRef(code, "材料" + code, Form.PAPER, null, null, 0);
    }

    private static Received received(String... withdrawn) {
        return new Received(DOSSIER, RECEIPT, List.of(withdrawn), Held.NOTHING);
    }

    private static Withdrawn withdrawn() {
        return new Withdrawn(DOSSIER, RECEIPT, NOW, "不办了");
    }

    private final List<Act> acts = new ArrayList<>();

    private Custody custody() {
        return Custody.of(new TreeMap<>(Map.of("m01", "材料m01", "m02", "材料m02")), Places.HALL, acts);
    }

    private Decision<Act> decide(Filed state, Custodian.Handover command) {
        return decide(state, command, command instanceof Custodian.Handover.Retain ? LEAD : CLERK);
    }

    private Decision<Act> decide(Filed state, Custodian.Handover command, Actor actor) {
        Decision<Act> ruling = Custodian.decide(new Custodian.Scene(state, Places.oneThing(), custody(), actor, NOW),
                command);
        if (ruling instanceof Decision.Accepted<Act> accepted) {
            acts.addAll(accepted.events());
        }
        return ruling;
    }

    private static Custodian.Handover.Transfer transfer(@Nullable String to, String... materials) {
        return new Custodian.Handover.Transfer(List.of(materials), to, "李警官", null);
    }

    private static Custodian.Handover.Return back(String... materials) {
        return new Custodian.Handover.Return(List.of(materials), "张三丰", SIGNED, null);
    }

    private List<String> codes(Decision<Act> ruling) {
        List<Fault> faults = ((Decision.Refused<Act>) ruling).refusal().faults();
        assertThat(faults).isNotEmpty();
        return faults.stream().map(Fault::code).toList();
    }

    private static String code(Decision<Act> ruling) {
        return ((Decision.Refused<Act>) ruling).refusal().code();
    }

    private Status where(String code) {
        return custody().original(code).orElseThrow().status();
    }

    @Test
    void shouldWalkTheWholeTableAndNothingElse() {
        for (Status from : Status.values()) {
            for (Step step : Step.values()) {
                Original original = new Original("m01", "材料", from, "w", null);
                boolean listed = Original.TABLE.allows(from, step);
                assertThat(original.permits(step)).as(from + " " + step).isEqualTo(listed);
                assertThat(original.after(step, "x", NOW).isPresent()).isEqualTo(listed);
            }
        }
        assertThat(Original.TABLE.rows()).extracting(Row::to).contains(TRANSFERRED_TO_LEAD, RETAINED, RETURNED);
        assertThat(EnumSet.allOf(Step.class)).allSatisfy(
                step -> assertThat(Original.TABLE.next(RETURNED, step)).isEmpty());
    }

    @Test
    void shouldHandOverEverythingToTheLeadUnlessTold() {
        Decision<Act> ruling = decide(received(), transfer(null));
        Act.Transferred act = (Act.Transferred) ((Decision.Accepted<Act>) ruling).events().getFirst();
        assertThat(act.materials()).containsExactly("m01", "m02");
        assertThat(act.to()).isEqualTo(Places.LEAD);
        assertThat(act.from()).isEqualTo(Places.HALL);
        assertThat(act.receiver()).isEqualTo("李警官");
        assertThat(act.at()).isEqualTo(NOW);
        assertThat(custody().originals()).allSatisfy(o -> {
            assertThat(o.status()).isEqualTo(TRANSFERRED_TO_LEAD);
            assertThat(o.holder()).isEqualTo(Places.LEAD);
            assertThat(o.since()).isEqualTo(NOW);
        });
    }

    @Test
    void shouldGiveOriginalsToTheLeadOnly() {
        assertThat(codes(decide(received(), transfer(Places.REGION + "-yibao")))).containsExactly("NOT_THE_LEAD");
    }

    @Test
    void shouldTellEveryMaterialThatIsElsewhereAtOnce() {
        decide(received(), transfer(null, "m01"));
        assertThat(codes(decide(received(), transfer(null, "m01", "m09", "m02")))).containsExactly("ELSEWHERE",
                "NO_ORIGINAL");
        assertThat(where("m02")).isEqualTo(HELD_AT_WINDOW);
    }

    @Test
    void shouldNotHandOverTwiceNorBeforeReceipt() {
        decide(received(), transfer(null));
        assertThat(code(decide(received(), transfer(null)))).isEqualTo(Conflict.WRONG_STATE.name());
        assertThat(code(decide(new Submitted(DOSSIER), transfer(null)))).isEqualTo(Conflict.NOT_YET_RECEIVED.name());
    }

    @Test
    void shouldRetainOnlyWhatTheLeadWasGiven() {
        assertThat(codes(decide(received(), new Custodian.Handover.Retain(List.of("m01"), "2 排 3 柜"))))
                .containsExactly("ELSEWHERE");
        decide(received(), transfer(null, "m01"));
        decide(received(), new Custodian.Handover.Retain(List.of(), "2 排 3 柜"));
        assertThat(where("m01")).isEqualTo(RETAINED);
        assertThat(where("m02")).isEqualTo(HELD_AT_WINDOW);
    }

    @Test
    void shouldLetOnlyTheLeadSayThatItHasThem() {
        decide(received(), transfer(null, "m01"));
        assertThat(codes(decide(received(), new Custodian.Handover.Retain(List.of(), "柜"),
                new Actor(Role.LEAD_DEPARTMENT, "410782-yibao", null)))).containsExactly("NOT_THE_LEAD");
        Decision<Act> kept = decide(received(), new Custodian.Handover.Retain(List.of(), "柜"));
        assertThat(((Act.Retained) ((Decision.Accepted<Act>) kept).events().getFirst()).holder())
                .isEqualTo(Places.LEAD);
    }

    @Test
    void shouldGiveBackNothingWhileTheCaseGoesOnOrWhenItWasApproved() {
        assertThat(code(decide(received(), back()))).isEqualTo(Conflict.STILL_HANDLED.name());
        assertThat(code(decide(new Settled(DOSSIER, RECEIPT, "APPROVED", NOW), back())))
                .isEqualTo(Conflict.STILL_HANDLED.name());
        assertThat(code(decide(new Settled(DOSSIER, RECEIPT, "PARTLY", NOW), back())))
                .isEqualTo(Conflict.STILL_HANDLED.name());
    }

    @Test
    void shouldGiveEverythingBackAfterAWithdrawalFromWhereverItIs() {
        decide(received(), transfer(null, "m01"));
        decide(received(), new Custodian.Handover.Retain(List.of("m01"), "柜"));
        Decision<Act> ruling = decide(withdrawn(), back());
        assertThat(((Decision.Accepted<Act>) ruling).events().getFirst().materials()).containsExactly("m01", "m02");
        assertThat(where("m01")).isEqualTo(RETURNED);
        assertThat(where("m02")).isEqualTo(RETURNED);
        assertThat(code(decide(withdrawn(), back()))).isEqualTo(Conflict.WRONG_STATE.name());
    }

    @Test
    void shouldGiveBackAfterEveryEndWithoutApproval() {
        for (String outcome : List.of("DENIED", "TERMINATED", "NOT_ACCEPTED", "WITHDRAWN")) {
            acts.clear();
            assertThat(decide(new Settled(DOSSIER, RECEIPT, outcome, NOW), back())).as(outcome)
                    .isInstanceOf(Decision.Accepted.class);
        }
    }

    @Test
    void shouldGiveBackWhatOnlyWithdrawnItemsNeeded() {
        assertThat(Custodian.Ended.returnable(received("02"), Places.oneThing())).containsExactly("m02");
        assertThat(Custodian.Ended.returnable(new Settled(DOSSIER, RECEIPT, "PARTLY", NOW, List.of("02")),
                Places.oneThing()))
                .as("the rest of the case was approved meanwhile").containsExactly("m02");
        assertThat(codes(decide(received("02"), back("m01")))).containsExactly("STILL_NEEDED");
        assertThat(((Decision.Accepted<Act>) decide(received("02"), back())).events().getFirst().materials())
                .containsExactly("m02");
    }

    @Test
    void shouldGiveBackAgainstASignedListOrByCourier() {
        assertThat(codes(decide(withdrawn(), new Custodian.Handover.Return(List.of(), "张三丰", null, null))))
                .containsExactly("MISSING");
        assertThat(decide(withdrawn(),
                new Custodian.Handover.Return(List.of(), "张三丰", null, new Act.Courier("中国邮政", "EA1"))))
                .isInstanceOf(Decision.Accepted.class);
    }
}
