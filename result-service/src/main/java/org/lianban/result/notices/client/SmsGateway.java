package org.lianban.result.notices.client;

import org.lianban.result.client.SignedHttp;
import reactor.core.publisher.Mono;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.databind.JsonNode;

/** 短信网关. */
@FunctionalInterface
public interface SmsGateway {
    /**
     * @param id the same each time the same message is tried: a gateway that has seen it does not send it again
     * @return the gateway's own number of the message; an error {@link SignedHttp.NotTaken} where trying again is of no use
     */
    Mono<String> send(String id, String phone, String text);

    /** 短信网关 over HTTP. What a carrier's gateway wants to be told differs, so the body is a template. */
    record Http(SignedHttp http, Format format) implements SmsGateway {
        /**
         * @param body JSON with {@code ${id}}, {@code ${phone}} and {@code ${text}} inside of strings
         * @param status JSON pointer to the answer's code, empty: 2xx is enough
         * @param success what that code is when the message was taken
         * @param receipt JSON pointer to the gateway's number of the message
         */
        public record Format(String body, String status, String success, String receipt) {}

        @Override
        public Mono<String> send(String id, String phone, String text) {
            var body = format.body().replace("${id}", quoted(id)).replace("${phone}", quoted(phone)).replace("${text}",
                    quoted(text));
            return http.post(body).map(this::taken);
        }

        private String taken(JsonNode answer) {
            if (!format.status().isEmpty()) {
                var status = answer.at(format.status());
                if (!status.asString("").equals(format.success())) {
                    throw new SignedHttp.NotTaken("The gateway answered " + status);
                }
            }
            return format.receipt().isEmpty() ? "" : answer.at(format.receipt()).asString("");
        }

        private static String quoted(String text) {
            return new String(JsonStringEncoder.getInstance().quoteAsCharArray(text));
        }
    }
}
