package org.lianban.result.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lianban.contracts.Outcome;
import org.lianban.documents.PdfWriter;
import org.lianban.result.notices.paper.Papers;

/** Every kind of letter, word for word. */
class LettersTest {
    private static final Papers PAPERS = new Papers(new PdfWriter(), "人民政府", "https://zw.example.cn/api/notices");
    private static final String DIGEST = "sm3:" + "0123456789abcdef".repeat(4);

    /** One of each kind, and both outcomes where a letter has two. */
    static Map<String, Notice> all() {
        var all = new TreeMap<String, Notice>();
        all.put("correction", new Letters().then(Letters.submitted()).then(Letters.corrected()).last().getFirst());
        var received = new Letters().then(Letters.submitted()).then(Letters.received()).last();
        all.put("receipt", received.getFirst());
        all.put("tolerance", received.getLast());
        all.put("acceptance", Letters.dispatched().then(Letters.accepted("01")).last().getFirst());
        all.put("acceptance-waiting", Letters.dispatched().then(Letters.accepted("02")).last().getFirst());
        all.put("acceptance-deemed", Letters.dispatched().then(Letters.deemed("01")).last().getFirst());
        all.put("acceptance-window", Letters.dispatched().then(Letters.acceptedAtWindow("01")).last().getFirst());
        all.put("refusal", Letters.dispatched().then(Letters.refused("01")).last().getFirst());
        var accepted = Letters.dispatched().then(Letters.accepted("01"));
        all.put("special", accepted.then(Letters.suspended("01")).last().getFirst());
        all.put("extension", Letters.dispatched().then(Letters.accepted("01")).then(Letters.extended("01")).last()
                .getFirst());
        all.put("decision-approved", Letters.dispatched().then(Letters.accepted("01"))
                .then(Letters.decided("01", Outcome.APPROVED)).last().getFirst());
        all.put("decision-denied", Letters.dispatched().then(Letters.accepted("01"))
                .then(Letters.decided("01", Outcome.DENIED)).last().getFirst());
        all.put("ending", Letters.dispatched().then(Letters.decided("01", Outcome.APPROVED))
                .then(Letters.cancelled("02", Outcome.WITHDRAWN)).last().getFirst());
        all.put("collection", Letters.dispatched().then(Letters.decided("01", Outcome.APPROVED))
                .then(Letters.received("01")).last().getFirst());
        all.put("delivery", Letters.dispatched().then(Letters.decided("01", Outcome.APPROVED))
                .then(Letters.received("01")).then(Letters.delivered("01")).last().getFirst());
        all.put("order", Letters.dispatched().then(Letters.ordered()).last().getFirst());
        var scene = accepted.scene();
        all.put("voiding", Issuing.numbered(scene, List.of(Draft.of(Kind.VOIDING, "01",
                scene.office("01", Letters.department("01")), Letters.at(100),
                new Content.Voiding(Letters.CASE + "-01-SL1", "受理通知书", "期限计算有误"))), List.of()).getFirst());
        return all;
    }

    static Stream<String> names() {
        return all().keySet().stream();
    }

    private static Papers.Letter letter(String name) {
        return new Papers.Letter(all().get(name), Papers.TEMPLATES, DIGEST, "张三丰", null);
    }

    /** A letter that was sealed stays as it is: for other words add a version of the templates. */
    @ParameterizedTest
    @MethodSource("names")
    void shouldReadAsApproved(String name) throws IOException {
        var text = text(PAPERS.html(letter(name)));
        var write = System.getProperty("lianban.golden.write");
        if (write != null) {
            Files.writeString(Path.of(write, name + ".txt"), text);
        }
        try (InputStream golden = LettersTest.class.getResourceAsStream("/notices/v1/" + name + ".txt")) {
            assertThat(golden).as("golden file of %s; a new kind needs one", name).isNotNull();
            assertThat(text).as("templates v1 are sealed into issued notices: add v2 instead of editing them")
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What a reader sees: without style, tags and pictures, a line per block. */
    private static String text(String html) {
        return html.replaceAll("(?s)<head>.*?</head>|<svg.*?</svg>", "")
                .replaceAll("<br/>|</p>|</tr>|</div>|</h1>", "\n")
                .replaceAll("</t[dh]>", " | ").replaceAll("<[^>]*>", "").replaceAll("[ \\t]*\\n[ \\t\\n]*", "\n")
                .strip() + "\n";
    }

    @Test
    void shouldGiveTheSamePdfEachTime() {
        assertThat(PAPERS.pdf(letter("acceptance"))).isEqualTo(PAPERS.pdf(letter("acceptance")));
    }

    @Test
    void shouldMaskTheApplicantWhereTheReaderMayNotKnowHim() {
        var open = PAPERS.html(letter("acceptance"));
        var masked = PAPERS.html(new Papers.Letter(all().get("acceptance"), 1, DIGEST, null, null));

        assertThat(open).contains("张三丰：");
        assertThat(masked).contains("张*：").doesNotContain("张三丰");
    }

    @Test
    void shouldSayThatANoticeIsVoid() {
        assertThat(PAPERS.html(new Papers.Letter(all().get("acceptance"), 1, DIGEST, null, "N-ZF1")))
                .contains("本文书已作废，见N-ZF1");
    }

    @Test
    void shouldEscapeWhatPeopleWrote() {
        var notice = Letters.dispatched().then(new org.lianban.contracts.event.DepartmentEvent.ItemNotAccepted(
                Letters.CASE, "01", Letters.department("01"), Letters.at(90), List.of("<script>x</script> & \u0001"),
                null, null)).last().getFirst();
        var letter = new Papers.Letter(notice, 1, DIGEST, "张<三>", null);

        assertThat(PAPERS.html(letter)).doesNotContain("<script>").contains("&lt;script&gt;", "张&lt;三&gt;");
        assertThat(PAPERS.pdf(letter)).isNotEmpty();
    }

    @Test
    void shouldWritePdfsForTheEye() throws IOException {
        var to = System.getProperty("lianban.golden.write");
        for (var name : all().keySet()) {
            var pdf = PAPERS.pdf(letter(name));
            assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
            if (to != null) {
                Files.write(Path.of(to, name + ".pdf"), pdf);
            }
        }
    }
}
