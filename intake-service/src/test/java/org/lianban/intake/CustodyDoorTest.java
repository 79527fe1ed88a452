package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.intake.Intake.codes;
import static org.lianban.intake.Places.CLERK;
import static org.lianban.intake.Places.HALL;
import static org.lianban.intake.Places.clerk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.intake.Intake.Response;
import tools.jackson.databind.JsonNode;

class CustodyDoorTest {
    private static final String EVENTS = "lianban.intake.events.v1";
    private static final String[] AT_HALL = clerk(HALL, CLERK);
    private final Intake intake = Intake.running();

    @AfterEach
    void resetClock() {
        Intake.NOW.set(Intake.MONDAY_NINE);
    }

    private String filed(boolean receive) {
        Response response = intake.post("/api/applications", Places.application(HALL).put("receive", receive), AT_HALL);
        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
        return response.text("caseNo");
    }

    private Response post(String caseNo, String what, Object body, String... headers) {
        return intake.post("/api/applications/" + caseNo + "/" + what, body, headers);
    }

    private List<String> types(String caseNo, int atLeast) {
        intake.events(caseNo, atLeast);
        return intake.published(EVENTS, caseNo).stream().map(Intake::headers)
                .map(h -> h.get("ce_type").replaceAll("org.lianban.intake.|.v1", "") + "#" + h.get("ce_sequence"))
                .toList();
    }

    private static String sm3(byte[] content) {
        SM3Digest digest = new SM3Digest();
        digest.update(content, 0, content.length);
        byte[] out = new byte[32];
        digest.doFinal(out, 0);
        return "sm3:" + java.util.HexFormat.of().formatHex(out);
    }

    private String uploaded(String text) {
        return intake.upload(text.getBytes(StandardCharsets.UTF_8), "application/pdf").text("digest");
    }

    /** Uploads a copy of m01 and has the clerk answer for it. */
    private String attested(String caseNo, String text) {
        String digest = uploaded(text);
        post(caseNo, "materials/m01/attestation",
                "{\"digest\":\"" + digest + "\",\"consistent\":true,\"original\":\"KEPT\"}", AT_HALL);
        return digest;
    }

    @Test
    void shouldTakePaperFromTheWindowToTheLead() {
        String caseNo = filed(true);
        JsonNode held = intake.get("/api/applications/" + caseNo + "/originals").body();
        assertThat(held.at("/originals/0/status").stringValue()).isEqualTo("HELD_AT_WINDOW");
        assertThat(held.at("/originals/0/holder").stringValue()).isEqualTo(HALL);

        Response response = post(caseNo, "originals/transfer",
                "{\"receiver\":\"李警官\",\"courier\":{\"company\":\"中国邮政\",\"number\":\"EA123456789CN\"}}", AT_HALL);

        assertThat(response.status()).as(response.raw().body()).isEqualTo(200);
        assertThat(response.body().at("/originals/1/status").stringValue()).isEqualTo("TRANSFERRED_TO_LEAD");
        assertThat(types(caseNo, 3)).containsExactly("CaseSubmitted#1", "CaseReceived#2", "OriginalsTransferred#3");
        JsonNode event = intake.events(caseNo, 3).get(2);
        assertThat(event.get("materials").toString()).isEqualTo("[\"m01\",\"m02\"]");
        assertThat(event.get("from").stringValue()).isEqualTo(HALL);
        assertThat(event.get("to").stringValue()).isEqualTo(Places.LEAD);
        assertThat(event.get("receiver").stringValue()).isEqualTo("李警官");
        assertThat(Intake.headers(intake.published(EVENTS, caseNo).get(2))).containsEntry("ce_actor",
                "WINDOW_CLERK:c1@" + HALL);

        Response kept = post(caseNo, "originals/retention", "{\"place\":\"2 排 3 柜\"}", "Lianban-Role",
                "LEAD_DEPARTMENT", "Lianban-Actor", Places.LEAD);
        assertThat(kept.body().at("/originals/0/status").stringValue()).isEqualTo("RETAINED");
        assertThat(kept.body().at("/acts/1/place").stringValue()).isEqualTo("2 排 3 柜");
        assertThat(intake.column("select act from intake.custody_act where case_no = '" + caseNo + "'"))
                .hasSize(2).allSatisfy(act -> assertThat(act).startsWith("sm4:"));
    }

    @Test
    void shouldReturnAfterAWithdrawalWhatTheTaskListNames() {
        String caseNo = filed(true);
        post(caseNo, "originals/transfer", "{\"materials\":[\"m01\"],\"receiver\":\"李警官\"}", AT_HALL);
        assertThat(post(caseNo, "originals/return", "{\"receiver\":\"张三丰\",\"signature\":\"" + uploaded("%PDF-签收")
                + "\"}", AT_HALL).text("code")).isEqualTo("STILL_HANDLED");
        post(caseNo, "withdrawal", "{}");

        assertThat(task(caseNo).get("materials").toString()).isEqualTo("[\"m01\",\"m02\"]");
        assertThat(task(caseNo).at("/holders/m01").stringValue()).isEqualTo(Places.LEAD);
        Response back = post(caseNo, "originals/return",
                "{\"receiver\":\"张三丰\",\"signature\":\"" + uploaded("%PDF-签收") + "\"}", AT_HALL);

        assertThat(back.status()).as(back.raw().body()).isEqualTo(200);
        assertThat(back.body().at("/originals/0/status").stringValue()).isEqualTo("RETURNED");
        assertThat(back.raw().body()).contains("张**").doesNotContain("张三丰");
        assertThat(types(caseNo, 5)).endsWith("CaseWithdrawn#4", "OriginalsReturned#5");
        assertThat(intake.events(caseNo, 5).get(4).get("receiver").stringValue()).isEqualTo("张**");
        assertThat(task(caseNo).isMissingNode()).isTrue();
    }

    private JsonNode task(String caseNo) {
        String after = "";
        do {
            JsonNode page = intake.get("/api/originals/returns?region=410782&limit=3&after=" + after).body();
            for (JsonNode task : page.get("items")) {
                if (task.get("caseNo").stringValue().equals(caseNo)) {
                    return task;
                }
            }
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void shouldRepeatAHandoverWithTheSameKeyAndRefuseBadOnes() {
        String caseNo = filed(true);
        String body = "{\"receiver\":\"李警官\"}";
        String[] keyed = clerk(HALL, CLERK, "Idempotency-Key", "hand-" + caseNo);
        assertThat(post(caseNo, "originals/transfer", body, keyed).status()).isEqualTo(200);
        assertThat(post(caseNo, "originals/transfer", body, keyed).raw().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(post(caseNo, "originals/transfer", body, AT_HALL).status()).isEqualTo(409);

        Response faults = post(caseNo, "originals/transfer",
                "{\"materials\":[7,\"m09\"],\"to\":5,\"courier\":{\"number\":\"?\"}}", AT_HALL);
        assertThat(faults.status()).isEqualTo(422);
        assertThat(codes(faults)).containsExactlyInAnyOrder("/materials/0 WRONG_TYPE", "/to WRONG_TYPE",
                "/receiver MISSING", "/courier/number MALFORMED", "/courier/company MISSING");
        assertThat(post(caseNo, "originals/transfer", "[", AT_HALL).status()).isEqualTo(400);
        assertThat(post("x", "originals/transfer", body, AT_HALL).status()).isEqualTo(404);
        assertThat(post(caseNo, "originals/retention", "{\"place\":\"柜\"}", AT_HALL).status()).isEqualTo(403);
        assertThat(intake.get("/api/applications/41078220260302YJS9999990/originals").status()).isEqualTo(404);
    }

    @Test
    void shouldLetOnlyClerksOfARegisteredWindowHandOver() {
        String caseNo = filed(true);
        Response stranger = post(caseNo, "originals/transfer", "{\"receiver\":\"李警官\"}", clerk(HALL, "stranger"));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(codes(stranger)).containsExactly("Lianban-Actor NOT_A_CLERK");
        assertThat(codes(post(caseNo, "originals/transfer", "{\"receiver\":\"李警官\"}",
                clerk(HALL, Places.TYPIST)))).containsExactly("Lianban-Actor OPERATION_NOT_GIVEN");
        assertThat(post(caseNo, "originals/transfer", "{\"receiver\":\"李警官\"}", "Lianban-Role", "APPLICANT").status())
                .isEqualTo(403);
    }

    @Test
    void shouldSendTheAttestedCopyToAllDepartmentsWithTheReceipt() {
        String caseNo = filed(false);
        byte[] scan = ("%PDF-1.7 扫描 " + caseNo).getBytes(StandardCharsets.UTF_8);
        String digest = intake.upload(scan, "application/pdf").text("digest");

        Response attested = post(caseNo, "materials/m01/attestation",
                "{\"digest\":\"" + digest + "\",\"consistent\":true,\"original\":\"KEPT\"}", AT_HALL);

        assertThat(attested.status()).as(attested.raw().body()).isEqualTo(200);
        assertThat(attested.text("sm3")).isEqualTo(sm3(scan));
        assertThat(attested.text("clerk")).isEqualTo("WINDOW_CLERK:c1@" + HALL);
        assertThat(post(caseNo, "receipt", "{}", AT_HALL).status()).isEqualTo(200);
        JsonNode material = intake.events(caseNo, 2).get(1).at("/pack/materials/0");
        assertThat(material.get("form").stringValue()).isEqualTo("ELECTRONIC");
        assertThat(material.get("digest").stringValue()).isEqualTo(digest);
        assertThat(material.get("sm3").stringValue()).isEqualTo(sm3(scan));
        assertThat(material.get("trust").stringValue()).isEqualTo("B");
        JsonNode originals = intake.get("/api/applications/" + caseNo + "/originals").body().get("originals");
        assertThat(originals).hasSize(2);
        assertThat(originals.get(0).get("material").stringValue()).isEqualTo("m01");
    }

    @Test
    void shouldTraceALaterMismatchToTheClerk() throws Exception {
        String caseNo = filed(true);
        byte[] scan = ("%PDF-1.7 原样 " + caseNo).getBytes(StandardCharsets.UTF_8);
        String digest = intake.upload(scan, "application/pdf").text("digest");
        post(caseNo, "materials/m01/attestation",
                "{\"digest\":\"" + digest + "\",\"consistent\":true,\"original\":\"SHOWN\"}", AT_HALL);
        JsonNode good = intake.get("/api/applications/" + caseNo + "/attestations/verify").body().at("/checks/0");
        assertThat(good.get("matches").booleanValue()).isTrue();

        Path file = intake.files().path(digest);
        byte[] stored = Files.readAllBytes(file);
        stored[stored.length - 1] ^= 1;
        Files.write(file, stored);

        JsonNode bad = intake.get("/api/applications/" + caseNo + "/attestations/verify").body().at("/checks/0");
        assertThat(bad.get("matches").booleanValue()).isFalse();
        assertThat(bad.get("attested").stringValue()).isEqualTo(sm3(scan));
        assertThat(bad.path("found").asString("")).isNotEqualTo(sm3(scan));
        assertThat(bad.get("clerk").stringValue()).isEqualTo("WINDOW_CLERK:c1@" + HALL);
        Files.delete(file);
        assertThat(intake.get("/api/applications/" + caseNo + "/attestations/verify").body().at("/checks/0/matches")
                .booleanValue()).isFalse();
    }

    @Test
    void shouldRefuseToAttestWhatIsNotThere() {
        String caseNo = filed(false);
        String digest = uploaded("%PDF-1.7 x" + caseNo);
        String good = "{\"digest\":\"" + digest + "\",\"consistent\":true,\"original\":\"KEPT\"}";
        assertThat(codes(post(caseNo, "materials/m09/attestation", good, AT_HALL)))
                .containsExactly("?code NOT_HANDED_IN");
        assertThat(codes(post(caseNo, "materials/m01/attestation", good.replace(digest, "sha256:" + "0".repeat(64)),
                AT_HALL))).containsExactly("/digest NOT_UPLOADED");
        assertThat(
                codes(post(caseNo, "materials/m01/attestation", "{\"digest\":\"x\",\"original\":\"LOST\"}", AT_HALL)))
                .containsExactlyInAnyOrder("/digest MALFORMED", "/original UNKNOWN");
        assertThat(codes(post(caseNo, "materials/m01/attestation", good.replace("true", "false"), AT_HALL)))
                .containsExactly("/consistent NOT_CONFIRMED");
        assertThat(post(caseNo, "materials/m01/attestation", good, "Lianban-Role", "APPLICANT").status())
                .isEqualTo(403);
        String png = intake.upload(java.util.HexFormat.of().parseHex("89504e470d0a1a0a00"), "image/png").text("digest");
        assertThat(codes(post(caseNo, "materials/m01/attestation", good.replace(digest, png), AT_HALL)))
                .containsExactly("/digest WRONG_MEDIA_TYPE");
    }

    @Test
    void shouldShowInspectorsTheCopyAndWhoKeepsTheOriginalAndNothingMore() {
        String caseNo = filed(false);
        String digest = attested(caseNo, "%PDF-1.7 检查 " + caseNo);
        post(caseNo, "receipt", "{}", AT_HALL);
        post(caseNo, "originals/transfer", "{\"receiver\":\"李警官\"}", AT_HALL);
        String[] inspector = {"Lianban-Role", "INSPECTOR", "Lianban-Actor", "i-1", "Lianban-Purpose", "INSPECTION"};

        JsonNode seen = intake.get("/api/inspections/" + caseNo, inspector).body().at("/materials/0");

        assertThat(seen.get("copy").stringValue()).isEqualTo("/api/materials/" + digest);
        assertThat(seen.get("custody").stringValue()).isEqualTo("TRANSFERRED_TO_LEAD");
        assertThat(seen.get("custodian").stringValue()).isEqualTo(Places.LEAD);
        assertThat(intake.get("/api/materials/" + digest, inspector).status()).isEqualTo(200);
        assertThat(intake.get("/api/inspections/" + caseNo, "Lianban-Role", "INSPECTOR").status()).isEqualTo(403);
        assertThat(intake.get("/api/inspections/" + caseNo, "Lianban-Role", "DEPARTMENT_OFFICER", "Lianban-Purpose",
                "INSPECTION").status()).isEqualTo(403);
        for (String what : List.of("originals/transfer", "originals/retention", "originals/return")) {
            String body = "{\"" + (what.endsWith("retention") ? "place" : "receiver") + "\":\"检查组\"}";
            assertThat(post(caseNo, what, body, inspector).status()).as(what).isEqualTo(403);
        }
        assertThat(intake.column("select count(*) from intake.access_log where actor = 'i-1' and cases @> array['"
                + caseNo + "']")).containsExactly("1");
    }

    @Test
    void shouldLogWhatIsPrinted() {
        String caseNo = filed(false);
        String digest = attested(caseNo, "%PDF-1.7 打印 " + caseNo);
        String[] officer = {"Lianban-Role", "DEPARTMENT_OFFICER", "Lianban-Actor", "o-1"};
        assertThat(post(caseNo, "prints", "{\"materials\":[\"m01\"],\"copies\":2,\"purpose\":\"医保留档\"}", officer)
                .status()).isEqualTo(200);
        assertThat(codes(post(caseNo, "prints", "{\"materials\":[\"m02\"],\"purpose\":\"留档\"}", officer)))
                .containsExactly("/materials/0 NO_COPY");
        assertThat(codes(post(caseNo, "prints", "{\"copies\":1000}", officer))).containsExactlyInAnyOrder(
                "/materials MISSING", "/copies OUT_OF_RANGE", "/purpose MISSING");
        JsonNode prints = intake.get("/api/applications/" + caseNo + "/prints").body().get("prints");
        assertThat(prints).hasSize(1);
        assertThat(prints.at("/0/by").stringValue()).isEqualTo("DEPARTMENT_OFFICER:o-1");
        assertThat(prints.at("/0/copies").intValue()).isEqualTo(2);
    }
}
