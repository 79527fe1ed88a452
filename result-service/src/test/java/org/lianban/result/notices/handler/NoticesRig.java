package org.lianban.result.notices.handler;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lianban.command.Refusal;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.event.DepartmentEvent;
import org.lianban.contracts.event.DispatchEvent;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.messaging.EventTypes;
import org.lianban.messaging.Incoming;
import org.lianban.persistence.Database;
import org.lianban.result.Sample;
import org.lianban.result.bundle.handler.CaseProjection;
import org.lianban.result.bundle.store.FreshStore;
import org.lianban.result.notices.NoticeWriter;
import org.lianban.result.notices.query.NoticeQueries;
import org.lianban.result.notices.sms.Message;
import org.lianban.result.notices.sms.News;
import org.lianban.result.notices.store.NoticeCodec;
import org.lianban.result.notices.store.NoticeRepository;
import org.lianban.security.DataKeys;
import org.lianban.security.PersonalDataCipher;
import reactor.core.publisher.Mono;

/** A fresh database with the rooms of notices and messages following, and the handler beside it. */
public final class NoticesRig implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(60);
    static final String PHONE = "13800138000";
    final EventTypes types = EventTypes.builder().sealed("intake", IntakeEvent.class)
            .sealed("dispatch", DispatchEvent.class).sealed("department", DepartmentEvent.class)
            .sealed("result", ResultEvent.class).build();
    final PersonalDataCipher cipher = new PersonalDataCipher(DataKeys.parse(
            "k1:00112233445566778899aabbccddeeff"));
    final NoticeCodec text = new NoticeCodec(types);
    final NoticeRepository notices = new NoticeRepository(text);
    final NoticeWriter registry = new NoticeWriter(
            id -> Sample.departments().stream().filter(d -> d.id().equals(id)).findFirst(), id -> Optional.empty(),
            NoticeWriter.Wording.DEFAULT);
    final FreshStore store;
    final NoticeHandler handler;
    final AddresseeHandler addressees;
    private final Map<String, Long> sequences = new java.util.HashMap<>();

    NoticesRig(Instant start, boolean recorded, CaseProjection... others) {
        var policy = new Message.Policy(News.Scope.EVERY_CHANGE, new Message.Style("新乡县政务服务", 5, "查询：政务服务网。"),
                new Message.QuietHours(true, LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai")),
                recorded);
        var followers = new ArrayList<CaseProjection>();
        followers.add(new NoticeProjection(notices, registry, policy, cipher));
        followers.addAll(List.of(others));
        store = new FreshStore(start, followers.toArray(CaseProjection[]::new));
        handler = new NoticeHandler(store.database(), new NoticeQueries(text), notices, store.queries(), registry,
                store.law(), store::now);
        addressees = new AddresseeHandler(store.database(), new NoticeQueries(text), cipher, store::now);
    }

    NoticesRig withCatalog() {
        store.withCatalog();
        return this;
    }

    /** One transaction, each event with the next sequence of its stream. */
    void handle(Object... events) {
        List<Incoming<?>> batch = new ArrayList<>();
        for (Object event : events) {
            batch.add(store.incoming(event, sequences.merge(stream(event), 1L, Long::sum), store.now()));
        }
        store.handle(batch);
    }

    private static String stream(Object event) {
        return switch (event) {
            case IntakeEvent e -> "intake/" + e.caseNo();
            case DispatchEvent e -> "dispatch/" + e.caseNo();
            case DepartmentEvent e -> "department/" + e.caseNo() + "-" + e.itemNo();
            default -> throw new IllegalArgumentException(event.toString());
        };
    }

    static IntakeEvent submitted(Sample.Case sample, Instant at) {
        return new IntakeEvent.CaseSubmitted(sample.no(), Sample.REGION, Sample.CODE, Sample.HASH,
                org.lianban.contracts.Channel.ONLINE, null, "张**", null, 0, at, false, false,
                new IntakeEvent.Addressee("张三丰", PHONE));
    }

    List<NoticeQueries.Issued> of(String caseNo) {
        return Objects.requireNonNull(handler.of(caseNo).block(LIMIT));
    }

    List<String> texts(String sql, Object... parameters) {
        return Objects.requireNonNull(store.database().withConnection(
                c -> Database.query(c, sql, row -> String.valueOf(row.get(0)), parameters)).block(LIMIT));
    }

    /** What was answered; fails where the command was refused. */
    static <T> T accepted(Mono<Outcome<T>> command) {
        return switch (Objects.requireNonNull(command.block(LIMIT))) {
            case Outcome.Done<T> done -> done.answer();
            case Outcome.Refused<T> refused -> throw new AssertionError(refused.refusal());
        };
    }

    /** Why; fails where the command was carried out. */
    static <T> Refusal refused(Mono<Outcome<T>> command) {
        return switch (Objects.requireNonNull(command.block(LIMIT))) {
            case Outcome.Done<T> done -> throw new AssertionError("Carried out: " + done.answer());
            case Outcome.Refused<T> refused -> refused.refusal();
        };
    }

    @Override
    public void close() {
        store.close();
    }
}
