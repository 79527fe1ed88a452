package org.lianban.scenarios.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.scenarios.audit.DepartmentLogs.Decision;
import org.lianban.scenarios.audit.Records.Filed;
import org.lianban.scenarios.audit.Records.Handled;
import org.lianban.scenarios.audit.Records.Joined;
import org.lianban.scenarios.audit.Records.Waiver;
import org.lianban.servers.LocalPostgres;

/** 核对: lays the five databases and the departments' own logs side by side. */
public final class Audit {
    private final Records records;
    private final Path logs;

    /** @param logs directory of the departments' logs */
    public Audit(LocalPostgres postgres, Path logs) {
        this.records = new Records(postgres);
        this.logs = logs;
    }

    /** Of every application handed in since then. */
    public AuditReport since(Instant since) throws SQLException, IOException {
        List<Filed> filed = records.filedSince(since).stream().filter(Filed::accepted).toList();
        String[] cases = filed.stream().map(Filed::caseNo).toArray(String[]::new);
        Facts facts = new Facts(filed, records.planned(cases), byTask(records.handled(cases)),
                records.joined(cases).stream().collect(Collectors.toMap(Joined::caseNo, j -> j)),
                records.waivers(cases),
                records.oneThings(filed.stream().map(Filed::catalogHash).distinct().toArray(String[]::new)),
                DepartmentLogs.of(logs, Set.of(cases)));
        return facts.report();
    }

    private static Map<String, Handled> byTask(List<Handled> tasks) {
        return tasks.stream().collect(Collectors.toMap(Handled::taskId, t -> t));
    }

    private record Facts(List<Filed> filed, Map<String, Set<String>> planned, Map<String, Handled> tasks,
            Map<String, Joined> joined, List<Waiver> waivers, Map<String, OneThing> oneThings, DepartmentLogs witness) {

        AuditReport report() {
            List<String> violations = new ArrayList<>();
            List<String> lost = new ArrayList<>();
            int settled = 0;
            int items = 0;
            int ended = 0;
            Map<String, Decision> said = new HashMap<>();
            witness.decisions().forEach(d -> said.put(d.taskId(), d));
            for (Filed application : filed) {
                Joined join = joined.get(application.caseNo());
                Set<String> set = planned.getOrDefault(application.caseNo(), Set.of());
                settled += join != null && join.ended() && (join.endInHistory() || set.isEmpty()) ? 1 : 0;
                items += set.size();
                ended += join == null ? 0 : (int) set.stream().filter(join.outcomes()::containsKey).count();
                lost(application, join, set, lost);
                order(application, set, said, violations);
            }
            acknowledged(lost);
            List<String> findings = new ArrayList<>(violations);
            findings.addAll(witness.duplicates());
            findings.addAll(lost);
            return new AuditReport(filed.size(), settled, distinct(f -> f.caseNo().substring(0, 6)),
                    distinct(Filed::oneThing), items, ended, witness.decisions().size(), violations.size(),
                    witness.duplicates().size(), witness.redelivered(), lost.size(), findings);
        }

        private int distinct(Function<Filed, String> of) {
            return (int) filed.stream().map(of).distinct().count();
        }

        private void lost(Filed application, @Nullable Joined join, Set<String> set, List<String> lost) {
            String caseNo = application.caseNo();
            if (join == null) {
                lost.add("result-service does not know " + caseNo);
                return;
            }
            if (!join.ended()) {
                lost.add(caseNo + " was accepted and has not ended: " + join.state());
            } else if (!application.ended()) {
                lost.add("intake-service does not know that " + caseNo + " has ended");
            }
            for (String item : set) {
                Handled task = tasks.get(caseNo + "-" + item);
                if (task == null) {
                    lost.add("department-adapter does not know " + caseNo + "-" + item);
                } else if (task.decided() && !witness.knows(task.department(), task.taskId())) {
                    lost.add(task.department() + " never got " + task.taskId());
                } else if (task.endedAt() != null && !task.state().equals(join.outcomes().get(item))) {
                    lost.add(task.taskId() + " ended " + task.state() + ", but the join has "
                            + join.outcomes().get(item));
                }
            }
        }

        /** What a department was told has taken effect is where it belongs. */
        private void acknowledged(List<String> lost) {
            for (Decision decision : witness.decisions()) {
                int end = decision.taskId().lastIndexOf('-');
                Joined join = joined.get(decision.taskId().substring(0, end));
                String outcome = join == null ? null : join.outcomes().get(decision.taskId().substring(end + 1));
                if (!decision.type().name().equals(outcome)) {
                    lost.add(decision.department() + " decided " + decision.taskId() + " " + decision.type()
                            + ", but the join has " + outcome);
                }
            }
        }

        private void order(Filed application, Set<String> set, Map<String, Decision> said, List<String> violations) {
            OneThing oneThing = oneThings.get(application.catalogHash());
            if (oneThing == null) {
                violations.add(application.caseNo() + " refers to no catalogue version: " + application.catalogHash());
                return;
            }
            Prerequisites prerequisites = new Prerequisites(oneThing, set);
            for (String item : set) {
                Handled task = tasks.get(application.caseNo() + "-" + item);
                if (task == null || !task.decided() || task.endedAt() == null) {
                    continue;
                }
                Decision decision = said.get(task.taskId());
                Instant decidedAt = decision == null ? task.endedAt() : decision.sentAt();
                for (String prerequisite : prerequisites.of(item)) {
                    Handled before = tasks.get(application.caseNo() + "-" + prerequisite);
                    if (!satisfied(before, decidedAt) && !waived(application.caseNo(), item, before, decidedAt)) {
                        violations.add(task.taskId() + " was decided at " + decidedAt + " while " + prerequisite
                                + " was " + (before == null ? "unknown" : before.state() + " at " + before.endedAt()));
                    }
                }
            }
        }

        private static boolean satisfied(@Nullable Handled before, Instant decidedAt) {
            return before != null && before.satisfies() && before.endedAt() != null
                    && !before.endedAt().isAfter(decidedAt);
        }

        private boolean waived(String caseNo, String item, @Nullable Handled before, Instant decidedAt) {
            return before != null && before.endedAt() != null && !before.satisfies()
                    && waivers.stream().anyMatch(w -> w.caseNo().equals(caseNo) && w.itemNo().equals(item)
                            && !w.at().isAfter(decidedAt));
        }
    }
}
