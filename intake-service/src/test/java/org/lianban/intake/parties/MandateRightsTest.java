package org.lianban.intake.parties;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Actor.Role;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.contracts.Party.IdType;
import org.lianban.intake.Fixtures;
import org.lianban.intake.parties.Mandate.Proof;

class MandateRightsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final Party FIRM = new Party("某某有限公司", IdType.CREDIT_CODE, Fixtures.CREDIT, null);
    private static final Party LI = new Party("李四", IdType.RESIDENT_ID, "440524188001010014", null);
    private static final Party ZHAO = new Party("赵六", IdType.RESIDENT_ID, Fixtures.RESIDENT, null);
    private static final Actor CLERK = new Actor(Role.WINDOW_CLERK, "c1", null);
    private static final Actor ONLINE = new Actor(Role.AGENT, "a-1007", null);

    private static Mandate mandate(Party agent, String account, List<String> oneThings, int fromDays, int untilDays) {
        return new Mandate("SQWT1", "410721", FIRM, agent, account, oneThings, TODAY.plusDays(fromDays),
                TODAY.plusDays(untilDays), new Proof(null, "WINDOW_CLERK:c1", null, NOW), null);
    }

    private static List<String> codes(List<Mandate> known, Actor actor, Party agent) {
        return MandateRights.check(known, actor, agent, "XX-09", TODAY).stream().map(Fault::code).toList();
    }

    @Test
    void shouldAskForAMandateOfThisAgent() {
        assertThat(codes(List.of(), CLERK, LI)).containsExactly("NO_MANDATE");
        assertThat(codes(List.of(mandate(ZHAO, "a-1", List.of(), 0, 10)), CLERK, LI)).containsExactly("NO_MANDATE");
    }

    @Test
    void shouldKnowSeveralAgentsOfOneFirm() {
        List<Mandate> both = List.of(mandate(ZHAO, "a-1", List.of(), 0, 10), mandate(LI, "a-1007", List.of(), 0, 10));
        assertThat(codes(both, CLERK, LI)).isEmpty();
        assertThat(codes(both, CLERK, ZHAO)).isEmpty();
    }

    @Test
    void shouldHoldFromItsFirstToItsLastDay() {
        assertThat(codes(List.of(mandate(LI, "a-1007", List.of(), 0, 0)), CLERK, LI)).isEmpty();
        assertThat(codes(List.of(mandate(LI, "a-1007", List.of(), 1, 9)), CLERK, LI))
                .containsExactly("MANDATE_DOES_NOT_COVER");
        assertThat(MandateRights.check(List.of(mandate(LI, "a-1007", List.of(), -9, -1)), CLERK, LI, "XX-09", TODAY)
                .getFirst().message()).contains("到期");
    }

    @Test
    void shouldCoverOnlyTheOneThingsItNames() {
        assertThat(codes(List.of(mandate(LI, "a-1007", List.of("XX-09"), 0, 9)), CLERK, LI)).isEmpty();
        assertThat(MandateRights.check(List.of(mandate(LI, "a-1007", List.of("XX-01"), 0, 9)), CLERK, LI, "XX-09",
                TODAY).getFirst().message()).contains("不包括");
    }

    @Test
    void shouldEndWithItsRevocation() {
        Mandate revoked = mandate(LI, "a-1007", List.of(), 0, 9).revoked(NOW, "APPLICANT:u1", null);
        assertThat(MandateRights.check(List.of(revoked), CLERK, LI, "XX-09", TODAY).getFirst().message())
                .contains("已撤销");
        assertThat(MandateRights.check(List.of(revoked), ONLINE, "XX-09", TODAY)).isNotEmpty();
    }

    @Test
    void shouldTieAnAgentOnlineToTheMandatesAccount() {
        List<Mandate> known = List.of(mandate(LI, "a-1007", List.of(), 0, 9));
        assertThat(codes(known, ONLINE, LI)).isEmpty();
        assertThat(codes(known, new Actor(Role.AGENT, "a-9", null), LI)).containsExactly("OTHER_ACCOUNT");
        assertThat(MandateRights.check(known, ONLINE, "XX-09", TODAY)).isEmpty();
        assertThat(MandateRights.check(known, new Actor(Role.AGENT, "a-9", null), "XX-09", TODAY)).isNotEmpty();
    }

    @Test
    void shouldRefuseTermsThatCannotBe() {
        assertThat(MandateRights.terms(TODAY, TODAY.minusDays(1), TODAY)).extracting(Fault::code)
                .containsExactly("BEFORE_FROM");
        assertThat(MandateRights.terms(TODAY.minusDays(9), TODAY.minusDays(1), TODAY)).extracting(Fault::code)
                .containsExactly("PAST");
        assertThat(MandateRights.terms(TODAY, TODAY.plusYears(3).plusDays(1), TODAY)).extracting(Fault::code)
                .containsExactly("TOO_LONG");
        assertThat(MandateRights.terms(TODAY, TODAY.plusYears(3), TODAY)).isEmpty();
    }

    @Test
    void shouldKeepPeopleOutOfItsText() {
        assertThat(mandate(LI, "a", List.of(), 0, 1).toString()).doesNotContain("李", "4405");
    }
}
