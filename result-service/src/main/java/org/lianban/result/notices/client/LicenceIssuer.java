package org.lianban.result.notices.client;

import java.time.LocalDate;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.licence.LicenceNumber;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 电子证照签发. */
@FunctionalInterface
public interface LicenceIssuer {
    /**
     * Asked again for the same order, it answers the same licence.
     *
     * @return an error {@link SignedHttp.NotTaken} where trying again is of no use
     */
    Mono<Licence> issue(Licence.Order order);

    /** Numbers licences here, where the province has no platform to ask. */
    final class Local implements LicenceIssuer {
        @Override
        public Mono<Licence> issue(Licence.Order order) {
            return Mono.fromCallable(() -> Licence.numbered(order)).onErrorMap(IllegalArgumentException.class,
                    wrong -> new SignedHttp.NotTaken(String.valueOf(wrong.getMessage())));
        }
    }

    /**
     * 省电子证照系统. Posts the order with its id, by which the platform knows a repetition, and takes {@code licenceId} and
     * {@code validUntil} from the answer; a number whose check character is wrong is not taken over.
     */
    final class Http implements LicenceIssuer {
        private final SignedHttp http;
        private final JsonMapper json = JsonMapper.builder().build();

        public Http(SignedHttp http) {
            this.http = http;
        }

        @Override
        public Mono<Licence> issue(Licence.Order order) {
            var body = json.<tools.jackson.databind.node.ObjectNode>valueToTree(order).put("orderId", order.id());
            return http.post(json.writeValueAsString(body)).map(answer -> taken(order, answer));
        }

        private static Licence taken(Licence.Order order, JsonNode answer) {
            var text = answer.path("licenceId").asString("");
            var number = LicenceNumber.read(text).filter(n -> n.type().equals(order.type()))
                    .orElseThrow(
                            () -> new SignedHttp.NotTaken("The platform gave " + text + ", which is no number of type "
                                    + order.type()));
            var until = answer.path("validUntil").asString("");
            return Licence.taken(order, number, until.isEmpty() ? null : LocalDate.parse(until));
        }
    }
}
