package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.intake.Intake.codes;
import static org.lianban.intake.Places.CLERK;
import static org.lianban.intake.Places.NEIGHBOUR;
import static org.lianban.intake.Places.clerk;

import org.junit.jupiter.api.Test;
import org.lianban.intake.Intake.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class TicketDoorTest {
    private static final String[] ADVISER = {"Lianban-Role", "WINDOW_CLERK", "Lianban-Actor", "w1-3"};
    private static final String[] SOURCE = {"Lianban-Role", "DEPARTMENT_OFFICER", "Lianban-Actor", "o-1",
            "Lianban-On-Behalf-Of", Places.LEAD};
    private final Intake intake = Intake.running();

    private ObjectNode question() {
        ObjectNode body = Fixtures.JSON.createObjectNode().put("region", Fixtures.REGION).put("oneThing", "XX-09")
                .put("channel", "PHONE").put("kind", "PRE_CHECK").put("topic", "落户材料").put("question", "要带什么？")
                .put("name", "张女士").put("phone", "13800001234");
        body.putArray("materials").add(intake.uploaded());
        return body;
    }

    @Test
    void shouldAnswerAPreCheckWithoutStartingAnything() {
        String before = intake.column("select count(*) from intake.application").getFirst();
        Response opened = intake.post("/api/consultations", question(), ADVISER);
        assertThat(opened.status()).as(opened.raw().body()).isEqualTo(201);
        String path = "/api/consultations/" + opened.text("number");
        assertThat(opened.text("firstContact")).isEqualTo("WINDOW_CLERK:w1-3");
        assertThat(intake.post(path + "/answer", "{\"text\":\"齐全\"}", ADVISER).status()).isEqualTo(409);
        assertThat(intake.post(path + "/adviser", "{\"adviser\":\"w2-1\"}", ADVISER).text("state"))
                .isEqualTo("ADVISING");
        Response answered = intake.post(path + "/answer", "{\"text\":\"材料齐全\",\"ready\":true}", ADVISER);
        assertThat(answered.body().at("/answer/ready").booleanValue()).isTrue();
        assertThat(intake.post(path + "/question", "{\"question\":\"还要什么？\"}").text("state")).isEqualTo("ADVISING");
        intake.post(path + "/answer", "{\"text\":\"不用了\"}", ADVISER);
        assertThat(intake.post(path + "/closure", "{}").text("state")).isEqualTo("CLOSED");
        assertThat(intake.post(path + "/closure", "{}").status()).isEqualTo(409);
        assertThat(intake.column("select count(*) from intake.application")).containsExactly(before);
    }

    @Test
    void shouldShowWhoAsksForAPurposeOnly() {
        String number = intake.post("/api/consultations", question(), ADVISER).text("number");
        String path = "/api/consultations/" + number;
        assertThat(intake.get(path).body().at("/enquirer/phone").stringValue()).isEqualTo("138****1234");
        JsonNode open = intake.get(path, "Lianban-Role", "WINDOW_CLERK", "Lianban-Actor", "w9", "Lianban-Purpose",
                "CALLBACK").body();
        assertThat(open.at("/enquirer/phone").stringValue()).isEqualTo("13800001234");
        assertThat(intake.column("select purpose from intake.access_log where actor = 'w9' and cases @> array['"
                + number + "']")).containsExactly("CALLBACK");
        assertThat(intake.column("select body from intake.ticket where number = '" + number + "'").getFirst())
                .startsWith("sm4:");
        assertThat(intake.get("/api/consultations?region=410721&oneThing=XX-09&limit=200").raw().body())
                .contains(number).doesNotContain("13800001234");
    }

    @Test
    void shouldRefuseBadConsultations() {
        assertThat(codes(intake.post("/api/consultations",
                "{\"region\":\"1\",\"channel\":\"FAX\",\"kind\":\"PRE_CHECK\",\"question\":7}")))
                .containsExactlyInAnyOrder("/region MALFORMED", "/oneThing MISSING", "/channel UNKNOWN",
                        "/topic MISSING", "/question WRONG_TYPE", "/name MISSING");
        assertThat(codes(intake.post("/api/consultations",
                "{\"region\":\"410721\",\"oneThing\":\"XX-09\",\"channel\":\"PHONE\",\"kind\":\"PRE_CHECK\","
                        + "\"topic\":\"材料\",\"question\":\"齐了吗\",\"name\":\"张女士\"}")))
                .containsExactly("/materials MISSING");
        assertThat(intake.post("/api/consultations/x/adviser", "{}", ADVISER).status()).isEqualTo(404);
        assertThat(intake.post("/api/consultations/x/adviser", "{}", "Lianban-Role", "APPLICANT").status())
                .isEqualTo(403);
        assertThat(intake.get("/api/consultations/x").status()).isEqualTo(404);
        assertThat(intake.get("/api/consultations?region=410721&limit=0").status()).isEqualTo(400);
    }

    @Test
    void shouldSendADataObjectionToItsSource() {
        String caseNo = intake.received();
        String body = "{\"region\":\"410721\",\"caseNo\":\"" + caseNo + "\",\"source\":\"" + Places.LEAD
                + "\",\"subject\":\"户籍地址\",\"shown\":\"小冀镇1号\",\"claimed\":\"小冀镇11号\"}";
        Response opened = intake.post("/api/objections", body);
        assertThat(opened.status()).as(opened.raw().body()).isEqualTo(201);
        assertThat(opened.raw().body()).doesNotContain("小冀镇");
        String path = "/api/objections/" + opened.text("number");
        assertThat(intake.post(path + "/finding", "{\"step\":\"CORRECT\",\"text\":\"已更正\"}", "Lianban-Role",
                "DEPARTMENT_OFFICER", "Lianban-Actor", "o-2", "Lianban-On-Behalf-Of", "410721-yibao").status())
                .isEqualTo(403);
        assertThat(codes(intake.post(path + "/finding", "{\"step\":\"CORRECT\"}", SOURCE)))
                .containsExactly("/text MISSING");
        assertThat(intake.post(path + "/finding", "{\"step\":\"ACKNOWLEDGE\"}", SOURCE).text("state"))
                .isEqualTo("VERIFYING");
        assertThat(intake.post(path + "/finding", "{\"step\":\"CORRECT\",\"text\":\"已更正\"}", SOURCE).text("state"))
                .isEqualTo("CORRECTED");
        assertThat(intake.post(path + "/finding", "{\"step\":\"UPHOLD\",\"text\":\"无误\"}", SOURCE).status())
                .isEqualTo(409);
        JsonNode open = intake.get(path, "Lianban-Role", "DEPARTMENT_OFFICER", "Lianban-Purpose", "REVIEW").body();
        assertThat(open.get("claimed").stringValue()).isEqualTo("小冀镇11号");
        assertThat(intake.get("/api/objections?region=410721&source=" + Places.LEAD + "&state=CORRECTED&limit=200")
                .raw().body()).contains(opened.text("number"));
    }

    @Test
    void shouldRefuseBadObjections() {
        assertThat(codes(intake.post("/api/objections",
                "{\"region\":\"410721\",\"caseNo\":\"7\",\"source\":\"410721-nobody\",\"evidence\":\"x\"}")))
                .containsExactlyInAnyOrder("/caseNo MALFORMED", "/subject MISSING", "/shown MISSING",
                        "/claimed MISSING", "/evidence MALFORMED");
        assertThat(codes(intake.post("/api/objections", "{\"region\":\"410721\",\"source\":\"410721-nobody\","
                + "\"caseNo\":\"41072120260302YJS0000010\",\"subject\":\"婚姻\",\"shown\":\"无\",\"claimed\":\"有\"}")))
                .containsExactlyInAnyOrder("/caseNo MALFORMED", "/source UNKNOWN");
        assertThat(intake.get("/api/objections/x").status()).isEqualTo(404);
    }

    @Test
    void shouldFollowAParcelToAWindowOfAnotherRegion() {
        String body = "{\"region\":\"" + Places.REGION + "\",\"window\":\"" + NEIGHBOUR + "\",\"oneThing\":\""
                + Places.CODE + "\",\"sender\":\"张三丰\",\"phone\":\"13800001234\",\"courier\":{\"company\":\"中国邮政\","
                + "\"number\":\"EA123456789CN\"},\"materials\":[\"m01\"]}";
        Response announced = intake.post("/api/parcels", body);
        assertThat(announced.status()).as(announced.raw().body()).isEqualTo(201);
        assertThat(announced.raw().body()).doesNotContain("张三丰", "13800001234");
        String path = "/api/parcels/" + announced.text("number");
        assertThat(intake.post(path + "/arrival", "{}", clerk(NEIGHBOUR, "stranger")).status()).isEqualTo(403);
        assertThat(intake.post(path + "/arrival", "{}", "Lianban-Role", "APPLICANT").status()).isEqualTo(403);
        Response arrived = intake.post(path + "/arrival", "{}", clerk(NEIGHBOUR, CLERK));
        assertThat(arrived.text("state")).isEqualTo("ARRIVED");
        assertThat(arrived.text("arrivedBy")).isEqualTo("WINDOW_CLERK:c1@" + NEIGHBOUR);
        String caseNo = intake.post("/api/applications", Places.application(NEIGHBOUR).put("receive", true),
                clerk(NEIGHBOUR, CLERK)).text("caseNo");
        assertThat(intake.post(path + "/case", "{\"caseNo\":\"" + caseNo + "\"}", clerk(NEIGHBOUR, CLERK))
                .text("state")).isEqualTo("FILED");
        assertThat(intake.post(path + "/sending-back",
                "{\"courier\":{\"company\":\"中国邮政\",\"number\":\"EA987654321CN\"}}", clerk(NEIGHBOUR, CLERK)).status())
                .isEqualTo(409);
        assertThat(codes(intake.post("/api/parcels", "{\"region\":\"410782\"}"))).containsExactlyInAnyOrder(
                "/window MISSING", "/oneThing MISSING", "/sender MISSING", "/courier MISSING");
        assertThat(intake.get(path).text("state")).isEqualTo("FILED");
        assertThat(intake.get("/api/parcels?region=" + Places.REGION + "&window=" + NEIGHBOUR).raw().body())
                .contains(announced.text("number"));
    }
}
