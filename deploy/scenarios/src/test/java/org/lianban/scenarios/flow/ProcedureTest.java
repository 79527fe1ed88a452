package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.lianban.scenarios.VerifyCommand;
import org.lianban.scenarios.audit.AuditReport;
import org.lianban.scenarios.client.LianbanClient;
import org.lianban.scenarios.procedure.Procedures;
import org.lianban.scenarios.procedure.Procedures.Told;
import picocli.CommandLine;

/**
 * The less usual turns of the operating procedure, begun together on Friday 18 September 2026 at nine. Each waits for its
 * days; the clock goes on when all of them wait.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(3)
class ProcedureTest {
    private static final Instant BEGIN = Instant.parse("2026-09-18T01:00:00Z");
    private static final Duration ALL = Duration.ofSeconds(240);

    /** Remembers whose case is whose. */
    private static final class Cases implements Procedures.Listener {
        private final Map<Integer, String> numbers = new ConcurrentHashMap<>();

        @Override
        public void filed(int row, String caseNo) {
            numbers.put(row, caseNo);
        }

        @Override
        public void told(int row, String caseNo, String text) {}

        @Override
        public void clockMoved(Instant to) {}
    }

    private final Cases cases = new Cases();
    private RunningSystem running;
    private List<Told> procedures;

    @BeforeAll
    void begin() {
        running = RunningSystem.fresh(BEGIN);
        procedures = new Procedures(running.system(), running.doors()).begin(cases);
    }

    @AfterAll
    void end() {
        procedures.forEach(told -> told.thread().interrupt());
        running.closeAndForget();
    }

    private List<String> checksOf(String title) {
        Told told = procedures.stream().filter(t -> t.scenario().title().equals(title)).findFirst()
                .orElseThrow();
        await(title).atMost(ALL).until(told.end()::isDone);
        return told.end().join();
    }

    @Test
    @Order(1)
    void shouldReleaseWhatIsSuppliedLateUnderTolerance() {
        assertThat(checksOf("容缺受理")).hasSize(4);
    }

    @Test
    @Order(2)
    void shouldNotCountAHearingAfterTheHoliday() {
        assertThat(checksOf("特别程序")).contains("二十个工作日法定期限届满日：2026-10-22", "听证不计入，届满日顺延：2026-10-29");
    }

    @Test
    @Order(3)
    void shouldEscalateAfterADayAndAcceptAfterFive() {
        assertThat(checksOf("视为受理")).contains("提醒无效，升级督办", "五个工作日未告知，视为受理");
    }

    @Test
    @Order(4)
    void shouldGiveEachRoundOfCorrectionItsOwnTerms() {
        assertThat(checksOf("三轮补正")).contains("第1轮补正期限届满日：2026-10-15", "第2轮补正期限届满日：2026-10-19",
                "第3轮补正期限届满日：2026-10-20");
    }

    @Test
    @Order(5)
    void shouldExtendOnce() {
        assertThat(checksOf("延期一次")).contains("延期后的届满日：2026-11-05", "再次延期被拒绝：REJECTED");
    }

    @Test
    @Order(6)
    void shouldInspectJointlyWithTwoOfficersOfEachDepartment() {
        assertThat(checksOf("联合勘验")).contains("退回理由：TWO_OFFICERS_NEEDED", "办件总览可见一份共用的勘验结论：通过");
    }

    @Test
    @Order(7)
    void shouldCertifyADeathOnceAndBeforeAnythingElse() {
        assertThat(checksOf("死亡证明二选一")).contains("其余事项都等它", "没有事项先于证明办结");
    }

    @Test
    @Order(8)
    void shouldReopenWhatIsRatedBadAgain() {
        assertThat(checksOf("差评闭环")).contains("再评仍为差评，工单重开：REOPENED", "差评整改率百分之百");
    }

    @Test
    @Order(9)
    void shouldKeepAnIssuedLicenceWhenTheRestIsWithdrawn() {
        assertThat(checksOf("中途撤回")).contains("已作出的许可不受影响：APPROVED", "撤回清单：保留的结果");
    }

    @Test
    @Order(10)
    void shouldArchiveAPackageThatNobodyCanChange() throws IOException {
        assertThat(checksOf("送达归档")).contains("归档包离线检验通过", "改动一个字节后检验不通过");
        String caseNo = cases.numbers.get(procedures.size() - 1);
        byte[] packed = running.doors().download(running.places().result() + "/api/cases/" + caseNo + "/archive",
                LianbanClient.role("LEAD_DEPARTMENT", "610926-shichangjianguan"));

        assertThat(verify(packed)).isZero();
        packed[packed.length / 3] ^= 1;
        assertThat(verify(packed)).as("exit code after one bit is another").isEqualTo(1);
    }

    private static int verify(byte[] packed) throws IOException {
        Path file = Files.createTempFile("archive", ".zip");
        try {
            Files.write(file, packed);
            return new CommandLine(
                    new VerifyCommand(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)))
                    .execute(file.toString());
        } finally {
            Files.delete(file);
        }
    }

    @Test
    @Order(11)
    void shouldLeaveTheBooksInOrder() throws Exception {
        AuditReport report = await().atMost(RunningSystem.PATIENCE).until(() -> running.audit().since(BEGIN),
                AuditReport::clean);
        assertThat(report.cases()).isEqualTo(procedures.size());
        assertThat(report.findings()).isEmpty();
    }
}
