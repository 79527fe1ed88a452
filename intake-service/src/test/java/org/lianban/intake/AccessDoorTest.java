package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.intake.Intake.Response;

class AccessDoorTest {
    private final Intake intake = Intake.running();

    private List<String> log(String caseNo) {
        return intake
                .column("select role || ' ' || actor || ' ' || purpose from intake.access_log where cases @> array['"
                        + caseNo + "'] order by id");
    }

    @Test
    void shouldKeepWhatWasHandedInSealed() {
        String caseNo = intake.received();
        String row = intake.column("select facts || '|' || pack from intake.application where case_no = '" + caseNo
                + "'").getFirst();
        assertThat(row.split("\\|")[1]).startsWith("sm4:");
        assertThat(row).doesNotContain(Fixtures.RESIDENT, "张三丰", "张小宝", "13800000000");
    }

    @Test
    void shouldKeepFormerRoundsSealedToo() {
        String caseNo = intake.submitted();
        intake.post("/api/applications/" + caseNo + "/correction-notice",
                "{\"defects\":[{\"target\":\"form:childName\",\"problem\":\"与出生证不符\"}]}");
        Response again = intake.post("/api/applications/" + caseNo + "/resubmission",
                "{\"form\":{\"childName\":\"张大宝\"}}");
        assertThat(again.status()).as(again.raw().body()).isEqualTo(200);
        assertThat(intake.column("select pack from intake.former_round where case_no = '" + caseNo + "'").getFirst())
                .startsWith("sm4:").doesNotContain(Fixtures.RESIDENT);
    }

    @Test
    void shouldStillReadWhatWasStoredBeforeItWasSealed() throws Exception {
        String caseNo = intake.received();
        String plain = "{\"applicant\":{\"name\":\"王五\",\"idType\":\"RESIDENT_ID\",\"idNumber\":\"" + Fixtures.RESIDENT
                + "\"},\"answers\":{},\"form\":{},\"materials\":[]}";
        try (var connection = intake.database.connect(); var sql = connection.createStatement()) {
            sql.execute("update intake.application set pack = '" + plain + "' where case_no = '" + caseNo + "'");
        }
        assertThat(intake.get("/api/applications/" + caseNo).body().at("/applicant/name").stringValue())
                .isEqualTo("王*");
    }

    @Test
    void shouldShowPersonalDataForAPurposeAndLogIt() {
        String caseNo = intake.received();
        String path = "/api/applications/" + caseNo;
        Response masked = intake.get(path, "Lianban-Role", "WINDOW_CLERK", "Lianban-Actor", "w1");
        assertThat(masked.body().at("/applicant/idNumber").stringValue()).isEqualTo("110***********002X");
        assertThat(masked.raw().headers().firstValue("Lianban-Personal-Data")).hasValue("MASKED");
        assertThat(intake.get(path, "Lianban-Role", "DEPARTMENT_OFFICER", "Lianban-Purpose", "INTAKE").body()
                .at("/applicant/idNumber").stringValue()).contains("***");
        assertThat(intake.get(path, "Lianban-Role", "CATALOG_ADMIN", "Lianban-Purpose", "REVIEW").body()
                .at("/applicant/idNumber").stringValue()).contains("***");
        assertThat(log(caseNo)).isEmpty();

        Response open = intake.get(path, "Lianban-Role", "WINDOW_CLERK", "Lianban-Actor", "w1", "Lianban-Purpose",
                "INTAKE");

        assertThat(open.body().at("/applicant/idNumber").stringValue()).isEqualTo(Fixtures.RESIDENT);
        assertThat(open.raw().headers().firstValue("Lianban-Personal-Data")).hasValue("OPEN");
        assertThat(log(caseNo)).containsExactly("WINDOW_CLERK w1 INTAKE");
    }

    @Test
    void shouldLogWhoReadsAFileAndRefuseWhoSaysNoPurpose() {
        String digest = intake.uploaded();
        String caseNo = intake.received();
        String path = "/api/materials/" + digest + "?caseNo=" + caseNo;
        assertThat(intake.get(path, "Lianban-Role", "DEPARTMENT_OFFICER").status()).isEqualTo(403);
        assertThat(intake.get(path, "Lianban-Role", "OPERATOR", "Lianban-Purpose", "REVIEW").status()).isEqualTo(403);
        assertThat(intake.get(path, "Lianban-Role", "DEPARTMENT_OFFICER", "Lianban-Actor", "o7", "Lianban-Purpose",
                "REVIEW").status()).isEqualTo(200);
        assertThat(intake.get(path, "Lianban-Role", "DEPARTMENT_SYSTEM", "Lianban-Actor", "410721-gongan").status())
                .isEqualTo(200);
        assertThat(log(caseNo)).containsExactly("DEPARTMENT_OFFICER o7 REVIEW",
                "DEPARTMENT_SYSTEM 410721-gongan DEPARTMENT_SYSTEM");
    }

    @Test
    void shouldShowTheLogToAuditorsOnly() {
        String caseNo = intake.received();
        intake.get("/api/applications/" + caseNo, "Lianban-Role", "LEAD_DEPARTMENT", "Lianban-Actor", "lead-1",
                "Lianban-Purpose", "COORDINATION");
        Response log = intake.get("/api/access-log?caseNo=" + caseNo, "Lianban-Role", "AUDITOR");
        assertThat(log.body().at("/items/0/actor").stringValue()).isEqualTo("lead-1");
        assertThat(log.body().at("/items/0/fields").toString()).contains("applicant").doesNotContain("张");
        assertThat(intake.get("/api/access-log?caseNo=" + caseNo, "Lianban-Role", "WINDOW_CLERK").status())
                .isEqualTo(403);
    }
}
