package org.lianban.scenarios.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;

/** Who is where: the instants of every case in flight, and the latencies of those that passed. Nanosecond clock. */
final class Progress {
    private static final long MAX_MICROS = 600_000_000L;

    /** Guarded by itself. A department may see a task before the applicant's 201 has come back. */
    private static final class Times {
        private long answered;
        private int initialOffered;
        private long lastInitialOffered;
        private final Map<String, Long> approved = new ConcurrentHashMap<>();
    }

    private final Workload workload;
    private final Map<String, Times> cases = new ConcurrentHashMap<>();
    private final Semaphore inFlight;
    private final AtomicInteger settled = new AtomicInteger();
    private final AtomicLong lastSettled = new AtomicLong();
    final ConcurrentHistogram fanOut = new ConcurrentHistogram(MAX_MICROS, 3);
    final ConcurrentHistogram release = new ConcurrentHistogram(MAX_MICROS, 3);
    final ConcurrentHistogram settle = new ConcurrentHistogram(MAX_MICROS, 3);

    Progress(Workload workload) {
        this.workload = workload;
        this.inFlight = new Semaphore(workload.inFlight());
    }

    void beforeFiling() throws InterruptedException {
        inFlight.acquire();
    }

    private Times times(String caseNo) {
        return cases.computeIfAbsent(caseNo, c -> new Times());
    }

    void answered(String caseNo, long at) {
        Times times = times(caseNo);
        synchronized (times) {
            times.answered = at;
            fannedOut(times);
        }
    }

    void offered(String caseNo, long at) {
        Times times = times(caseNo);
        synchronized (times) {
            times.initialOffered++;
            times.lastInitialOffered = at;
            fannedOut(times);
        }
    }

    private void fannedOut(Times times) {
        if (times.answered != 0 && times.initialOffered == workload.initialItems()) {
            record(fanOut, times.lastInitialOffered - times.answered);
        }
    }

    void approved(String caseNo, String itemNo, long at) {
        times(caseNo).approved.put(itemNo, at);
    }

    void released(String caseNo, String prerequisite, long at) {
        Long approvedAt = times(caseNo).approved.get(prerequisite);
        if (approvedAt != null) {
            record(release, at - approvedAt);
        }
    }

    /** False for a case that is not of this run. */
    boolean settled(String caseNo, long at) {
        Times times = cases.remove(caseNo);
        if (times == null) {
            return false;
        }
        synchronized (times) {
            record(settle, at - times.answered);
        }
        lastSettled.set(at);
        settled.incrementAndGet();
        inFlight.release();
        return true;
    }

    private static void record(ConcurrentHistogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1_000, 0, MAX_MICROS));
    }

    int settledCases() {
        return settled.get();
    }

    long lastSettledNanos() {
        return lastSettled.get();
    }

    int open() {
        return cases.size();
    }
}
