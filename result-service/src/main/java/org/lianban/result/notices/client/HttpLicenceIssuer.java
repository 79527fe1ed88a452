package org.lianban.result.notices.client;

import java.time.LocalDate;
import org.lianban.result.client.NotTaken;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.licence.Licence;
import org.lianban.result.notices.licence.LicenceNumber;
import org.lianban.result.notices.licence.LicenceOrder;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 省电子证照系统. Posts the order with its id, by which the platform knows a repetition, and takes {@code licenceId} and
 * {@code validUntil} from the answer; a number whose check character is wrong is not taken over.
 */
public final class HttpLicenceIssuer implements LicenceIssuer {
    private final SignedHttp http;
    private final JsonMapper json = JsonMapper.builder().build();

    public HttpLicenceIssuer(SignedHttp http) {
        this.http = http;
    }

    @Override
    public Mono<Licence> issue(LicenceOrder order) {
        var body = json.<tools.jackson.databind.node.ObjectNode>valueToTree(order).put("orderId", order.id());
        return http.post(json.writeValueAsString(body)).map(answer -> taken(order, answer));
    }

    private static Licence taken(LicenceOrder order, JsonNode answer) {
        var text = answer.path("licenceId").asString("");
        var number = LicenceNumber.read(text).filter(n -> n.type().equals(order.type()))
                .orElseThrow(() -> new NotTaken("The platform gave " + text + ", which is no number of type "
                        + order.type()));
        var until = answer.path("validUntil").asString("");
        return Licence.taken(order, number, until.isEmpty() ? null : LocalDate.parse(until));
    }
}
