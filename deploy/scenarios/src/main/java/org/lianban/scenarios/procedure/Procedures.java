package org.lianban.scenarios.procedure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lianban.scenarios.demo.Doors;
import org.lianban.scenarios.demo.Places;
import org.lianban.scenarios.demo.Sequel;
import org.lianban.standalone.departments.SimulatedDepartments;
import org.lianban.standalone.system.LianbanSystem;

/** The ten scenarios, told at once on one clock that goes on by itself. */
public final class Procedures implements Sequel {
    private static final int APPLICANTS_APART = 20;
    /** Beyond everybody of the tour; another run has other people. */
    private static final int FIRST_APPLICANT = 200_000;
    private static final int DIFFERENT = 100_000;
    private static final Duration LONGEST = Duration.ofSeconds(240);

    private final Setting setting;

    /** @param system with simulated departments and a clock that can be moved */
    public Procedures(LianbanSystem system, Doors doors) {
        this.setting = new Setting(Places.of(system), doors,
                Objects.requireNonNull(system.departments(), "The procedure needs simulated departments"),
                system.clock(), "http://localhost:" + system.options().ports().control() + "/clock",
                FIRST_APPLICANT + (int) (system.clock().instant().getEpochSecond() % DIFFERENT));
    }

    private record Setting(Places places, Doors doors, SimulatedDepartments departments, InstantSource clock,
            String clockDoor, int firstApplicant) {
        void moveTo(Instant to) {
            doors.post(clockDoor, Map.of(), Map.of("to", to.toString())).ok();
        }
    }

    /** @param end the checks that held, in order; fails with what did not */
    public record Told(Scenario scenario, Thread thread, CompletableFuture<List<String>> end) {}

    public static List<Scenario> all() {
        return List.of(
                new Scenario("容缺受理", "XX-03", Tolerance::lateSupplement),
                new Scenario("特别程序", "XX-02", LicenceTerms::specialProcedure),
                new Scenario("视为受理", "XX-03", Silence::deemedAcceptance),
                new Scenario("三轮补正", "XX-09", Corrections::threeRounds),
                new Scenario("延期一次", "XX-02", LicenceTerms::extension),
                new Scenario("联合勘验", "XX-03", JointInspection::organisedByTheLead),
                new Scenario("死亡证明二选一", "QJ-15", DeathCertificates::exactlyOne),
                new Scenario("差评闭环", "SQ-13", BadRating::reopened),
                new Scenario("中途撤回", "XX-03", MidwayWithdrawal::issuedLicenceStays),
                new Scenario("送达归档", "PL-11", ArchivedCase::deliveredAndVerified));
    }

    @Override
    public List<Heading> headings() {
        return all().stream().map(scenario -> new Heading(scenario.title(), scenario.oneThing())).toList();
    }

    /** Begins all of them; each ends by itself. */
    public List<Told> begin(Listener listener) {
        List<Scenario> scenarios = all();
        SharedTime time = new SharedTime(setting.clock(), to -> {
            setting.moveTo(to);
            listener.clockMoved(to);
        }, scenarios.size());
        List<Told> told = new ArrayList<>();
        for (int row = 0; row < scenarios.size(); row++) {
            Scenario scenario = scenarios.get(row);
            Scene scene = new Scene(scenario, new Scene.Place(setting.places(), setting.doors(),
                    setting.departments(), time, listener, row, setting.firstApplicant() + row * APPLICANTS_APART));
            CompletableFuture<List<String>> end = new CompletableFuture<>();
            told.add(new Told(scenario, Thread.ofVirtual().name("procedure-" + scenario.oneThing()).unstarted(
                    () -> tell(scenario, scene, time, end)), end));
        }
        told.forEach(one -> one.thread().start());
        return List.copyOf(told);
    }

    private static void tell(Scenario scenario, Scene scene, SharedTime time, CompletableFuture<List<String>> end) {
        try {
            scenario.plot().play(scene);
            end.complete(scene.checks());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            end.completeExceptionally(stopped);
        } catch (RuntimeException | Error failure) {
            end.completeExceptionally(failure);
        } finally {
            time.leave();
        }
    }

    @Override
    public Map<Integer, Throwable> play(Listener listener) throws InterruptedException {
        List<Told> told = begin(listener);
        Map<Integer, Throwable> failures = new HashMap<>();
        long limit = System.nanoTime() + LONGEST.toNanos();
        for (int row = 0; row < told.size(); row++) {
            try {
                told.get(row).end().get(Math.max(0, limit - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (ExecutionException broken) {
                failures.put(row, Objects.requireNonNullElse(broken.getCause(), broken));
            } catch (TimeoutException hanging) {
                failures.put(row, hanging);
            }
        }
        told.forEach(one -> one.thread().interrupt());
        return failures;
    }
}
