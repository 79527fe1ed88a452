package org.lianban.department.work;

import java.time.Duration;
import org.lianban.department.task.Ground;
import org.lianban.time.DayEnd;

/**
 * What a place decides about this service; defaults stand in {@code department.yaml}.
 *
 * @param redelivery after which a delivery that no reply followed is handed out again
 * @param cancellationLimit how often a cancellation that nobody answers is handed out
 * @param correction 部门补正: ONCE within the statutory notice, or NEVER after a clean receipt
 * @param extension 延期: LICENSE_ONLY, or ALSO_PROMISED for other items that promise a limit
 * @param dayEnd when a day of a legal term ends
 * @param poll how long a waiting puller or pusher trusts signals before it looks itself
 */
public record Settings(Duration redelivery, int cancellationLimit, Ground.Correction correction,
        Ground.Extension extension, DayEnd dayEnd, Duration poll, Group group, Push push, Meters meters) {

    Ground.Switches switches() {
        return new Ground.Switches(correction, extension);
    }

    /** @param maxBatch batches of replies that share a transaction */
    public record Group(int maxBatch, int concurrency) {}

    /**
     * @param giveUpAfter elapsed time, not attempts
     * @param allowPlainHttp also to addresses that are not loopback
     */
    public record Push(boolean enabled, Duration giveUpAfter, Duration firstPause, Duration longestPause,
            Breaker breaker, boolean allowPlainHttp) {}

    /** @param window calls the failure rate is computed over */
    public record Breaker(int window, int failurePercent, Duration openFor) {}

    /** @param maxDepartments further departments share the tag {@code other} */
    public record Meters(int maxDepartments) {}
}
