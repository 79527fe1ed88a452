package org.lianban.scenarios.flow;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** HTTP byte by byte: sends what no client library would. */
final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_MS = 20_000;
    private static final int ENOUGH = 1_000_000;

    private Wire() {}

    /** @param text of the body, as far as it was read: a stream of events has no end */
    record Answer(int status, String head, String text) {
        boolean problem() {
            return head.toLowerCase(Locale.ROOT).contains("content-type: application/problem+json")
                    && json().path("code").isString() && json().path("faults").isArray();
        }

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JacksonException none) {
                return MissingNode.getInstance();
            }
        }

        /** Status, code, and the faults that were found, at their pointers. */
        String refusal() {
            return status + " " + json().path("code").asString("-") + json().path("faults").valueStream()
                    .map(fault -> " " + fault.path("pointer").asString() + ":" + fault.path("code").asString())
                    .collect(Collectors.joining());
        }
    }

    /** @param target path and query as they go over the wire, each character a byte; so are the headers */
    static Answer send(String base, String method, String target, Map<String, String> headers, byte[] body) {
        URI place = URI.create(base);
        StringBuilder head = new StringBuilder(method).append(' ').append(target)
                .append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        try (Socket socket = new Socket(place.getHost(), place.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            try {
                socket.getOutputStream().write(body);
            } catch (IOException refusedBeforeItIsSentWhole) {
                // The answer is there all the same.
            }
            return answer(socket.getInputStream());
        } catch (IOException failed) {
            throw new UncheckedIOException(method + " " + target + " " + headers, failed);
        }
    }

    private static Answer answer(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int n = in.read(buffer); n >= 0 && read.size() < ENOUGH; n = in.read(buffer)) {
                read.write(buffer, 0, n);
                if (endless(read)) {
                    break;
                }
            }
        } catch (SocketTimeoutException open) {
            // Something waits for news; what came is the answer.
        } catch (IOException reset) {
            if (read.size() == 0) {
                throw reset;
            }
        }
        String all = read.toString(StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer: " + all);
        }
        String head = all.substring(0, end);
        String body = all.substring(end + 4);
        boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        return new Answer(Integer.parseInt(head.split(" ", 3)[1]), head,
                new String((chunked ? joined(body) : body).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8));
    }

    private static boolean endless(ByteArrayOutputStream read) {
        String all = read.toString(StandardCharsets.ISO_8859_1);
        int end = all.indexOf("\r\n\r\n");
        return end >= 0 && all.substring(0, end).contains("text/event-stream");
    }

    /** As far as it was read. */
    private static String joined(String chunks) {
        StringBuilder body = new StringBuilder();
        int at = 0;
        for (int line = chunks.indexOf("\r\n"); line > at; line = chunks.indexOf("\r\n", at)) {
            int size = Integer.parseInt(chunks.substring(at, line), 16);
            body.append(chunks, line + 2, Math.min(line + 2 + size, chunks.length()));
            at = Math.min(line + 2 + size + 2, chunks.length());
        }
        return body.toString();
    }
}
