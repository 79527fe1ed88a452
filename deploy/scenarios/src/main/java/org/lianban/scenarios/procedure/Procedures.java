package org.lianban.scenarios.procedure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lianban.scenarios.client.Addresses;
import org.lianban.scenarios.client.HttpDoor;
import org.lianban.standalone.departments.SimulatedDepartments;
import org.lianban.standalone.system.LianbanSystem;

/**
 * The ten scenarios, told at once on one clock that goes on by itself.
 *
 * @param system with simulated departments and a clock that can be moved
 * @param firstApplicant whose identity applies in the first row
 */
public record Procedures(LianbanSystem system, HttpDoor doors, int firstApplicant) {
    private static final int APPLICANTS_APART = 20;
    /** Beyond everybody of the tour; another run has other people. */
    private static final int FIRST_APPLICANT = 200_000;
    private static final int DIFFERENT = 100_000;
    private static final Duration LONGEST = Duration.ofSeconds(240);

    public Procedures(LianbanSystem system, HttpDoor doors) {
        this(system, doors, FIRST_APPLICANT + (int) (system.clock().instant().getEpochSecond() % DIFFERENT));
    }

    /** Who listens. Called from several threads; rows count from 0 in the order of {@link #all()}. */
    public interface Listener {
        /** The case of the row has its number. */
        void filed(int row, String caseNo);

        /** @param text what was done or found to be true, in Chinese */
        void told(int row, String caseNo, String text);

        void clockMoved(Instant to);
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

    /** Begins all of them; each ends by itself. */
    public List<Told> begin(Listener listener) {
        List<Scenario> scenarios = all();
        SharedTime time = new SharedTime(system.clock(), to -> {
            doors.post("http://localhost:" + system.options().ports().control() + "/clock", Map.of(),
                    Map.of("to", to.toString())).ok();
            listener.clockMoved(to);
        }, scenarios.size());
        List<Told> told = new ArrayList<>();
        for (int row = 0; row < scenarios.size(); row++) {
            Scenario scenario = scenarios.get(row);
            ScenarioContext context = new ScenarioContext(scenario, row, this, time, listener);
            CompletableFuture<List<String>> end = new CompletableFuture<>();
            told.add(new Told(scenario, Thread.ofVirtual().name("procedure-" + scenario.oneThing()).unstarted(
                    () -> tell(scenario, context, time, end)), end));
        }
        told.forEach(one -> one.thread().start());
        return List.copyOf(told);
    }

    private static void tell(Scenario scenario, ScenarioContext context, SharedTime time,
            CompletableFuture<List<String>> end) {
        try {
            scenario.plot().play(context);
            end.complete(context.checks());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            end.completeExceptionally(stopped);
        } catch (RuntimeException | Error failure) {
            end.completeExceptionally(failure);
        } finally {
            time.leave();
        }
    }

    /**
     * Returns when everything is told.
     *
     * @return why a row broke off, by row; empty when everything was as it should be
     */
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

    Addresses addresses() {
        return Addresses.of(system);
    }

    SimulatedDepartments departments() {
        return Objects.requireNonNull(system.departments(), "The procedure needs simulated departments");
    }

    /** Whose identity applies in that row. */
    int applicant(int row) {
        return firstApplicant + row * APPLICANTS_APART;
    }
}
