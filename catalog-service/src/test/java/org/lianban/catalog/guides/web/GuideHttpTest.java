package org.lianban.catalog.guides.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.RunningCatalog;
import org.lianban.catalog.guides.OneTimeNotice;
import org.lianban.servers.TestServers;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.test.web.reactive.server.WebTestClient;

class GuideHttpTest {
    private static final String NOTICE = "/api/one-things/XX-09/one-time-notice";
    private static RunningCatalog service;
    private static WebTestClient http;

    @BeforeAll
    static void start() {
        service = RunningCatalog.on(TestServers.freshDatabase(),
                "--lianban.guide.public-url=https://zwfw.example.cn/catalog/");
        http = service.http();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ResponseSpec get(String uri, String accept) {
        return http.get().uri(uri).header("Accept", accept).exchange();
    }

    private static ResponseSpec notice(String answers, String accept) {
        return http.post().uri(NOTICE).contentType(MediaType.APPLICATION_JSON).header("Accept", accept)
                .bodyValue("{\"answers\":" + answers + "}").exchange();
    }

    private static byte[] bytes(ResponseSpec answer) {
        byte[] body = answer.expectStatus().isOk().expectBody().returnResult().getResponseBody();
        assertThat(body).isNotNull();
        return body;
    }

    private static String html(ResponseSpec answer) {
        return new String(bytes(answer.expectHeader().contentType("text/html;charset=UTF-8")), StandardCharsets.UTF_8);
    }

    private static String pdf(ResponseSpec answer) throws Exception {
        byte[] file = bytes(answer.expectHeader().contentType(MediaType.APPLICATION_PDF));
        try (PDDocument document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void shouldAnswerInTheFormThatIsAccepted() throws Exception {
        get("/api/one-things/XX-09/guide", "*/*").expectStatus().isOk().expectHeader()
                .contentType(MediaType.APPLICATION_JSON).expectBody().jsonPath("$.contact.lead.name").isEqualTo("县卫健委")
                .jsonPath("$.remedies.length()").isEqualTo(4).jsonPath("$.effectiveFrom").isNotEmpty();
        get("/api/one-things/XX-09/guide?form=brief", "application/json").expectBody().jsonPath("$.items")
                .doesNotExist().jsonPath("$.materials.common[0].name").isEqualTo("父母双方居民身份证");
        assertThat(html(get("/api/one-things/XX-09/guide", "text/html,application/xhtml+xml,*/*;q=0.8")))
                .contains("新生儿出生“一件事”", "办事指南（完整版）", "<svg ",
                        "https://zwfw.example.cn/catalog/api/one-things/XX-09/guide.html");
        assertThat(pdf(get("/api/one-things/XX-09/guide?form=brief", "application/pdf"))).contains("办事指南（简版）",
                "县卫健委");
        get("/api/one-things/XX-09/guide", "no type").expectStatus().isBadRequest();
        get("/api/one-things/XX-09/guide", "image/png").expectStatus().isEqualTo(406).expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void shouldHaveLastingAddressesForPageFileDrawingAndCode() throws Exception {
        assertThat(html(get("/api/one-things/XX-06/guide.html?form=brief", "*/*"))).contains("办事指南（简版）");
        assertThat(pdf(get("/api/one-things/XX-06/guide.pdf", "*/*"))).contains("18 电信监管领域", "权利与救济");
        assertThat(new String(bytes(get("/api/one-things/XX-06/flowchart.svg", "*/*").expectHeader()
                .contentType("image/svg+xml")), StandardCharsets.UTF_8)).startsWith("<svg")
                .contains("同时办理", "18 电信监管领域");
        assertThat(new String(bytes(get("/api/one-things/XX-06/qr.svg", "*/*")), StandardCharsets.UTF_8))
                .startsWith("<svg");
        assertThat(bytes(get("/api/one-things/XX-06/guide.pdf?version=1", "*/*")))
                .isEqualTo(bytes(get("/api/one-things/XX-06/guide.pdf", "*/*")));
    }

    @Test
    void shouldRefuseWhatIsUnknownAsAProblem() {
        for (String path : List.of("guide", "guide.html", "guide.pdf", "flowchart.svg", "qr.svg", "eight-checks",
                "hotline-knowledge")) {
            get("/api/one-things/XX-99/" + path, "*/*").expectStatus().isNotFound().expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        get("/api/one-things/XX-09/guide.pdf?version=77", "application/pdf").expectStatus().isNotFound();
        get("/api/one-things/XX-09/guide?form=long&version=x", "text/html").expectStatus().isBadRequest().expectBody()
                .jsonPath("$.faults[*].pointer").value(found -> assertThat((List<?>) found).map(Object::toString)
                        .containsExactlyInAnyOrder("?form", "?version"));
    }

    @Test
    void shouldHandOutOneNoticePerAnswersAndKeepIt() throws Exception {
        OneTimeNotice with = notice("{\"item-05\":\"yes\",\"item-07\":\"no\"}", "application/json").expectStatus()
                .isOk().expectBody(OneTimeNotice.class).returnResult().getResponseBody();
        OneTimeNotice again = notice("{\"item-07\":\"no\",\"item-05\":\"yes\"}", "application/json")
                .expectBody(OneTimeNotice.class).returnResult().getResponseBody();
        OneTimeNotice without = notice("{\"item-05\":\"no\",\"item-07\":\"no\"}", "application/json")
                .expectBody(OneTimeNotice.class).returnResult().getResponseBody();
        assertThat(with).isNotNull();
        assertThat(without).isNotNull();
        assertThat(again).isEqualTo(with);
        assertThat(with.digest()).startsWith("sm3:");
        assertThat(with.guide().items()).extracting("no").contains("05").doesNotContain("07");
        assertThat(without.guide().items()).extracting("no").doesNotContain("05", "07");
        assertThat(with.guide().promised().workingDays()).isEqualTo(20);
        assertThat(without.guide().promised().workingDays()).isLessThan(20);

        http.get().uri("/api/one-time-notices/" + with.id()).exchange().expectStatus().isOk()
                .expectBody(OneTimeNotice.class).isEqualTo(with);
        String kept = pdf(get("/api/one-time-notices/" + with.id(), "application/pdf"));
        assertThat(kept).contains("一次告知单", "编号 " + with.id()).doesNotContain("07 科学育儿");
        assertThat(html(notice("{\"item-05\":\"no\",\"item-07\":\"no\"}", "text/html"))).contains(without.id())
                .doesNotContain("05 生育医疗费用报销");
        get("/api/one-time-notices/GZ-0000000000000000", "*/*").expectStatus().isNotFound();
    }

    @Test
    void shouldNameEveryAnswerThatChoosesNothing() {
        notice("{\"item-05\":\"maybe\",\"item-99\":\"yes\"}", "*/*").expectStatus().isEqualTo(422).expectBody()
                .jsonPath("$.faults[*].pointer").value(found -> assertThat((List<?>) found).map(Object::toString)
                        .contains("/answers/item-05", "/answers/item-99"));
        http.post().uri(NOTICE).contentType(MediaType.APPLICATION_JSON).bodyValue("{\"answer\":{}}").exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.faults[0].pointer").isEqualTo("/answer");
    }

    @Test
    void shouldShowTheEightChecksAndExportKnowledge() {
        get("/api/one-things/XX-09/eight-checks", "*/*").expectStatus().isOk().expectBody()
                .jsonPath("$.checks.length()")
                .isEqualTo(8).jsonPath("$.checks[1].name").isEqualTo("一表申请").jsonPath("$.checks[1].satisfied")
                .isEqualTo(true).jsonPath("$.checks[5].satisfied").isEqualTo(false).jsonPath("$.checks[5].missing[0]")
                .isEqualTo("没有网办地址");
        get("/api/one-things/XX-09/hotline-knowledge", "*/*").expectBody().jsonPath("$.key").isEqualTo("XX-09@1")
                .jsonPath("$.entries[0].answer").value(text -> assertThat(text.toString()).contains("户口登记"));
        get("/api/hotline-knowledge?region=410721&limit=20", "*/*").expectStatus().isOk().expectBody()
                .jsonPath("$.items.length()").isEqualTo(20).jsonPath("$.items[8].code").isEqualTo("XX-09")
                .jsonPath("$.next").isEqualTo("XX-20");
        get("/api/hotline-knowledge?region=999999", "*/*").expectStatus().isBadRequest();
        get("/api/hotline-knowledge", "*/*").expectStatus().isBadRequest();
    }
}
