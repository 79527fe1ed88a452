package org.lianban.department.config;

import java.time.Duration;
import org.lianban.department.client.DepartmentClients;
import org.lianban.department.task.ReplyContext;
import org.lianban.time.DayEnd;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** {@code lianban.department.*}; secrets of channels stand beside it as {@code lianban.department.secrets.<name>}. */
@ConfigurationProperties("lianban")
public record DepartmentProperties(Department department) {
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
    public record Department(Duration redelivery, int cancellationLimit, ReplyContext.Correction correction,
            ReplyContext.Extension extension, DayEnd dayEnd, Duration poll, Group group, Push push, Meters meters) {}

    /** @param maxBatch batches of replies that share a transaction */
    public record Group(int maxBatch, int concurrency) {}

    /**
     * @param giveUpAfter elapsed time, not attempts
     * @param allowPlainHttp also to addresses that are not loopback
     */
    public record Push(boolean enabled, Duration giveUpAfter, Duration firstPause, Duration longestPause,
            DepartmentClients.Breaker breaker, boolean allowPlainHttp) {}

    /** @param maxDepartments further departments share the tag {@code other} */
    public record Meters(int maxDepartments) {}
}
