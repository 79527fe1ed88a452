package org.lianban.catalog.listing.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.RunningCatalog;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.servers.TestServers;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.test.web.reactive.server.WebTestClient;

class CatalogHttpTest {
    private static RunningCatalog service;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        service = RunningCatalog.on(TestServers.freshDatabase(), "--lianban.catalog.direct-publication=true");
        http = service.http();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ResponseSpec get(String uri, Object... values) {
        return http.get().uri(uri, values).exchange();
    }

    private static ResponseSpec publish(String uri, String key, String body) {
        return http.post().uri(uri).contentType(MediaType.APPLICATION_JSON).header("Idempotency-Key", key)
                .bodyValue(body).exchange();
    }

    private static Consumer<Object> shouldBe(String... values) {
        return found -> assertThat((List<?>) found).map(Object::toString).containsExactlyInAnyOrder(values);
    }

    private static Consumer<Object> shouldHave(String... values) {
        return found -> assertThat((List<?>) found).map(Object::toString).contains(values);
    }

    private static Consumer<Object> shouldBegin(String text) {
        return found -> assertThat(found.toString()).startsWith(text);
    }

    private static String content(String code, String name) {
        return Examples.CONTENT.replace("XX-30", code).replace("加装电梯", name);
    }

    @Test
    void shouldListARegionPageByPage() {
        get("/api/one-things?region=410721&limit=20").expectStatus().isOk().expectBody().jsonPath("$.items.length()")
                .isEqualTo(20).jsonPath("$.next").isEqualTo("XX-20").jsonPath("$.items[8].code").isEqualTo("XX-09")
                .jsonPath("$.items[8].items").isEqualTo(7).jsonPath("$.items[8].regionName").isEqualTo("新乡县");
        get("/api/one-things?region=410721&limit=20&after=XX-20").expectBody().jsonPath("$.items[0].code")
                .isEqualTo("XX-21").jsonPath("$.next").doesNotExist();
    }

    @Test
    void shouldFindByPartOfTheNameAndTakeNothingForAPattern() {
        get("/api/one-things?q={q}", "新生儿").expectBody().jsonPath("$.items[*].code")
                .value(codes -> assertThat(codes.toString()).contains("SQ-14", "QJ-04", "PL-06", "JC-04", "XX-09"));
        get("/api/one-things?q=xx-0").expectBody().jsonPath("$.items.length()").isEqualTo(9);
        get("/api/one-things?region=610922&subject=ENTERPRISE&stage={s}", "准入准营").expectBody()
                .jsonPath("$.items[0].code").isEqualTo("SQ-01").jsonPath("$.items[*].stage")
                .value(all -> assertThat((List<?>) all).map(Object::toString).containsOnly("准入准营"));
        get("/api/one-things?subject=ANYBODY").expectStatus().isBadRequest();
        get("/api/one-things?q={q}", "%").expectBody().jsonPath("$.items.length()").isEqualTo(0);
    }

    @Test
    void shouldNameAllBadParametersAtOnce() {
        get("/api/one-things?region=41&limit=0").expectStatus().isBadRequest().expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON).expectBody().jsonPath("$.faults[*].pointer")
                .value(shouldBe("?region", "?limit"));
        get("/api/deadlines/explain?region=999999&limit=-1&unit=HOURS").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.faults[*].pointer").value(shouldBe("?region", "?start", "?limit", "?unit"));
        get("/api/deadlines/explain").expectStatus().isBadRequest().expectBody().jsonPath("$.faults.length()")
                .isEqualTo(4);
    }

    @Test
    void shouldShowAVersionByCodeNumberAndHash() {
        OneThing one = get("/api/one-things/XX-09").expectStatus().isOk().expectBody(OneThing.class).returnResult()
                .getResponseBody();
        assertThat(one).isNotNull();
        assertThat(one.items()).hasSize(7);
        get("/api/one-things/XX-09?version=1").expectBody().jsonPath("$.contentHash").isEqualTo(one.contentHash());
        get("/api/one-things/XX-09?hash={h}", one.contentHash()).expectBody().jsonPath("$.version").isEqualTo(1);
        get("/api/one-things/XX-09?version=2").expectStatus().isNotFound();
        get("/api/one-things/XX-99").expectStatus().isNotFound().expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        get("/api/one-things/XX-09/versions").expectBody().jsonPath("$.items[0].publishedBy")
                .isEqualTo("SYSTEM:catalog");
    }

    @Test
    void shouldRenderTheGuideFromTheVersion() {
        get("/api/one-things/XX-09/guide").expectStatus().isOk().expectBody().jsonPath("$.promised.workingDays")
                .isEqualTo(20).jsonPath("$.contact.lead.name").isEqualTo("县卫健委")
                .jsonPath("$.items[2].prerequisites[0]").isEqualTo("01").jsonPath("$.materials.common[0].name")
                .isEqualTo("父母双方居民身份证").jsonPath("$.materials.perItem[0].item").isEqualTo("03")
                .jsonPath("$.flowchart").value(shouldBegin("flowchart LR")).jsonPath("$.channels[1]").isEqualTo("窗口办理")
                .jsonPath("$.notes[0]").isEqualTo("前后置关系和期限为参考，待牵头部门确认");
    }

    @Test
    void shouldPublishOnceUnderOneKeyAndAnswerTheSameAgain() {
        String uri = "/api/one-things/XX-41/versions";
        String body = content("XX-41", "加装电梯甲");
        OneThing first = publish(uri, "k1", body).expectStatus().isCreated().expectHeader()
                .location("/api/one-things/XX-41?version=1").expectBody(OneThing.class).returnResult()
                .getResponseBody();
        OneThing again = publish(uri, "k1", body).expectStatus().isCreated().expectBody(OneThing.class).returnResult()
                .getResponseBody();
        assertThat(again).isEqualTo(first);
        publish(uri, "k1", body.replace("甲", "乙")).expectStatus().isEqualTo(409).expectBody().jsonPath("$.code")
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
        OneThing second = publish(uri, "k2", body).expectStatus().isCreated().expectBody(OneThing.class).returnResult()
                .getResponseBody();
        assertThat(second).isNotNull();
        assertThat(second.version()).isEqualTo(2);
        get("/api/one-things/XX-41/versions").expectBody().jsonPath("$.items.length()").isEqualTo(2);
        get("/api/one-things/XX-41").expectBody().jsonPath("$.version").isEqualTo(2);
    }

    @Test
    void shouldTakeBackAVersionThatWasRead() {
        String read = get("/api/one-things/XX-21").expectBody(String.class).returnResult().getResponseBody();
        assertThat(read).isNotNull();
        publish("/api/one-things/XX-21/versions", "back", read).expectStatus().isCreated().expectBody()
                .jsonPath("$.version").isEqualTo(2);
    }

    @Test
    void shouldKeepAVersionThatIsNotEffectiveYetOutOfUse() {
        publish("/api/one-things/XX-42/versions?effectiveFrom=2099-01-01T00:00:00+08:00", "f", content("XX-42", "将来"))
                .expectStatus().isCreated();
        get("/api/one-things/XX-42").expectStatus().isNotFound();
        get("/api/one-things/XX-42?version=1").expectStatus().isOk();
        get("/api/one-things?q=XX-42").expectBody().jsonPath("$.items.length()").isEqualTo(0);
    }

    @Test
    void shouldRefuseWithAllFaultsAtOnce() {
        String wrong = content("XX-43", "错").replace("\"hard\":[],", "\"hard\":[\"02\"],")
                .replace("410721-shichangjianguan", "410721-nobody").replace("业主书面同意书", "其他材料")
                .replace("\"amount\":3", "\"amount\":30");
        publish("/api/one-things/XX-43/versions?effectiveFrom=2020-01-01T00:00:00Z", "w", wrong).expectStatus()
                .isEqualTo(422).expectBody().jsonPath("$.faults[*].code")
                .value(shouldBe("CYCLE", "UNKNOWN_DEPARTMENT", "VAGUE_MATERIAL", "PROMISE_EXCEEDS_STATUTORY",
                        "EFFECTIVE_TOO_EARLY"))
                .jsonPath("$.faults[?(@.code=='CYCLE')].message").isEqualTo("前置关系成环：01 → 02 → 01");
        get("/api/one-things/XX-43/versions").expectStatus().isNotFound();
    }

    @Test
    void shouldRefuseWhatItCannotReadAndWhoMayNotPublish() {
        publish("/api/one-things/XX-44/versions", "u", content("XX-44", "错").replace("\"hard\"", "\"hards\""))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[*].pointer")
                .value(shouldBe("/items/0/hards", "/items/1/hards")).jsonPath("$.faults[*].code")
                .value(shouldBe("UNKNOWN_FIELD", "UNKNOWN_FIELD"));
        publish("/api/one-things/XX-44/versions", "v", "{}").expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[*].pointer").value(shouldHave("/code", "/region", "/name", "/items"));
        publish("/api/one-things/XX-44/versions", "x", "null").expectStatus().isBadRequest();
        http.post().uri("/api/one-things/XX-44/versions").header("Lianban-Role", "APPLICANT")
                .contentType(MediaType.APPLICATION_JSON).bodyValue(content("XX-44", "甲")).exchange().expectStatus()
                .isForbidden();
    }

    @Test
    void shouldRegisterADepartment() {
        http.put().uri("/api/departments/410721-dangan").contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Examples.DEPARTMENT).exchange().expectStatus().isOk();
        get("/api/departments?region=410721&limit=200").expectBody().jsonPath("$.items[*].id")
                .value(shouldHave("410721-dangan", "410721-gongan"));
        http.put().uri("/api/departments/410721-x").contentType(MediaType.APPLICATION_JSON).bodyValue(
                "{\"id\":\"410721-x\",\"region\":\"610922\",\"office\":\"x\",\"parent\":\"410721-y\"}").exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[*].pointer")
                .value(shouldBe("/id", "/label", "/kind", "/names", "/parent"));
    }

    @Test
    void shouldExplainADeadlineAcrossTheNationalHoliday() {
        get("/api/deadlines/explain?region=410721&start=2026-09-30T17:10:00+08:00&limit=120&unit=SERVICE_MINUTES")
                .expectStatus().isOk().expectBody().jsonPath("$.due")
                .isEqualTo("2026-10-08T09:40:00+08:00").jsonPath("$.provisional").isEqualTo(false)
                .jsonPath("$.steps[0].kind").isEqualTo("START");
        get("/api/deadlines/explain?region=CN&start=2026-09-18&limit=20&unit=WORKING_DAYS").expectBody()
                .jsonPath("$.lastDay").isEqualTo("2026-10-22");
        get("/api/deadlines/explain?region=CN&start=2027-03-01&limit=5&unit=WORKING_DAYS").expectBody()
                .jsonPath("$.provisional").isEqualTo(true);
        get("/api/deadlines/explain?region=CN&start=2023-03-01&limit=5&unit=WORKING_DAYS").expectStatus()
                .isBadRequest().expectBody().jsonPath("$.faults[0].code").isEqualTo("NOT_COVERED");
    }

    @Test
    void shouldPublishAnArrangementForARegionOfItsOwn() {
        get("/api/calendars/140502").expectBody().jsonPath("$.region").isEqualTo("CN");
        http.post().uri("/api/calendars/140502").contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Examples.ARRANGEMENT).exchange().expectStatus().isCreated().expectBody()
                .jsonPath("$.version").isEqualTo(1).jsonPath("$.years[3].provisional").isEqualTo(false);
        get("/api/calendars/140502").expectBody().jsonPath("$.region").isEqualTo("140502");
        http.post().uri("/api/calendars/140502").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"years\":[{\"year\":2026,\"provisional\":true}]}").exchange().expectStatus()
                .isEqualTo(422).expectBody().jsonPath("$.faults[*].code")
                .value(shouldBe("MISSING", "ALREADY_PUBLISHED"));
    }

    @Test
    void shouldDescribeItselfInOpenApi31() {
        get("/v3/api-docs").expectStatus().isOk().expectBody().jsonPath("$.openapi").value(shouldBegin("3.1"))
                .jsonPath(
                        "$.paths['/api/one-things/{code}/versions'].post.requestBody.content['application/json'].example.code")
                .isEqualTo("XX-30").jsonPath("$.paths['/api/deadlines/explain'].get.parameters[0].example")
                .isEqualTo("410721");
        get("/swagger-ui.html").expectStatus().is3xxRedirection();
        get("/actuator/prometheus").expectStatus().isOk().expectBody(String.class)
                .value(text -> assertThat(text).contains("lianban_catalog_changes_total{"));
    }
}
