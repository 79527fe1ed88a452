package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ProvinceDoorTest {
    private static final String TOPIC = "province.applications.v1";
    private static final String REPLIES = "province.application-replies.v1";
    private final Intake intake = Intake.running();

    private ObjectNode application(String provinceNo) {
        ObjectNode application = Fixtures.electronic(Fixtures.application(), intake.uploaded());
        application.remove(List.of("channel", "window", "receive"));
        return application.put("provinceNo", provinceNo).put("submittedAt", "2026-03-02T08:40:00+08:00");
    }

    private static String number() {
        return "HN" + UUID.randomUUID();
    }

    private List<JsonNode> replies(String subject, int atLeast) {
        await().atMost(Duration.ofSeconds(20)).until(() -> intake.published(REPLIES, subject).size() >= atLeast);
        return intake.published(REPLIES, subject).stream().map(r -> Fixtures.JSON.readTree(r.value())).toList();
    }

    private static List<String> codes(JsonNode reply) {
        List<String> codes = new ArrayList<>();
        reply.get("faults").forEach(f -> codes.add(f.get("pointer").stringValue() + " " + f.get("code").stringValue()));
        return codes;
    }

    @Test
    void shouldReceiveWhatPassesEveryCheckAndReplyTheSameForEver() {
        String no = number();
        intake.publish(TOPIC, no, application(no).toString(), Map.of("ce_source", "/henan/zwfw"));
        JsonNode reply = replies(no, 1).getFirst();
        assertThat(reply.get("accepted").booleanValue()).as(reply.toString()).isTrue();
        assertThat(reply.get("state").stringValue()).isEqualTo("RECEIVED");
        assertThat(reply.get("intakeDue").stringValue()).isEqualTo("2026-03-02T02:40:00Z");
        String caseNo = reply.get("caseNo").stringValue();
        JsonNode shown = intake.get("/api/applications/" + caseNo).body();
        assertThat(shown.get("provinceNo").stringValue()).isEqualTo(no);
        assertThat(shown.get("channel").stringValue()).isEqualTo("PROVINCE");

        // members in another order are the same message; another content under the number is not
        ObjectNode reordered = Fixtures.JSON.createObjectNode();
        List<String> names = new ArrayList<>(application(no).propertyNames());
        names.reversed().forEach(name -> reordered.set(name, application(no).get(name)));
        intake.publish(TOPIC, no, reordered.toString(), Map.of());
        intake.publish(TOPIC, no, application(no).put("oneThing", "XX-01").toString(), Map.of());
        List<JsonNode> all = replies(no, 3);
        assertThat(all.get(1)).isEqualTo(reply);
        assertThat(all.get(2).get("accepted").booleanValue()).isFalse();
        assertThat(codes(all.get(2))).containsExactly("/provinceNo REUSED");
        assertThat(all.get(2).get("caseNo").stringValue()).isEqualTo(caseNo);
        assertThat(intake.published(REPLIES, no).stream().map(Intake::headers))
                .allSatisfy(h -> assertThat(h).containsEntry("ce_type", "org.lianban.province.ApplicationReply.v1")
                        .containsEntry("ce_source", "/lianban/province").containsEntry("ce_subject", no))
                .extracting(h -> h.get("ce_sequence")).containsExactly("1", "2", "3");
        assertThat(intake.column("select case_no from intake.application where facts like '%" + no + "%'"))
                .containsExactly(caseNo);
    }

    @Test
    void shouldListEveryFaultAndTakeTheCorrectedMessageUnderTheSameNumber() {
        String no = number();
        ObjectNode faulty = application(no).put("submittedAt", "yesterday");
        faulty.putObject("form").put("phone", "1");
        faulty.remove("applicant");
        intake.publish(TOPIC, no, faulty.toString(), Map.of());
        intake.publish(TOPIC, no, application(no).toString(), Map.of());
        List<JsonNode> replies = replies(no, 2);
        assertThat(codes(replies.get(0))).containsExactlyInAnyOrder("/submittedAt MALFORMED", "/applicant MISSING",
                "/form/childName MISSING", "/form/phone MALFORMED");
        assertThat(replies.get(1).get("accepted").booleanValue()).isTrue();
    }

    @Test
    void shouldAnswerByCorrelationAndQuarantineWhatCannotBeAnswered() {
        String id = "m-" + UUID.randomUUID();
        String after = number();
        String key = UUID.randomUUID().toString();
        intake.publish(TOPIC, key, "{\"provinceNo\":", Map.of("ce_id", id));
        intake.publish(TOPIC, key, "no json " + key, Map.of());
        intake.publish(TOPIC, key, application(after).toString(), Map.of());
        assertThat(codes(replies(id, 1).getFirst())).containsExactly(" NOT_JSON");
        assertThat(replies(after, 1).getFirst().get("accepted").booleanValue()).isTrue();
        assertThat(intake.column("select reason from intake.quarantine where value = 'no json " + key + "'").getFirst())
                .contains("no address for a reply");
    }

    @Test
    void shouldAnswerAMessageThatHasNoNumberOfTheProvince() {
        String id = "m-" + UUID.randomUUID();
        ObjectNode application = application("x");
        application.remove("provinceNo");
        intake.publish(TOPIC, id, application.toString(), Map.of("ce_id", id));
        assertThat(codes(replies(id, 1).getFirst())).containsExactly("/provinceNo MISSING");
    }

    @Test
    void shouldTakeToleranceAndPriorityByTheSameRules() {
        String digest = intake.uploaded();
        ObjectNode application = RichThing.promising(RichThing.application(), "m02", "DEFER", "c1", 2)
                .put("priority", "老年人").put("test", true).put("provinceNo", number());
        application.remove(List.of("channel", "window", "receive"));
        var materials = application.putArray("materials");
        for (String code : List.of("m01", "m03", "m04", "m05")) {
            materials.addObject().put("code", code).put("form", "ELECTRONIC").put("digest", digest);
        }
        String good = application.get("provinceNo").stringValue();
        intake.publish(TOPIC, good, application.toString(), Map.of());
        JsonNode reply = replies(good, 1).getFirst();
        assertThat(reply.get("accepted").booleanValue()).as(reply.toString()).isTrue();
        JsonNode shown = intake.get("/api/applications/" + reply.get("caseNo").stringValue()).body();
        assertThat(shown.at("/extras/debts/0/state").stringValue()).isEqualTo("OWED");
        assertThat(shown.at("/extras/priority").stringValue()).isEqualTo("老年人");
        assertThat(shown.get("extras").has("test")).isFalse();
        String bad = number();
        ((ObjectNode) application.get("commitments").get(0)).put("textVersion", 9);
        intake.publish(TOPIC, bad, application.put("provinceNo", bad).toString(), Map.of());
        assertThat(codes(replies(bad, 1).getFirst())).containsExactly("/commitments/0/textId OTHER_TEXT");
    }

    /** Two numbers that differ in half a character only were one key to the database, and stopped the partition. */
    @Test
    void shouldRefuseNumbersWithHalfACharacterAndAnswerWhatIsBehindThem() {
        String key = UUID.randomUUID().toString();
        String first = "m-" + UUID.randomUUID();
        String second = "m-" + UUID.randomUUID();
        String after = number();
        String half = number() + "HALF";
        intake.publish(TOPIC, key, application(half).toString().replace("HALF", "\\ud842"), Map.of("ce_id", first));
        intake.publish(TOPIC, key, application(half).toString().replace("HALF", "\\ud843"), Map.of("ce_id", second));
        intake.publish(TOPIC, key, application(half).toString().replace("HALF", "\\ud842"), Map.of());
        intake.publish(TOPIC, key, application(after).toString(), Map.of());
        assertThat(codes(replies(first, 1).getFirst())).containsExactly("/provinceNo UNCLEAN");
        assertThat(codes(replies(second, 1).getFirst())).containsExactly("/provinceNo UNCLEAN");
        assertThat(replies(after, 1).getFirst().get("accepted").booleanValue()).isTrue();
        assertThat(intake.column("select reason from intake.quarantine where key = '" + key + "'")).singleElement()
                .asString().contains("no address for a reply");
        assertThat(intake.column("select case_no from intake.application where facts like '%"
                + half.substring(0, half.length() - 4) + "%'")).isEmpty();
    }

    @Test
    void shouldAnswerWhateverStandsInHeadersThatItDoesNotNeed() {
        String no = number();
        intake.publish(TOPIC, no, application(no).toString(),
                Map.of("ce_source", "/h\u0000n", "ce_id", "a\u0001b", "traceparent", "\r\nSet-Cookie: x"));
        assertThat(replies(no, 1).getFirst().get("accepted").booleanValue()).isTrue();
    }

    @Test
    void shouldReadEveryValueOfAFormAsOverHttp() {
        String no = number();
        ObjectNode application = application(no);
        application.putObject("form").put("childName", "\u3000张\u200b小宝 ").put("count", "１２").put("motherId",
                "\u202d" + Fixtures.RESIDENT + "\u202c").put("phone", "138 0000 0000");
        intake.publish(TOPIC, no, application.toString(), Map.of());
        JsonNode reply = replies(no, 1).getFirst();
        assertThat(reply.get("accepted").booleanValue()).as(reply.toString()).isTrue();
        assertThat(intake.get("/api/applications/" + reply.get("caseNo").stringValue(), "Lianban-Role", "WINDOW_CLERK",
                "Lianban-Actor", "w1", "Lianban-Purpose", "INTAKE").body().get("form"))
                .isEqualTo(Fixtures.JSON.createObjectNode().put("childName", "张小宝").put("count", "12")
                        .put("motherId", Fixtures.RESIDENT).put("phone", "13800000000"));
        String bad = number();
        application.put("provinceNo", bad).putObject("form").put("childName", "王\ud842").put("count", -5)
                .put("area", "1E9").put("birthDate", "+12026-01-01");
        intake.publish(TOPIC, bad, application.toString().replace("\ud842", "\\ud842"), Map.of());
        assertThat(codes(replies(bad, 1).getFirst())).containsExactlyInAnyOrder("/form/childName UNCLEAN",
                "/form/count MALFORMED", "/form/area MALFORMED", "/form/birthDate MALFORMED");
    }
}
