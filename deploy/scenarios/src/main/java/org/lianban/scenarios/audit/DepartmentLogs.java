package org.lianban.scenarios.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.api.ReplyAnswer.Status;
import org.lianban.standalone.departments.DepartmentLog;
import org.lianban.standalone.departments.DepartmentLog.Entry;

/** What the departments themselves wrote down, read from their log files. */
final class DepartmentLogs {
    /**
     * A decision that the adapter confirmed to the department.
     *
     * @param sentAt when the department sent it for the first time
     */
    record Decision(String department, String taskId, Reply.Type type, Instant sentAt) {}

    private final Set<String> known = new HashSet<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<String> duplicates = new ArrayList<>();
    private int redelivered;

    private DepartmentLogs() {}

    /** @param cases only tasks of these count */
    static DepartmentLogs of(Path directory, Set<String> cases) throws IOException {
        DepartmentLogs witness = new DepartmentLogs();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                    String name = file.getFileName().toString();
                    witness.read(name.substring(0, name.length() - ".jsonl".length()), DepartmentLog.read(file), cases);
                }
            }
        }
        return witness;
    }

    private void read(String department, List<Entry> entries, Set<String> cases) {
        Map<String, String> first = new HashMap<>();
        Map<String, Entry> sent = new HashMap<>();
        Set<String> heardOf = new HashSet<>();
        for (Entry entry : entries) {
            Delivery delivery = entry.delivery();
            Reply reply = entry.reply();
            ReplyAnswer answer = entry.answer();
            if (delivery != null && delivery.type() == Delivery.Type.NEW && cases.contains(delivery.caseNo())) {
                hear(department, delivery, first, heardOf);
            }
            if (reply != null) {
                sent.putIfAbsent(reply.taskId() + " " + reply.replyId(), entry);
            }
            if (answer != null && took(answer)) {
                heardOf.add(answer.taskId());
                Entry said = sent.get(answer.taskId() + " " + answer.replyId());
                if (said != null && cases.contains(caseOf(answer.taskId()))) {
                    confirmed(department, said);
                }
            }
        }
    }

    private static String caseOf(String taskId) {
        int end = taskId.lastIndexOf('-');
        return end < 0 ? taskId : taskId.substring(0, end);
    }

    private void hear(String department, Delivery delivery, Map<String, String> first, Set<String> heardOf) {
        String before = first.putIfAbsent(delivery.taskId(), delivery.deliveryId());
        known.add(department + " " + delivery.taskId());
        if (before == null) {
            return;
        }
        if (before.equals(delivery.deliveryId()) && !heardOf.contains(delivery.taskId())) {
            redelivered++;
        } else {
            duplicates.add(department + " got " + delivery.taskId() + " as new again");
        }
    }

    private static boolean took(ReplyAnswer answer) {
        return answer.status() == Status.APPLIED
                || answer.status() == Status.DUPLICATE && answer.first() == Status.APPLIED;
    }

    private void confirmed(String department, Entry said) {
        Reply reply = said.reply();
        if (reply == null || !ends(reply.type())) {
            return;
        }
        for (Decision other : decisions) {
            if (other.taskId().equals(reply.taskId()) && other.type() != reply.type()) {
                duplicates.add(department + " ended " + reply.taskId() + " twice");
            }
        }
        if (decisions.stream().noneMatch(d -> d.taskId().equals(reply.taskId()) && d.type() == reply.type())) {
            decisions.add(new Decision(department, reply.taskId(), reply.type(), said.at()));
        }
    }

    /** A reply that ends a task is called like its outcome. */
    private static boolean ends(Reply.Type type) {
        return Arrays.stream(Outcome.values()).anyMatch(outcome -> outcome.name().equals(type.name()));
    }

    boolean knows(String department, String taskId) {
        return known.contains(department + " " + taskId);
    }

    List<Decision> decisions() {
        return decisions;
    }

    List<String> duplicates() {
        return duplicates;
    }

    int redelivered() {
        return redelivered;
    }
}
