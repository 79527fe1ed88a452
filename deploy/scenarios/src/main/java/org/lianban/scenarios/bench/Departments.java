package org.lianban.scenarios.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One puller per department: takes what is there, replies at once in one batch, accepted first and then approved. */
final class Departments implements AutoCloseable {
    private static final int BATCH = 200;

    private final LoadClient doors;
    private final String base;
    private final Workload workload;
    private final Progress progress;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final List<Thread> pullers = new ArrayList<>();
    private volatile boolean running = true;

    Departments(LoadClient doors, String base, Workload workload, Progress progress) {
        this.doors = doors;
        this.base = base;
        this.workload = workload;
        this.progress = progress;
    }

    void start(List<String> departments) {
        for (String department : departments) {
            pullers.add(Thread.ofVirtual().name("bench-" + department).start(() -> pull(department)));
        }
    }

    private void pull(String department) {
        String url = base + "/api/departments/" + department;
        while (running) {
            try {
                JsonNode tasks = doors.get(url + "/tasks?max=" + BATCH + "&wait=2").block();
                if (tasks != null && !tasks.path("tasks").isEmpty()) {
                    reply(url, tasks.path("tasks"));
                }
            } catch (RuntimeException failed) {
                if (running) {
                    failure.compareAndSet(null, failed);
                }
                return;
            }
        }
    }

    private void reply(String url, JsonNode tasks) {
        long offeredAt = System.nanoTime();
        List<Map<String, Object>> replies = new ArrayList<>();
        Map<String, String> approvals = new HashMap<>();
        for (JsonNode task : tasks) {
            String caseNo = task.path("caseNo").asString();
            String itemNo = task.path("itemNo").asString();
            boolean mayDecide = task.path("mayDecide").asBoolean();
            boolean fresh = "NEW".equals(task.path("type").asString());
            if (fresh) {
                replies.add(reply(task, "ACCEPTED"));
                if (mayDecide) {
                    progress.offered(caseNo, offeredAt);
                }
            } else if (mayDecide) {
                progress.released(caseNo, workload.prerequisites(Integer.parseInt(itemNo)).getFirst(), offeredAt);
            }
            if (mayDecide) {
                Map<String, Object> approved = reply(task, "APPROVED");
                approved.put("result", Workload.result(itemNo));
                approved.put("decisionNo", "BENCH-" + itemNo);
                replies.add(approved);
                approvals.put(caseNo, itemNo);
            }
        }
        if (!replies.isEmpty()) {
            JsonNode answers = doors.post(url + "/replies", Map.of(), Map.of("replies", replies)).block();
            long answeredAt = System.nanoTime();
            approvals.forEach((caseNo, itemNo) -> progress.approved(caseNo, itemNo, answeredAt));
            count(answers);
        }
    }

    private static Map<String, Object> reply(JsonNode task, String type) {
        Map<String, Object> reply = new HashMap<>();
        reply.put("replyId", type);
        reply.put("taskId", task.path("taskId").asString());
        reply.put("type", type);
        return reply;
    }

    private void count(@Nullable JsonNode answers) {
        if (answers != null) {
            for (JsonNode answer : answers.path("answers")) {
                if (!"APPLIED".equals(answer.path("status").asString())) {
                    failure.compareAndSet(null, new IllegalStateException("A reply was not applied: " + answer));
                }
            }
        }
    }

    @Nullable
    Throwable failure() {
        return failure.get();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        for (Thread puller : pullers) {
            puller.join(Duration.ofSeconds(5));
        }
    }
}
