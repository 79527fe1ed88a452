package org.lianban.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lianban.intake.Intake.Response;

class MaterialDoorTest {
    private static final int MB = 1024 * 1024;
    private final Intake intake = Intake.running();

    private static byte[] pdf(int bytes, long seed) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, content, 0, 8);
        return content;
    }

    private static String digest(byte[] content) throws Exception {
        return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(intake.dataDir)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private HttpResponse<byte[]> download(String method, String digest) throws Exception {
        return Intake.http().send(HttpRequest.newBuilder(intake.url("/api/materials/" + digest))
                .method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void shouldStoreALargeFileByItsDigestAndGiveItBack() throws Exception {
        byte[] content = pdf(20 * MB, 1);
        Response response = intake.upload(content, "application/pdf");
        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
        assertThat(response.text("digest")).isEqualTo(digest(content));
        assertThat(response.raw().headers().firstValue("Location"))
                .hasValue("/api/materials/" + response.text("digest"));
        String hex = digest(content).substring(7);
        byte[] onDisk = Files.readAllBytes(intake.dataDir.resolve("materials").resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4)).resolve(hex));
        assertThat(new String(onDisk, 0, 60, StandardCharsets.US_ASCII)).startsWith("LBM1 sm4:");
        assertThat(onDisk).hasSizeBetween(content.length + 50, content.length + 512);
        assertThat(java.util.Arrays.equals(onDisk, onDisk.length - 1000, onDisk.length, content, content.length - 1000,
                content.length)).isFalse();
        HttpResponse<byte[]> back = download("GET", digest(content));
        assertThat(back.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(back.body()).isEqualTo(content);
        HttpResponse<byte[]> head = download("HEAD", digest(content));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue(String.valueOf(content.length));
        assertThat(download("GET", "sha256:" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(download("HEAD", "../../etc/passwd".replace("/", "%2F")).statusCode()).isNotEqualTo(200);
    }

    @Test
    void shouldGiveBackWhatWasStoredBeforeFilesWereSealed() throws Exception {
        byte[] content = pdf(70_000, 12);
        intake.upload(content, "application/pdf");
        String hex = digest(content).substring(7);
        Files.write(intake.dataDir.resolve("materials").resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4))
                .resolve(hex), content);
        assertThat(download("GET", digest(content)).body()).isEqualTo(content);
    }

    @Test
    void shouldStoreTheSameFileOnce() throws Exception {
        byte[] content = pdf(3_000, 2);
        intake.upload(content, "application/pdf");
        int before = files().size();
        assertThat(intake.upload(content, "application/pdf").status()).isEqualTo(201);
        assertThat(files()).hasSize(before);
        assertThat(intake.column("select count(*) from intake.material where digest = '" + digest(content) + "'"))
                .containsExactly("1");
    }

    @Test
    void shouldTakeTheFirstFileOfAForm() throws Exception {
        byte[] content = pdf(300_000, 3);
        String head = """
                --cut\r
                Content-Disposition: form-data; name="note"\r
                \r
                户口簿\r
                --cut\r
                Content-Disposition: form-data; name="file"; filename="a.pdf"\r
                Content-Type: application/pdf\r
                \r
                """;
        String another = """
                \r
                --cut\r
                Content-Disposition: form-data; name="file2"; filename="b.pdf"\r
                Content-Type: application/pdf\r
                \r
                %PDF-another""";
        byte[] body = Stream.of(head.getBytes(StandardCharsets.UTF_8), content,
                another.getBytes(StandardCharsets.UTF_8), "\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8))
                .reduce(new byte[0], MaterialDoorTest::joined);
        Response response = intake.upload(body, "multipart/form-data; boundary=cut");
        assertThat(response.status()).as(response.raw().body()).isEqualTo(201);
        assertThat(response.text("digest")).isEqualTo(digest(content));
        Response empty = intake.upload("--cut--\r\n".getBytes(StandardCharsets.UTF_8),
                "multipart/form-data; boundary=cut");
        assertThat(empty.status()).isEqualTo(400);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] both = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    @Test
    void shouldRefuseTypesThatAreNotTakenOrNotTrue() {
        assertThat(intake.upload("MZ...".getBytes(StandardCharsets.UTF_8), "application/octet-stream").status())
                .isEqualTo(415);
        Response lie = intake.upload("MZ is a program, not a document".getBytes(StandardCharsets.UTF_8),
                "application/pdf");
        assertThat(lie.status()).isEqualTo(415);
        assertThat(lie.text("detail")).contains("不符");
        assertThat(intake.upload("%P".getBytes(StandardCharsets.UTF_8), "application/pdf").status()).isEqualTo(415);
        assertThat(intake.upload(new byte[0], "image/png").status()).isEqualTo(400);
        assertThat(intake.upload(HexFormat.of().parseHex("89504e470d0a1a0a00"), "image/png").status()).isEqualTo(201);
        assertThat(intake.upload(HexFormat.of().parseHex("ffd8ffe000104a46"), "image/jpeg").status()).isEqualTo(201);
        assertThat(intake.upload("PK\u0003\u0004....".getBytes(StandardCharsets.UTF_8), "application/ofd").status())
                .isEqualTo(201);
    }

    @Test
    void shouldRefuseWhatIsTooLargeByItsDeclaredLength() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", intake.url("/").getPort())) {
            socket.getOutputStream().write("""
                    POST /api/materials HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: application/pdf\r
                    Content-Length: 20971521\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            assertThat(new String(answer.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void shouldRefuseWhatGrowsTooLargeAndKeepNothingOfIt() throws Exception {
        List<Path> before = files();
        byte[] content = pdf(20 * MB + 1, 4);
        HttpRequest.BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content));
        Response response = intake.send(HttpRequest.newBuilder(intake.url("/api/materials"))
                .header("Content-Type", "application/pdf").POST(chunked));
        assertThat(response.status()).isEqualTo(413);
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(files()).containsExactlyInAnyOrderElementsOf(before));
    }

    @Test
    void shouldHonourTheKeyOfAnUpload() {
        byte[] content = pdf(100, 5);
        assertThat(intake.upload(content, "application/pdf", "Idempotency-Key", "up-1").status()).isEqualTo(201);
        assertThat(intake.upload(content, "application/pdf", "Idempotency-Key", "up-1").raw().headers()
                .firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(intake.upload(pdf(100, 6), "application/pdf", "Idempotency-Key", "up-1").status()).isEqualTo(409);
    }

    @Test
    void shouldServeOpenApiSwaggerAndMetrics() {
        intake.received();
        String api = intake.get("/v3/api-docs").raw().body();
        assertThat(api).contains("\"openapi\":\"3.1", "/api/applications/{caseNo}/correction-notice",
                "Idempotency-Key", "SJHZ41072120260302000001");
        assertThat(intake.get("/swagger-ui.html").status()).isIn(200, 302, 307);
        assertThat(intake.get("/actuator/prometheus").raw().body())
                .contains("lianban_intake_applications_total{", "channel=\"WINDOW\"", "verdict=\"ACCEPTED\"",
                        "lianban_intake_cases{", "state=\"SUBMITTED\"", "lianban_intake_batch_count");
    }
}
