package org.lianban.scenarios.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lianban.scenarios.flow.RunningSystem.PATIENCE;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lianban.contracts.event.ResultEvent.CaseOutcome;
import org.lianban.contracts.province.ApplicationReply;
import org.lianban.scenarios.client.ProvinceClient;

/** A province that repeats itself and makes mistakes. */
@ExtendWith(SharedSystem.class)
class ProvinceTest {

    @Test
    void shouldFileOnceHoweverOftenTheProvinceSends(RunningSystem running) throws Exception {
        try (ProvinceClient province = new ProvinceClient(running.places().bootstrapServers())) {
            String number = "P-" + UUID.randomUUID();
            Map<String, Object> message = running.prepare("JC-04").ofProvince(number);

            province.send(number, message);
            ApplicationReply first = province.await(number, PATIENCE);
            province.send(number, message);
            province.send(number, message);
            await().atMost(PATIENCE).until(() -> province.replies(number).size() == 3);

            assertThat(first.accepted()).as("%s", first).isTrue();
            assertThat(province.replies(number)).allMatch(reply -> Objects.equals(reply.caseNo(), first.caseNo()));
            assertThat(running.awaitSettled(Objects.requireNonNull(first.caseNo())).outcome())
                    .isEqualTo(CaseOutcome.APPROVED);
        }
    }

    @Test
    void shouldListTheFaultsOfABadMessageAndProcessTheNext(RunningSystem running) throws Exception {
        try (ProvinceClient province = new ProvinceClient(running.places().bootstrapServers())) {
            String number = "P-" + UUID.randomUUID();
            byte[] noJson = "{\"provinceNo\": ".getBytes(StandardCharsets.UTF_8);
            province.send(number, noJson, Map.of());
            province.send(number, noJson, Map.of("ce_id", number + "-unreadable"));
            province.send(number, Map.of("provinceNo", number + "-bad", "region", "140502", "oneThing", "JC-04",
                    "applicant", Map.of("name", "张三", "idType", "RESIDENT_ID", "idNumber", "1")));
            province.send(number, running.prepare("JC-04").ofProvince(number));

            ApplicationReply unreadable = province.await(number + "-unreadable", PATIENCE);
            ApplicationReply bad = province.await(number + "-bad", PATIENCE);
            ApplicationReply good = province.await(number, PATIENCE);

            assertThat(unreadable.accepted()).isFalse();
            assertThat(unreadable.faults()).isNotEmpty();
            assertThat(bad.faults()).extracting(ApplicationReply.Fault::pointer).contains("/applicant/idNumber",
                    "/form/childName", "/materials");
            assertThat(good.accepted()).as("%s", good).isTrue();
            running.awaitSettled(Objects.requireNonNull(good.caseNo()));
        }
    }
}
