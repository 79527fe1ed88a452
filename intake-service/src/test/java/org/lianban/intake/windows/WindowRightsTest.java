package org.lianban.intake.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.contracts.catalog.Window.Type;
import org.lianban.http.Actors;
import org.lianban.intake.Places;
import org.lianban.intake.windows.WindowRights.Register;
import org.lianban.intake.windows.WindowRights.WindowAct;

class WindowRightsTest {
    private static final Register REGISTER = register(Places.windows());
    private final WindowRights rights = new WindowRights(WindowRights.Mode.REGISTERED, REGISTER);

    private static Register register(List<Window> windows) {
        return new Register() {
            @Override
            public Optional<Window> window(String id) {
                return windows.stream().filter(w -> w.id().equals(id)).findFirst();
            }

            @Override
            public Collection<Window> windows(String region) {
                return windows.stream().filter(w -> w.region().equals(region)).toList();
            }
        };
    }

    private List<String> codes(String clerk, @Nullable String window, Operation operation) {
        return rights.check(new WindowAct(clerk, window, "/window", Set.of(operation), Places.REGION, Places.CODE))
                .stream().map(Fault::code).toList();
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void shouldLetARegisteredClerkDoAllThatIsGiven(Operation operation) {
        assertThat(codes(Places.CLERK, Places.HALL, operation)).isEmpty();
    }

    @Test
    void shouldAskForAWindowOnlyWhereTheRegionHasRegisteredSome() {
        assertThat(codes(Places.CLERK, null, Operation.RECEIVE)).containsExactly("MISSING");
        assertThat(codes(Places.CLERK, "nowhere", Operation.RECEIVE)).containsExactly("UNKNOWN_WINDOW");
        assertThat(rights.check(new WindowAct("anybody", "w1", "/window", Set.of(Operation.RECEIVE), "410721", null)))
                .isEmpty();
    }

    @Test
    void shouldLetAnybodyWhereTheSwitchSaysAny() {
        WindowRights any = new WindowRights(WindowRights.Mode.ANY, REGISTER);
        assertThat(any.check(WindowAct.of(new Actor(Actor.Role.WINDOW_CLERK, "x", null), Operation.RECEIVE,
                Places.REGION, Places.CODE))).isEmpty();
    }

    @Test
    void shouldLetOnlyWhoSaysNothingPassOnTrial() {
        WindowRights trial = new WindowRights(WindowRights.Mode.TRIAL, REGISTER);
        assertThat(
                trial.check(new WindowAct(Actors.ANONYMOUS, "w1", "/window", Set.of(Operation.RECEIVE), Places.REGION,
                        Places.CODE)))
                .isEmpty();
        assertThat(trial.check(new WindowAct("stranger", Places.HALL, "/window", Set.of(Operation.RECEIVE),
                Places.REGION, Places.CODE))).extracting(Fault::code).containsExactly("NOT_A_CLERK");
        assertThat(codes(Actors.ANONYMOUS, null, Operation.RECEIVE)).containsExactly("MISSING");
    }

    @Test
    void shouldRefuseStrangersAndOperationsThatWereNotGiven() {
        assertThat(codes("stranger", Places.HALL, Operation.RECEIVE)).containsExactly("NOT_A_CLERK");
        assertThat(codes(Places.TYPIST, Places.HALL, Operation.RECEIVE)).containsExactly("OPERATION_NOT_GIVEN");
        assertThat(codes(Places.TYPIST, Places.HALL, Operation.ENTER)).isEmpty();
    }

    @Test
    void shouldKeepEveryKindOfWindowToItsPurpose() {
        for (Operation operation : EnumSet.of(Operation.RECEIVE, Operation.ENTER, Operation.UPLOAD,
                Operation.DISTRIBUTE)) {
            assertThat(codes(Places.CLERK, Places.REGION + "-fz01", operation)).containsExactly("NOT_ITS_PURPOSE");
            assertThat(codes(Places.CLERK, Places.REGION + "-bs01", operation)).containsExactly("NOT_ITS_PURPOSE");
        }
        assertThat(codes(Places.CLERK, Places.REGION + "-fz01", Operation.FEED_BACK)).isEmpty();
        assertThat(codes(Places.CLERK, Places.REGION + "-fz01", Operation.GATHER)).isEmpty();
        assertThat(codes(Places.CLERK, Places.REGION + "-bs01", Operation.FEED_BACK)).isEmpty();
        for (Type type : EnumSet.complementOf(EnumSet.of(Type.CERTIFICATE, Type.UNRESOLVED))) {
            Window window = Places.window("w", Places.REGION, type, Places.clerks(), List.of(), List.of(), true);
            assertThat(new WindowRights(WindowRights.Mode.REGISTERED, register(List.of(window))).check(
                    new WindowAct(Places.CLERK, "w", "/window", EnumSet.allOf(Operation.class), Places.REGION, null)))
                    .as(type.name()).isEmpty();
        }
    }

    @Test
    void shouldTellEveryReasonAtOnce() {
        Window window = Places.window("far", "140502", Type.CERTIFICATE, List.of(), List.of("HX-77"), List.of(), false);
        List<Window> windows = new java.util.ArrayList<>(Places.windows());
        windows.add(window);
        List<Fault> faults = new WindowRights(WindowRights.Mode.REGISTERED, register(windows)).check(
                new WindowAct("stranger", "far", "/window", Set.of(Operation.RECEIVE), Places.REGION, Places.CODE));
        assertThat(faults).extracting(Fault::code).containsExactly("WINDOW_CLOSED", "OTHER_REGION",
                "ONE_THING_NOT_HERE", "NOT_A_CLERK", "NOT_ITS_PURPOSE");
        assertThat(faults).allSatisfy(f -> assertThat(f.message()).containsPattern("[\\u4e00-\\u9fa5]"));
    }

    @Test
    void shouldLetAWindowReceiveForAnotherRegionOnlyWhenItIsRegisteredSo() {
        assertThat(codes(Places.CLERK, Places.NEIGHBOUR, Operation.RECEIVE)).isEmpty();
        assertThat(codes(Places.CLERK, "140502-zh02", Operation.RECEIVE)).containsExactly("OTHER_REGION");
    }

    /** 县镇村三级业务联办通办. */
    @ParameterizedTest
    @EnumSource(Window.Level.class)
    void shouldReceiveForTheCountyInTownshipsAndVillages(Window.Level level) {
        Window near = new Window("near", Places.REGION, "便民服务站", level, Places.HALL, Type.GENERAL, Places.clerks(),
                List.of(), List.of(), List.of(), true);
        assertThat(new WindowRights(WindowRights.Mode.REGISTERED, register(List.of(near))).check(
                new WindowAct(Places.CLERK, "near", "/window", Set.of(Operation.RECEIVE), Places.REGION, Places.CODE)))
                .isEmpty();
    }

    @Test
    void shouldLetAWindowReceiveOnlyWhatMovedInThere() {
        assertThat(codes(Places.CLERK, Places.REGION + "-zk01", Operation.RECEIVE))
                .containsExactly("ONE_THING_NOT_HERE");
        assertThat(codes(Places.CLERK, Places.REGION + "-old", Operation.RECEIVE)).containsExactly("WINDOW_CLOSED");
    }

    @Test
    void shouldCheckAnUploadAsFarAsTheWindowIsKnown() {
        assertThat(rights.check(new WindowAct("stranger", Places.HALL, "/window", Set.of(Operation.UPLOAD), null,
                null))).extracting(Fault::code).containsExactly("NOT_A_CLERK");
        assertThat(rights.check(new WindowAct("stranger", null, "/window", Set.of(Operation.UPLOAD), null, null)))
                .isEmpty();
    }

    @Test
    void shouldAcceptInTheDepartmentsNameOnlyWhatIsAuthorisedOnThatDay() {
        List<String> items = List.of("01", "02");
        assertThat(rights.acceptable(Places.HALL, Places.CODE, items, LocalDate.of(2026, 6, 30)))
                .containsExactly("01");
        assertThat(rights.acceptable(Places.HALL, Places.CODE, items, LocalDate.of(2026, 7, 1))).isEmpty();
        assertThat(rights.acceptable(Places.HALL, "HX-77", items, LocalDate.of(2026, 3, 1))).isEmpty();
        assertThat(rights.acceptable(Places.REGION + "-old", Places.CODE, items, LocalDate.of(2026, 3, 1))).isEmpty();
        assertThat(rights.acceptable(null, Places.CODE, items, LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void shouldCutWhatItShowsBetweenCharacters() {
        assertThat(rights.check(new WindowAct(Places.CLERK, "𠮷".repeat(65), "/window", Set.of(Operation.RECEIVE),
                Places.REGION, Places.CODE))).extracting(Fault::message)
                .containsExactly("没有登记此窗口：" + "𠮷".repeat(65));
        assertThat(rights.check(new WindowAct(Places.CLERK, "a" + "𠮷".repeat(65), "/window",
                Set.of(Operation.RECEIVE), Places.REGION, Places.CODE))).extracting(Fault::message)
                .containsExactly("没有登记此窗口：a" + "𠮷".repeat(63) + "…");
    }
}
