package org.lianban.intake.application.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.Window.Authorisation;
import org.lianban.contracts.catalog.Window.Clerk;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.http.Actors;
import org.lianban.intake.Fixtures;
import org.lianban.intake.RichThing;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.FilingReader;
import org.lianban.intake.windows.WindowRights;
import org.lianban.intake.windows.WindowRights.Register;

/** 收件受理一体化, and who may receive. */
class ClerksTest {
    private static final String WINDOW = "410721-zh01";
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Actor CLERK = new Actor(Actor.Role.WINDOW_CLERK, "w1", null, WINDOW);
    private static final CasePack PACK = new CasePack(
            new Party("张三丰", Party.IdType.RESIDENT_ID, Fixtures.RESIDENT, null), null, Map.of(),
            Fixtures.JSON.createObjectNode(), List.of());

    private static Clerks clerks(Authorisation... authorisations) {
        Window window = new Window(WINDOW, Fixtures.REGION, "综合窗口", Window.Level.COUNTY, null,
                Window.Type.COMPREHENSIVE, List.of(new Clerk("w1", "王", EnumSet.allOf(Operation.class)),
                        new Clerk("w2", "李", EnumSet.of(Operation.ENTER))),
                List.of(), List.of(authorisations), List.of(), true);
        return new Clerks(new WindowRights(WindowRights.Mode.REGISTERED, new Register() {
            @Override
            public Optional<Window> window(String id) {
                return id.equals(WINDOW) ? Optional.of(window) : Optional.empty();
            }

            @Override
            public Collection<Window> windows(String region) {
                return region.equals(Fixtures.REGION) ? List.of(window) : List.of();
            }
        }));
    }

    private static Authorisation authorised(String item, LocalDate from, LocalDate until) {
        return new Authorisation(RichThing.CODE, item, from, until, "z1");
    }

    private static List<String> accepted(Clerks clerks, Clerks.Act act) {
        Faults faults = new Faults();
        List<String> accepted = clerks.receiving(RichThing.oneThing(), List.of("01", "02", "03"), PACK, act, faults)
                .receiving().acceptedOnReceipt();
        assertThat(faults.list()).isEmpty();
        return accepted;
    }

    private static Clerks.Act act(boolean done, boolean byHand, String window) {
        return new Clerks.Act(done, byHand, window, List.of(), CLERK, NOW);
    }

    @Test
    void shouldAcceptOnReceiptWhatTheItemAllowsAndTheWindowIsAuthorisedForOnThatDay() {
        Clerks clerks = clerks(authorised("01", TODAY, TODAY), authorised("02", TODAY, TODAY));
        // 02 is authorised but does not allow it, 03 allows it but is not authorised
        assertThat(accepted(clerks, act(true, true, WINDOW))).containsExactly("01");
        assertThat(accepted(clerks, act(true, true, "410721-zh09"))).isEmpty();
        assertThat(accepted(clerks, act(true, true, null))).isEmpty();
        assertThat(accepted(clerks, act(false, true, WINDOW))).isEmpty();
        assertThat(accepted(clerks, act(true, false, WINDOW))).isEmpty();
        assertThat(accepted(clerks(authorised("01", TODAY.plusDays(1), TODAY.plusDays(9))),
                act(true, true, WINDOW))).isEmpty();
        assertThat(accepted(clerks(authorised("01", TODAY.minusDays(9), TODAY.minusDays(1))),
                act(true, true, WINDOW))).isEmpty();
    }

    private static List<String> filing(Actor by, String window, boolean receive) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(
                RichThing.application().put("window", window).put("receive", receive), null, faults);
        clerks().filing(filing, RichThing.oneThing(), by, faults);
        return faults.list().stream().map(Fault::pointer).toList();
    }

    @Test
    void shouldLetOnlyTheWindowsClerksEnterAndReceive() {
        assertThat(filing(CLERK, WINDOW, true)).isEmpty();
        Actor seated = new Actor(Actor.Role.WINDOW_CLERK, "w1", null);
        assertThat(filing(seated, WINDOW, true)).isEmpty();
        assertThat(filing(seated, "410721-zh09", true)).containsExactly("/window");
        Actor entering = new Actor(Actor.Role.WINDOW_CLERK, "w2", null, WINDOW);
        assertThat(filing(entering, WINDOW, false)).isEmpty();
        assertThat(filing(entering, WINDOW, true)).containsExactly(Actors.ID_HEADER);
        assertThat(filing(Actor.system("relay"), "410721-zh09", true)).isEmpty();
    }
}
