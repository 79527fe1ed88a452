package org.lianban.intake.province.stream;

import io.r2dbc.spi.Connection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.contracts.Topics;
import org.lianban.contracts.province.ApplicationReply;
import org.lianban.http.TraceParent;
import org.lianban.intake.application.handler.Answer;
import org.lianban.intake.application.handler.DeskMeters;
import org.lianban.intake.application.handler.Digests;
import org.lianban.intake.application.handler.IntakeDesk;
import org.lianban.intake.application.handler.Order;
import org.lianban.intake.application.handler.Request;
import org.lianban.intake.application.store.AnswerStore.Key;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.checking.handler.Gatherer;
import org.lianban.intake.province.store.ReplyStore;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.CloudEventHeaders;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.RawRecord;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * 省平台申报: applications from the province, a batch in one transaction with its replies. The province's own number is
 * the key: the same message again gets the same reply for ever, another message under the number is refused. A message
 * that cannot even be answered goes to quarantine; the others of its batch do not notice.
 */
public final class ProvinceHandler implements BatchHandler<RawRecord> {
    private static final int PROVINCE = 2;

    /** @param autoReceive whether an application that passes every check is received at once (即时收件) */
    public record Settings(boolean autoReceive) {}

    /** What replies are written with. */
    public record Replies(ReplyStore numbers, Outbox outbox, Quarantine quarantine, JsonMapper json) {}

    private record Asked(ProvinceMessage message, Request request) {}

    private final IntakeDesk desk;
    private final Replies replies;
    private final DeskMeters meters;
    private final InstantSource clock;
    private final Settings settings;
    private final Gatherer gatherer;

    public ProvinceHandler(IntakeDesk desk, Gatherer gatherer, Replies replies, DeskMeters meters,
            InstantSource clock, Settings settings) {
        this.desk = desk;
        this.gatherer = gatherer;
        this.replies = replies;
        this.meters = meters;
        this.clock = clock;
        this.settings = settings;
    }

    @Override
    public Mono<Void> handle(Connection tx, List<RawRecord> batch) {
        Instant now = clock.instant();
        List<ProvinceMessage> messages = new ArrayList<>();
        List<Mono<Asked>> asking = new ArrayList<>();
        Mono<Void> setAside = Mono.empty();
        for (RawRecord record : batch) {
            Optional<ProvinceMessage> read = ProvinceMessage.read(record, replies.json(), settings.autoReceive(), now);
            if (read.isEmpty()) {
                setAside = setAside.then(replies.quarantine().put(tx, record,
                        "Neither provinceNo nor ce_id can be read: there is no address for a reply"));
            } else {
                messages.add(read.get());
                if (read.get().filing() != null) {
                    asking.add(asked(read.get(), record));
                }
            }
        }
        return setAside.then(Flux.concat(asking).collectList())
                .flatMap(asked -> desk.handle(tx, asked.stream().map(Asked::request).toList())
                        .flatMap(answers -> reply(tx, messages, asked, answers, now)));
    }

    /** Most applications need nothing to be found out, and wait for nothing. */
    private Mono<Asked> asked(ProvinceMessage message, RawRecord record) {
        return gatherer.first(Objects.requireNonNull(message.filing()), by(message))
                .map(gathered -> new Asked(message, request(message, record, gathered)));
    }

    private static Actor by(ProvinceMessage message) {
        return new Actor(Actor.Role.PROVINCE, message.source(), null);
    }

    private static Request request(ProvinceMessage message, RawRecord record, Gathered gathered) {
        var filing = Objects.requireNonNull(message.filing());
        String region = filing.region();
        Key key = message.provinceNo() == null || region == null || region.length() < PROVINCE
                ? null
                : new Key("province/" + region.substring(0, PROVINCE), message.provinceNo());
        return new Request(
                new Order.File(filing, message.faults().list(), message.provinceNo(), message.handedInAt(), gathered),
                by(message), traceParent(record), key,
                Digests.of(Topics.PROVINCE_APPLICATIONS, message.content().getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable String traceParent(RawRecord record) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(CloudEventHeaders.TRACE_PARENT, record.header(CloudEventHeaders.TRACE_PARENT));
        return TraceParent.of(headers);
    }

    private Mono<Void> reply(Connection tx, List<ProvinceMessage> messages, List<Asked> asked, List<Answer> answers,
            Instant now) {
        Map<ProvinceMessage, ApplicationReply> bodies = new java.util.IdentityHashMap<>();
        Map<ProvinceMessage, Request> requests = new java.util.IdentityHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            Asked one = asked.get(i);
            meters.count(one.request(), answers.get(i));
            bodies.put(one.message(), ProvinceReply.of(one.message().provinceNo(), answers.get(i), replies.json()));
            requests.put(one.message(), one.request());
        }
        TreeMap<String, Long> wanted = new TreeMap<>();
        messages.forEach(m -> wanted.merge(m.subject(), 1L, Long::sum));
        return replies.numbers().take(tx, wanted).flatMap(before -> {
            Map<String, Long> last = new HashMap<>(before);
            List<Outgoing> events = messages.stream().map(m -> {
                List<Fault> faults = m.faults().list();
                Request request = requests.get(m);
                return new Outgoing(Topics.PROVINCE_REPLIES, m.subject(), m.subject(),
                        last.merge(m.subject(), 1L, Long::sum), now, null,
                        request == null ? null : request.traceparent(),
                        bodies.getOrDefault(m, ProvinceReply.refused(m.provinceNo(), faults)));
            }).toList();
            return replies.outbox().append(tx, events);
        });
    }
}
