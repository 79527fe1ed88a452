package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.intake.Places.CLERK;
import static org.lianban.intake.Places.HALL;
import static org.lianban.intake.Places.NEIGHBOUR;
import static org.lianban.intake.Places.TYPIST;
import static org.lianban.intake.Places.clerk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lianban.intake.Intake.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class WindowDoorTest {
    private static final String[] AT_HALL = clerk(HALL, CLERK);
    private final Intake intake = Intake.running();

    private static List<String> codes(Response response) {
        List<String> codes = new ArrayList<>();
        response.body().get("faults").forEach(f -> codes.add(f.get("code").stringValue()));
        return codes;
    }

    private Response file(ObjectNode application, String... headers) {
        return intake.post("/api/applications", application, headers);
    }

    @Test
    void shouldReceiveAtRegisteredWindowsOnly() {
        assertThat(file(Places.application(HALL).put("receive", true), AT_HALL).status()).isEqualTo(201);
        assertThat(codes(file(Places.application(null).put("receive", true), "Lianban-Actor", CLERK)))
                .contains("MISSING");
        assertThat(codes(file(Places.application("kiosk").put("receive", true), "Lianban-Actor", CLERK)))
                .contains("UNKNOWN_WINDOW");
        assertThat(codes(file(Places.application(HALL), "Lianban-Actor", "stranger"))).contains("NOT_A_CLERK");
        assertThat(codes(file(Places.application(HALL).put("receive", true), clerk(HALL, TYPIST))))
                .contains("OPERATION_NOT_GIVEN");
        assertThat(codes(file(Places.application(HALL), clerk(Places.REGION + "-zk01", CLERK))))
                .contains("ONE_THING_NOT_HERE");
        assertThat(codes(file(Places.application(Places.REGION + "-fz01"), clerk(Places.REGION + "-fz01", CLERK))))
                .contains("NOT_ITS_PURPOSE");
    }

    @Test
    void shouldTellRightsAndContentsTogether() {
        ObjectNode application = Places.application(HALL);
        application.putObject("form");
        assertThat(codes(file(application, "Lianban-Actor", "stranger"))).contains("NOT_A_CLERK", "MISSING");
    }

    @Test
    void shouldLetOnlyClerksWithTheOperationReceiveAndNotify() {
        String caseNo = file(Places.application(HALL), AT_HALL).text("caseNo");
        String path = "/api/applications/" + caseNo;
        assertThat(codes(intake.post(path + "/receipt", "{}", clerk(HALL, TYPIST))))
                .contains("OPERATION_NOT_GIVEN");
        assertThat(codes(intake.post(path + "/receipt", "{}", clerk("140502-zh02", CLERK)))).contains("OTHER_REGION");
        assertThat(codes(intake.post(path + "/correction-notice",
                "{\"defects\":[{\"target\":\"material:m01\",\"problem\":\"缺页\"}]}", clerk(HALL, TYPIST))))
                .contains("OPERATION_NOT_GIVEN");
        assertThat(intake.post(path + "/receipt", "{}", AT_HALL).status()).isEqualTo(200);
    }

    @Test
    void shouldReceiveForAnotherRegionUnderItsClock() {
        String[] neighbour = clerk(NEIGHBOUR, CLERK);
        Response response = file(Places.application(NEIGHBOUR).put("receive", true), neighbour);
        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
        assertThat(response.text("caseNo")).startsWith(Places.REGION);
        assertThat(response.body().at("/due/intakeDue").stringValue()).isEqualTo("2026-03-02T03:00:00Z");
        JsonNode seen = intake.get("/api/applications/" + response.text("caseNo")).body();
        assertThat(seen.get("window").stringValue()).isEqualTo(NEIGHBOUR);
        assertThat(seen.get("region").stringValue()).isEqualTo(Places.REGION);
        assertThat(codes(file(Places.application("140502-zh02"), clerk("140502-zh02", CLERK))))
                .contains("OTHER_REGION");
    }

    @Test
    void shouldNeverBlockPaperNorAskForANet() {
        Response paper = file(Places.application(HALL).put("receive", true), AT_HALL);
        assertThat(paper.status()).isEqualTo(201);
        assertThat(paper.text("state")).isEqualTo("RECEIVED");
    }

    @Test
    void shouldRecordEveryOperationWithItsClerk() {
        String caseNo = file(Places.application(HALL), clerk(HALL, TYPIST)).text("caseNo");
        String path = "/api/applications/" + caseNo;
        intake.upload(("%PDF-1.7 " + caseNo).getBytes(java.nio.charset.StandardCharsets.UTF_8), "application/pdf",
                AT_HALL);
        intake.post(path + "/receipt", "{}", AT_HALL);
        intake.post(path + "/originals/transfer", "{\"receiver\":\"李警官\"}", AT_HALL);
        intake.post(path + "/withdrawal", "{}");
        intake.post(path + "/originals/return",
                "{\"receiver\":\"张三丰\",\"courier\":{\"company\":\"中国邮政\",\"number\":\"EA123456\"}}", AT_HALL);
        Response gathered = intake.post("/api/windows/" + HALL + "/operations",
                "{\"operation\":\"GATHER\",\"caseNo\":\"" + caseNo + "\"}", AT_HALL);
        assertThat(gathered.status()).as(gathered.raw().body()).isEqualTo(200);
        assertThat(intake.column("select operation || ' ' || clerk from intake.window_operation where case_no = '"
                + caseNo + "' order by 1")).containsExactly("DISTRIBUTE c1", "ENTER c2", "FEED_BACK c1", "GATHER c1",
                        "RECEIVE c1");
        assertThat(intake.column("select distinct operation from intake.window_operation where case_no is null"))
                .containsExactly("UPLOAD");
    }

    @Test
    void shouldRecordNothingWhereNoWindowIsRegistered() {
        String before = intake.column("select count(*) from intake.window_operation").getFirst();
        intake.received();
        assertThat(intake.column("select count(*) from intake.window_operation")).containsExactly(before);
    }

    @Test
    void shouldRefuseOperationsThatAreNotTheClerks() {
        String caseNo = file(Places.application(HALL), AT_HALL).text("caseNo");
        String body = "{\"operation\":\"GATHER\",\"caseNo\":\"" + caseNo + "\"}";
        String path = "/api/windows/" + HALL + "/operations";
        assertThat(intake.post(path, body, clerk(HALL, TYPIST)).status()).isEqualTo(403);
        assertThat(intake.post(path, body, "Lianban-Role", "APPLICANT").status()).isEqualTo(403);
        assertThat(intake.post("/api/windows/nowhere/operations", body, AT_HALL).status()).isEqualTo(404);
        assertThat(codes(intake.post(path, "{\"operation\":\"STEAL\",\"caseNo\":\"1\"}", AT_HALL)))
                .containsExactlyInAnyOrder("UNKNOWN", "MALFORMED");
        assertThat(codes(intake.upload("%PDF-1.7 unknown".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "application/pdf", clerk(HALL, "stranger")))).contains("NOT_A_CLERK");
    }

    @Test
    void shouldCountVolumePerWindowAndHour() {
        file(Places.application(HALL).put("receive", true), AT_HALL);
        JsonNode volumes = intake.get("/api/windows/volumes?region=" + Places.REGION
                + "&from=2026-03-02T00:00:00Z&until=2026-03-03T00:00:00Z").body().get("items");
        Set<String> operations = new TreeSet<>();
        volumes.forEach(v -> {
            assertThat(v.get("window").stringValue()).startsWith(Places.REGION);
            operations.add(v.get("operation").stringValue());
            if (v.get("operation").stringValue().equals("RECEIVE")) {
                assertThat(v.get("hour").stringValue()).isEqualTo("2026-03-02T01:00:00Z");
                assertThat(v.get("count").longValue()).isPositive();
            }
        });
        assertThat(operations).contains("ENTER", "RECEIVE");
        assertThat(intake.get("/api/windows/volumes?region=410782&from=x&until=2026-03-03T00:00:00Z").status())
                .isEqualTo(400);
        assertThat(intake.get("/api/windows/volumes?region=410782&from=2026-01-01T00:00:00Z&until=2026-03-03T00:00:00Z")
                .status()).isEqualTo(400);
    }
}
