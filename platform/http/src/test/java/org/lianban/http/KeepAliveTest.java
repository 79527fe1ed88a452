package org.lianban.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Reactor Netty 1.3.6 and 1.3.7 stop reading a connection after a request that was queued behind another is answered at
 * once (reactor-netty #4361). Whoever takes another version sees here whether it does.
 */
class KeepAliveTest {
    private static final String END_OF_ANSWER = "ok";

    private final DisposableServer server = HttpServer.create().host("127.0.0.1").port(0)
            .handle((request, response) -> response.sendString(request.uri().equals("/slow")
                    ? Mono.delay(Duration.ofMillis(5)).thenReturn("ok\n")
                    : Mono.just("ok\n")))
            .bindNow();

    @AfterEach
    void close() {
        server.disposeNow();
    }

    @Test
    void shouldGoOnReadingAfterAQueuedRequestWasAnsweredAtOnce() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(5_000);
            BufferedReader answers = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (int round = 0; round < 50; round++) {
                send(socket, "/slow", "/fast");
                assertThat(answered(answers)).isTrue();
                assertThat(answered(answers)).isTrue();
                send(socket, "/fast");
                assertThat(answered(answers)).as("round %d", round).isTrue();
            }
        }
    }

    private static void send(Socket socket, String... paths) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET ").append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        }
        socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean answered(BufferedReader answers) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.equals(END_OF_ANSWER)) {
                return true;
            }
        }
        return false;
    }
}
