package org.lianban.scenarios.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepartmentLogsTest {
    private static final String CASE = "41072120261121YJS000001A";

    @TempDir
    private Path logs;

    @Test
    void shouldCountATaskThatComesAsNewAgain() throws Exception {
        DepartmentLogs witness = witness(fresh("01", 1), fresh("01", 2));

        assertThat(witness.duplicates()).hasSize(1);
        assertThat(witness.redelivered()).isZero();
    }

    @Test
    void shouldTellARepeatedDeliveryBeforeAnyReplyFromADuplicate() throws Exception {
        DepartmentLogs witness = witness(fresh("01", 1), fresh("01", 1));

        assertThat(witness.duplicates()).isEmpty();
        assertThat(witness.redelivered()).isEqualTo(1);
    }

    @Test
    void shouldCountARepeatedDeliveryAfterAReply() throws Exception {
        DepartmentLogs witness = witness(fresh("01", 1), said("01", "ACCEPTED"), answered("01", "ACCEPTED", "APPLIED"),
                fresh("01", 1));

        assertThat(witness.duplicates()).hasSize(1);
    }

    @Test
    void shouldBelieveOnlyDecisionsThatWereApplied() throws Exception {
        DepartmentLogs witness = witness(fresh("01", 1), said("01", "APPROVED"), answered("01", "APPROVED", "REJECTED"),
                fresh("02", 1), said("02", "DENIED"), answered("02", "DENIED", "APPLIED"));

        assertThat(witness.decisions()).extracting(DepartmentLogs.Decision::taskId).containsExactly(CASE + "-02");
        assertThat(witness.knows("410721-gongan", CASE + "-01")).isTrue();
        assertThat(witness.knows("410721-yibao", CASE + "-01")).isFalse();
    }

    @Test
    void shouldCountASecondEndOfATask() throws Exception {
        DepartmentLogs witness = witness(fresh("01", 1), said("01", "APPROVED"), answered("01", "APPROVED", "APPLIED"),
                said("01", "DENIED"), answered("01", "DENIED", "APPLIED"));

        assertThat(witness.duplicates()).hasSize(1);
    }

    private DepartmentLogs witness(String... lines) throws Exception {
        Files.write(logs.resolve("410721-gongan.jsonl"), List.of(lines));
        return DepartmentLogs.of(logs, Set.of(CASE));
    }

    private static String fresh(String item, int number) {
        return """
                {"at":"2026-11-21T01:00:00Z","delivery":{"deliveryId":"%1$s-%2$s/%3$d","type":"NEW","taskId":"%1$s-%2$s",\
                "caseNo":"%1$s","itemNo":"%2$s","itemName":"户口登记","region":"410721","oneThing":"XX-09",\
                "oneThingName":"新生儿出生","kind":"CONFIRM","department":"410721-gongan","role":"HANDLER","epoch":1,\
                "mayDecide":true,"waitsFor":[],"upstream":[],"at":"2026-11-21T01:00:00Z"}}"""
                .formatted(CASE, item, number);
    }

    private static String said(String item, String type) {
        return """
                {"at":"2026-11-21T01:00:01Z","reply":{"replyId":"%3$s","taskId":"%1$s-%2$s","type":"%3$s"}}"""
                .formatted(CASE, item, type);
    }

    private static String answered(String item, String type, String status) {
        return """
                {"at":"2026-11-21T01:00:02Z","answer":{"replyId":"%3$s","taskId":"%1$s-%2$s","status":"%4$s"}}"""
                .formatted(CASE, item, type, status);
    }
}
