package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.scenarios.client.Application;
import org.lianban.scenarios.client.HttpDoor.Answer;
import tools.jackson.databind.JsonNode;

/** A wrong application hears everything that is wrong with it, at once. */
@ExtendWith(SharedSystem.class)
class FaultsTest {

    @Test
    void shouldNameAllFaultsAtOnce(RunningSystem running) {
        Application good = running.prepare("XX-09");
        Map<String, Object> form = new LinkedHashMap<>(Map.of("childName", "王小宝", "birthDate", "2026-02-30",
                "motherIdNumber", "110105194912310021", "contactPhone", "123", "shoeSize", "37"));
        Application bad = good.with("form", form).with("answers", Map.of("item-05", "maybe")).with("materials",
                List.of(Map.of("code", "m01", "form", "ELECTRONIC", "digest", "sha256:" + "0".repeat(64)))).with(
                        "applicant", Map.of("name", "张三", "idType", "RESIDENT_ID", "idNumber", "110105194912310021"));

        Answer answer = running.client().submit(bad);

        assertThat(answer.status()).isEqualTo(422);
        List<String> pointers = answer.body().path("faults").valueStream()
                .map(fault -> fault.path("pointer").asString()).toList();
        assertThat(pointers).contains("/form/birthDate", "/form/childSex", "/form/motherIdNumber", "/form/contactPhone",
                "/form/shoeSize", "/answers/item-05", "/materials/0/digest", "/materials", "/applicant/idNumber");
        assertThat(answer.body().path("faults").valueStream().map(f -> f.path("message").asString()))
                .allMatch(message -> message.codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void shouldAnswerTheSameKeyTheSameAndFileOnce(RunningSystem running) {
        Application application = running.prepare("XX-09").online();
        Map<String, String> key = Map.of("Idempotency-Key", "flow-" + System.nanoTime());
        String url = running.places().intake() + "/api/applications";

        JsonNode first = running.doors().post(url, key, application.body()).ok();
        JsonNode second = running.doors().post(url, key, application.body()).ok();

        assertThat(second).isEqualTo(first);
        Answer other = running.doors().post(url, key, application.with("form", Map.of()).body());
        assertThat(other.status()).isEqualTo(409);
        running.client().withdraw(first.path("caseNo").asString(), "测试结束").ok();
    }
}
