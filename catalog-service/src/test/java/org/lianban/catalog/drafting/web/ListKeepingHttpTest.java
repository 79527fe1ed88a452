package org.lianban.catalog.drafting.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.RunningCatalog;
import org.lianban.catalog.drafting.NewDraft;
import org.lianban.catalog.listing.ChangeReason;
import org.lianban.catalog.listing.publication.Complete;
import org.lianban.servers.TestServers;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

/** On real servers: how the list is kept: files, proposals, batches, the base catalogue. */
class ListKeepingHttpTest {
    private static RunningCatalog service;
    private static WebTestClient http;
    private static JsonMapper json;

    @BeforeAll
    static void start() {
        service = RunningCatalog.on(TestServers.freshDatabase(), "--lianban.catalog.direct-publication=true");
        http = service.http();
        json = service.bean(JsonMapper.class);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ResponseSpec post(String uri, String role, String actor, String type, Object body) {
        return http.post().uri(uri).contentType(MediaType.parseMediaType(type)).header("Lianban-Role", role)
                .header("Lianban-Actor", actor).bodyValue(body).exchange();
    }

    private static ResponseSpec admin(String uri, String body) {
        return post(uri, "CATALOG_ADMIN", "a1", "application/json", body);
    }

    private static ResponseSpec get(String uri) {
        return http.get().uri(uri).exchange();
    }

    private static Consumer<Object> all(Object... values) {
        return found -> assertThat((List<?>) found).map(Object::toString).isEqualTo(List.of(values));
    }

    @Test
    void shouldImportWhatItExportedAllOrNothing() {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        byte[] file = get("/api/one-things/export?region=140502&format=xlsx").expectStatus().isOk().expectHeader()
                .contentType(type).expectBody().returnResult().getResponseBody();
        assertThat(file).isNotNull();
        post("/api/drafts/import", "CATALOG_ADMIN", "a1", type, file).expectStatus().isCreated().expectBody()
                .jsonPath("$.drafts.length()").isEqualTo(18).jsonPath("$.drafts[0]").isEqualTo("JC-01-D1");
        post("/api/drafts/import", "CATALOG_ADMIN", "a1", type, file).expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults.length()").isEqualTo(18).jsonPath("$.faults[0].code").isEqualTo("ALREADY_OPEN");

        byte[] csv = get("/api/one-things/export?region=610926&format=csv").expectBody().returnResult()
                .getResponseBody();
        assertThat(csv).isNotNull();
        String bad = new String(csv, StandardCharsets.UTF_8).replace("PL-01,610926,", "PL-01,61092X,");
        post("/api/drafts/import", "CATALOG_ADMIN", "a1", "text/csv", bad.getBytes(StandardCharsets.UTF_8))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[0].pointer").isEqualTo("一件事/2/行政区划")
                .jsonPath("$.faults[0].message").value(m -> assertThat(m.toString()).startsWith("一件事第2行“行政区划”："));
        get("/api/drafts?region=610926").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        post("/api/drafts/import", "CATALOG_ADMIN", "a1", "application/yaml",
                get("/api/one-things/export?region=610926&format=yaml").expectBody().returnResult().getResponseBody())
                .expectStatus().isCreated().expectBody().jsonPath("$.drafts.length()").isEqualTo(15);
        post("/api/drafts/import", "LEAD_DEPARTMENT", "610926-gongan", "text/csv", csv).expectStatus().isForbidden();
    }

    @Test
    void shouldHearDepartmentsAndThePublic() {
        String wish = "{\"region\":\"410721\",\"kind\":\"ONE_THING\",\"title\":\"加装电梯\",\"text\":\"四个部门六个事项\"}";
        post("/api/proposals", "APPLICANT", "p1", "application/json", wish).expectStatus().isEqualTo(422);
        post("/api/proposals", "DEPARTMENT_OFFICER", Complete.LEAD, "application/json", wish).expectStatus()
                .isCreated().expectBody().jsonPath("$.id").isEqualTo("410721-P1").jsonPath("$.state")
                .isEqualTo("PROPOSED");
        NewDraft early = new NewDraft(Complete.content("XX-60"), null, ChangeReason.ENACTED, "410721-P1", null);
        admin("/api/drafts", json.writeValueAsString(early)).expectStatus().isEqualTo(422);
        admin("/api/proposals/410721-P1/moves", "{\"move\":\"ADOPT\",\"reply\":\"纳入\"}").expectStatus().isEqualTo(409);
        admin("/api/proposals/410721-P1/moves", "{\"move\":\"REVIEW\"}").expectStatus().isOk();
        admin("/api/proposals/410721-P1/moves", "{\"move\":\"ADOPT\"}").expectStatus().isEqualTo(422);
        post("/api/proposals/410721-P1/moves", "DEPARTMENT_OFFICER", Complete.LEAD, "application/json",
                "{\"move\":\"ADOPT\",\"reply\":\"纳入\"}").expectStatus().isForbidden();
        admin("/api/proposals/410721-P1/moves", "{\"move\":\"ADOPT\",\"reply\":\"纳入\"}").expectStatus().isOk();
        admin("/api/drafts", json.writeValueAsString(early)).expectStatus().isCreated();

        post("/api/proposals", "APPLICANT", "p1", "application/json",
                "{\"region\":\"410721\",\"kind\":\"SUGGESTION\",\"title\":\"周末开门\",\"text\":\"周末也能办\"}").expectStatus()
                .isCreated();
        for (String account : List.of("p2", "p3", "p2")) {
            post("/api/proposals/410721-P2/support", "APPLICANT", account, "application/json", "").expectStatus()
                    .isOk();
        }
        get("/api/proposals?kind=SUGGESTION").expectBody().jsonPath("$.items[0].supports").isEqualTo(2);
    }

    @Test
    void shouldSayHowFarABatchIs() {
        String batch = """
                {"id":"410721-2026a","region":"410721","name":"2026年第一批","category":"TACKLE","target":"2020-06-30",
                "codes":["XX-01","XX-70"]}""";
        http.put().uri("/api/batches/410721-2026a").contentType(MediaType.APPLICATION_JSON).bodyValue(batch).exchange()
                .expectStatus().isOk();
        admin("/api/drafts", json.writeValueAsString(
                new NewDraft(Complete.content("XX-70"), Complete.annex(), ChangeReason.ENACTED, null, "410721-2026a")))
                .expectStatus().isCreated();
        get("/api/batches/410721-2026a").expectBody().jsonPath("$.ready").isEqualTo(1).jsonPath("$.overdue")
                .isEqualTo(true).jsonPath("$.oneThings[0].standing").isEqualTo("LIVE")
                .jsonPath("$.oneThings[1].draft").isEqualTo("DRAFT").jsonPath("$.oneThings[0].gaps")
                .value(n -> assertThat((Integer) n).as("a list that was published by document").isGreaterThan(9))
                .jsonPath("$.oneThings[1].gaps")
                .value(n -> assertThat((Integer) n).as("none, or what another test's base catalogue says")
                        .isLessThan(3))
                .jsonPath("$.oneThings[1].overdue").isEqualTo(true);
        http.put().uri("/api/batches/410721-2026b").contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"id\":\"410721-2026b\",\"region\":\"610922\",\"codes\":[]}").exchange().expectStatus()
                .isEqualTo(422).expectBody().jsonPath("$.faults[*].pointer")
                .value(all("/id", "/name", "/category", "/target", "/codes"));
    }

    @Test
    void shouldInheritFromTheBaseCatalogueAndReportDrift() {
        String base = """
                {"version":"%s","source":"省政务服务基本目录","items":[{"code":"411717002011","name":"电梯使用登记",
                "kind":"LICENSE","legalBasis":["特种设备安全法第三十三条"],"conditions":["电梯经监督检验合格"],
                "statutory":{"amount":%d,"unit":"WORKING_DAYS"},"resultName":"使用登记证"},
                {"code":"411717002012","name":"加装电梯联合审查","kind":"CONFIRM"}]}""";
        admin("/api/base-catalogue", base.formatted("2026-1", 20)).expectStatus().isCreated().expectBody()
                .jsonPath("$.drift.length()").isEqualTo(0);
        admin("/api/base-catalogue", base.formatted("2026-1", 20)).expectStatus().isEqualTo(409);
        admin("/api/drafts", json.writeValueAsString(
                new NewDraft(Complete.content("XX-61"), Complete.annex(), ChangeReason.ENACTED, null, null)))
                .expectStatus().isCreated().expectBody().jsonPath("$.content.particulars.baseVersion")
                .isEqualTo("2026-1");
        get("/api/drafts/XX-61-D1/gaps").expectBody().jsonPath("$.ready").isEqualTo(true);
        admin("/api/one-things/XX-62/versions", json.writeValueAsString(Complete.content("XX-62"))).expectStatus()
                .isCreated();
        get("/api/base-catalogue/drift?region=410721").expectBody().jsonPath("$.items.length()").isEqualTo(0);
        admin("/api/base-catalogue", base.formatted("2026-2", 30)).expectStatus().isCreated().expectBody()
                .jsonPath("$.drift[*].code").value(all("XX-62"));
        get("/api/drafts/XX-61-D1/gaps").expectBody().jsonPath("$.ready").isEqualTo(false)
                .jsonPath("$.others[0].code").isEqualTo("BASE_OVERRIDDEN");
        get("/api/base-catalogue/drift?region=410721").expectBody().jsonPath("$.items[0].differences[0].element")
                .isEqualTo("法定办结时限").jsonPath("$.items[0].differences[0].item").isEqualTo("02");
        post("/api/base-catalogue?version=2026-3&source=x", "CATALOG_ADMIN", "a1", "text/csv",
                "基本编码,事项名称,事项类型,法定办结时限\n1,甲,LICENSE,20工作日\n2,,许可,二十天\n".getBytes(StandardCharsets.UTF_8))
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[*].pointer")
                .value(all("基本目录/3/事项名称", "基本目录/3/事项类型", "基本目录/3/法定办结时限"));
        get("/api/base-catalogue").expectBody().jsonPath("$.version").isEqualTo("2026-2");
    }
}
