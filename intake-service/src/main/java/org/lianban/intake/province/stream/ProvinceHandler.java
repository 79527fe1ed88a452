package org.lianban.intake.province.stream;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Actor;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.command.once.Keyed;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.Topics;
import org.lianban.contracts.province.ApplicationReply;
import org.lianban.http.TraceParent;
import org.lianban.intake.application.CaseAnswer;
import org.lianban.intake.application.handler.IntakeCommand;
import org.lianban.intake.application.handler.IntakeCommands;
import org.lianban.intake.application.handler.Request;
import org.lianban.intake.checking.Code;
import org.lianban.intake.province.store.ReplyRepository;
import org.lianban.messaging.BatchHandler;
import org.lianban.messaging.CloudEventHeaders;
import org.lianban.messaging.Outbox;
import org.lianban.messaging.Outgoing;
import org.lianban.messaging.Quarantine;
import org.lianban.messaging.RawRecord;
import org.lianban.security.Digests;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * 省平台申报: applications from the province, a batch in one transaction with its replies. The province's own number is
 * the key: the same message again gets the same reply for ever, another message under the number is refused. A message
 * that cannot even be answered goes to quarantine; the others of its batch do not notice.
 *
 * @param autoReceive whether an application that passes every check is received at once (即时收件)
 */
public record ProvinceHandler(IntakeCommands commands, ReplyRepository numbers, Outbox outbox, Quarantine quarantine,
        InstantSource clock, boolean autoReceive) implements BatchHandler<RawRecord> {
    private static final int PROVINCE = 2;

    /** @param request null where it is no application */
    private record Asked(ProvinceMessage message, @Nullable Keyed<Request> request) {}

    @Override
    public Mono<Void> handle(Connection tx, List<RawRecord> batch) {
        Instant now = clock.instant();
        List<Mono<Asked>> asking = new ArrayList<>();
        Mono<Void> setAside = Mono.empty();
        for (RawRecord record : batch) {
            Optional<ProvinceMessage> read = ProvinceMessage.read(record, autoReceive, now);
            if (read.isEmpty()) {
                setAside = setAside.then(quarantine.put(tx, record,
                        "Neither provinceNo nor ce_id can be read: there is no address for a reply"));
            } else {
                asking.add(asked(read.get(), record));
            }
        }
        return setAside.then(Flux.concat(asking).collectList()).flatMap(asked -> commands
                .handle(tx, asked.stream().map(Asked::request).filter(Objects::nonNull).map(r -> (Keyed<Request>) r)
                        .toList())
                .flatMap(outcomes -> reply(tx, asked, outcomes.iterator(), now)));
    }

    /** Most applications need nothing to be found out, and wait for nothing. */
    private Mono<Asked> asked(ProvinceMessage message, RawRecord record) {
        IntakeCommand.File file = message.command();
        if (file == null) {
            return Mono.just(new Asked(message, null));
        }
        Actor by = new Actor(Actor.Role.PROVINCE, message.source(), null);
        String region = file.filing().region();
        Keyed.Key key = message.provinceNo() == null || region == null
                ? null
                : new Keyed.Key("province/" + region.substring(0, PROVINCE), message.provinceNo());
        return commands.gathered(file, by).map(gathered -> new Asked(message, new Keyed<>(
                new Request(file, by, TraceParent.of(record.header(CloudEventHeaders.TRACE_PARENT)), gathered), key,
                Digests.sha256Base64Url(Topics.PROVINCE_APPLICATIONS + "\n" + message.content()))));
    }

    private Mono<Void> reply(Connection tx, List<Asked> asked, Iterator<Outcome<CaseAnswer>> outcomes, Instant now) {
        TreeMap<String, Long> wanted = new TreeMap<>();
        asked.forEach(one -> wanted.merge(one.message().subject(), 1L, Long::sum));
        return numbers.take(tx, wanted).flatMap(before -> {
            Map<String, Long> last = new HashMap<>(before);
            return outbox.append(tx, asked.stream().map(one -> {
                ProvinceMessage m = one.message();
                return new Outgoing(Topics.PROVINCE_REPLIES, m.subject(), m.subject(),
                        last.merge(m.subject(), 1L, Long::sum), now, null,
                        one.request() == null ? null : one.request().command().traceparent(), one.request() == null
                                ? refused(m.provinceNo(), m.faults())
                                : told(m.provinceNo(), outcomes.next()));
            }).toList());
        });
    }

    /** What a province is told of its application. */
    private static ApplicationReply told(@Nullable String provinceNo, Outcome<CaseAnswer> outcome) {
        return switch (outcome) {
            case Outcome.Done<CaseAnswer>(int status, CaseAnswer answer, boolean repeated) ->
                // The state is as it was when the application was first answered.
                new ApplicationReply(provinceNo, true, answer.caseNo(), CaseState.valueOf(answer.state().name()),
                        answer.due().intakeDue(), List.of());
            case Outcome.Refused<CaseAnswer>(Refusal refusal, CaseAnswer first) ->
                refusal.code().equals(Refusal.KEY_REUSED)
                        ? new ApplicationReply(provinceNo, false, first == null ? null : first.caseNo(), null, null,
                                List.of(new ApplicationReply.Fault("/provinceNo", Code.REUSED.name(),
                                        "此编号已用于另一份申请，内容不一致")))
                        : refused(provinceNo, refusal.faults().isEmpty()
                                ? List.of(new Fault("", refusal.code(), refusal.detail()))
                                : refusal.faults());
        };
    }

    private static ApplicationReply refused(@Nullable String provinceNo, List<Fault> faults) {
        return new ApplicationReply(provinceNo, false, null, null, null, faults.stream()
                .map(f -> new ApplicationReply.Fault(f.pointer(), f.code(), f.message())).toList());
    }
}
