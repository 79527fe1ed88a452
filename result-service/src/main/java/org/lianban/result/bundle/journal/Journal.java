package org.lianban.result.bundle.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.CaseEvent;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.result.bundle.change.CaseChange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** 事件链 as files and as events. */
public final class Journal {
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final Map<String, Class<? extends CaseEvent>> EVENTS = events();
    /** Source, sequence, event, epoch milliseconds, actor, data. */
    private static final int MEMBERS = 6;

    private Journal() {}

    /** One transaction of a case, with its events read. */
    public record Chapter(Row row, List<CaseChange.RecordedEvent> events) {
        public long version() {
            return row.version();
        }

        public String chain() {
            return row.chain();
        }
    }

    private static Map<String, Class<? extends CaseEvent>> events() {
        Map<String, Class<? extends CaseEvent>> events = new HashMap<>();
        Map.of("intake", IntakeEvent.class, "dispatch", DispatchEvent.class, "department", DepartmentEvent.class,
                CaseChange.RecordedEvent.OWN, ResultEvent.class)
                .forEach((source, family) -> Stream.of(family.getPermittedSubclasses())
                        .forEach(event -> events.put(source + " " + event.getSimpleName(),
                                event.asSubclass(CaseEvent.class))));
        return events;
    }

    /** @throws Damaged when a row cannot be read */
    public static List<Chapter> chapters(List<Row> rows) throws Damaged {
        var chapters = new ArrayList<Chapter>();
        for (Row row : rows) {
            try {
                var events = new ArrayList<CaseChange.RecordedEvent>();
                for (JsonNode fact : JSON.readTree(row.facts())) {
                    events.add(recorded(fact, row.version()));
                }
                chapters.add(new Chapter(row, events));
            } catch (JacksonException unreadable) {
                throw new Damaged("第 " + row.version() + " 章无法识别：" + unreadable.getOriginalMessage());
            }
        }
        return chapters;
    }

    private static CaseChange.RecordedEvent recorded(JsonNode fact, long version) throws Damaged {
        if (fact.size() != MEMBERS) {
            throw new Damaged("第 " + version + " 章有残缺的事件");
        }
        String source = fact.get(0).asString("");
        Class<? extends CaseEvent> event = EVENTS.get(source + " " + fact.get(2).asString(""));
        if (event == null) {
            throw new Damaged("第 " + version + " 章有不认识的事件 " + fact.get(2));
        }
        @Nullable
        String actor = fact.get(4).isNull() ? null : fact.get(4).asString("");
        return new CaseChange.RecordedEvent(JSON.treeToValue(fact.get(5), event), source, fact.get(1).asLong(0), actor,
                Instant.ofEpochMilli(fact.get(3).asLong(0)));
    }

    public static void requireChain(String caseNo, List<Chapter> chapters) throws Damaged {
        var fault = Chain.fault(caseNo, chapters.stream().map(Chapter::row).toList(), null);
        if (fault.isPresent()) {
            throw new Damaged("事件链断裂：" + fault.get());
        }
    }

    /**
     * One transaction of a case, as it is kept. The texts are kept as they were written: the chain is over their characters.
     *
     * @param version of the case after it
     * @param entries 办理轨迹: JSON array
     * @param facts the events, in order: JSON array of {@code [source, sequence, event, epoch milliseconds,
     *     actor or null, data]}. Parties, form values, addressees and results handed on are left out (least data)
     * @param chain 43 characters, see {@link Chain}; empty for a row of before chains were kept
     */
    public record Row(long version, String entries, String facts, String chain) {}

    /** The package cannot be trusted; the message says in Chinese why. */
    public static final class Damaged extends Exception {
        private static final long serialVersionUID = 1;

        public Damaged(String message) {
            super(message);
        }
    }
}
