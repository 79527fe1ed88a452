package org.lianban.result.notices.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.messaging.EventTypes;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.Notice;
import org.lianban.result.notices.SealedNotice;
import org.lianban.security.Digests;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notices as compact JSON, each with the digest that seals it: SM3 over the version of the templates and the facts as
 * they are stored, byte for byte. A field that a later version adds does not change an old notice's facts.
 */
public final class NoticeCodec {
    private static final String DOMAIN = "lianban-notice\n";

    private final JsonMapper json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final EventTypes types;

    public NoticeCodec(EventTypes types) {
        this.types = types;
    }

    String write(List<Notice> notices, int templates) {
        var sheet = json.createObjectNode().put("t", templates);
        var array = sheet.putArray("n");
        for (Notice notice : notices) {
            JsonNode facts = json.valueToTree(notice);
            array.addObject().put("d", digest(templates, facts)).set("f", facts);
        }
        return json.writeValueAsString(sheet);
    }

    public List<SealedNotice> read(String body) {
        var sheet = json.readTree(body);
        int templates = sheet.path("t").asInt();
        var notices = new ArrayList<SealedNotice>();
        for (JsonNode each : sheet.path("n")) {
            var facts = each.path("f");
            var digest = each.path("d").asString();
            notices.add(new SealedNotice(notice(facts), templates, digest, digest.equals(digest(templates, facts))));
        }
        return notices;
    }

    private Notice notice(JsonNode facts) {
        var kind = Kind.valueOf(facts.path("kind").asString());
        return new Notice(facts.path("no").asString(), kind,
                json.treeToValue(facts.path("head"), Notice.Head.class),
                json.treeToValue(facts.path("content"), kind.content()));
    }

    private String digest(int templates, JsonNode facts) {
        return Digests.sm3(
                (DOMAIN + templates + "\n" + json.writeValueAsString(facts)).getBytes(StandardCharsets.UTF_8));
    }

    String events(List<CaseEvent> events) {
        var array = json.createArrayNode();
        for (CaseEvent event : events) {
            array.addObject().put("t", types.of(event).name()).set("e", json.valueToTree(event));
        }
        return json.writeValueAsString(array);
    }

    List<CaseEvent> readEvents(String text) {
        var events = new ArrayList<CaseEvent>();
        for (JsonNode each : json.readTree(text)) {
            var type = types.byName(each.path("t").asString()).orElseThrow(
                    () -> new IllegalStateException("Expected a known event, but got " + each.path("t").asString()));
            events.add((CaseEvent) json.treeToValue(each.path("e"), type.carrier()));
        }
        return events;
    }
}
