package org.lianban.result.notices.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.poll.Backoff;
import org.lianban.result.Sample;
import org.lianban.result.client.SignedHttp;
import org.lianban.result.notices.client.SmsGateway;
import org.lianban.result.notices.sms.Message;
import org.lianban.result.notices.store.SmsRepository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class MessagesTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private final NoticesRig rig = new NoticesRig(T0, false).withCatalog();
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() {
        rig.close();
    }

    private SmsRound round(SmsGateway gateway) {
        return new SmsRound(rig.store.database(), new SmsRepository(), message -> gateway.send(message.id(),
                rig.cipher.open(Objects.requireNonNull(message.sealedPhone())), message.text()),
                new Message.QuietHours(true, LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai")),
                new Sending<>(new Backoff(Duration.ofSeconds(10), Duration.ofMinutes(30), Duration.ofHours(24)),
                        Duration.ofMinutes(2), 4, o -> {}),
                rig.store::now);
    }

    private SmsGateway taking() {
        return (id, phone, text) -> {
            sent.add(id + " " + phone + " " + text);
            return Mono.just("sid-" + id);
        };
    }

    private int run(SmsRound round, int limit) {
        return Objects.requireNonNull(round.run(limit).block(NoticesRig.LIMIT));
    }

    private void submit(int cases) {
        for (int n = 0; n < cases; n++) {
            rig.handle(NoticesRig.submitted(new Sample.Case("41072120261123YJS%06dX".formatted(n)), T0));
        }
    }

    private List<String> states() {
        return rig.texts("select sms_state from notice_sheet order by case_no");
    }

    @Test
    void shouldSendEachMessageOnceToTheNumberThatIsSealed() {
        submit(3);
        assertThat(run(round(taking()), 100)).isEqualTo(3);
        assertThat(run(round(taking()), 100)).isZero();

        assertThat(sent).hasSize(3).allMatch(m -> m.contains(NoticesRig.PHONE) && m.contains("申请已提交"));
        assertThat(states()).containsOnly("SENT");
        assertThat(rig.texts("select sms_receipt from notice_sheet order by case_no limit 1"))
                .containsExactly("sid-41072120261123YJS000000X-1");
    }

    @Test
    void shouldSendEachOnceHoweverManyInstancesRun() {
        submit(60);
        Flux.range(0, 6).flatMap(n -> round(taking()).run(7).repeat(4)).blockLast(NoticesRig.LIMIT);
        run(round(taking()), 100);

        assertThat(sent).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void shouldTryAgainUntilItIsGivenUp() {
        submit(1);
        var failing = round((id, phone, text) -> Mono.error(new IllegalStateException("down")));
        assertThat(run(failing, 10)).isOne();
        assertThat(run(failing, 10)).as("not at once").isZero();
        assertThat(states()).containsExactly("WAITING");

        rig.store.setClock(T0.plus(Duration.ofMinutes(10)));
        assertThat(run(failing, 10)).isOne();
        rig.store.setClock(T0.plus(Duration.ofHours(25)));
        assertThat(run(failing, 10)).isOne();

        assertThat(states()).containsExactly("GIVEN_UP");
        rig.store.setClock(T0.plus(Duration.ofDays(9)));
        assertThat(run(round(taking()), 10)).isZero();
    }

    @Test
    void shouldNotTryAgainWhatTheGatewayWillNotTake() {
        submit(1);
        run(round((id, phone, text) -> Mono.error(new SignedHttp.NotTaken("bad number"))), 10);
        assertThat(states()).containsExactly("REFUSED");
        rig.store.setClock(T0.plus(Duration.ofDays(1)));
        assertThat(run(round(taking()), 10)).isZero();
    }

    @Test
    void shouldSendAgainUnderTheSameIdWhatASenderDiedWith() {
        submit(1);
        rig.store.database()
                .inTransaction(tx -> new SmsRepository().claim(tx, T0, T0.plus(Duration.ofMinutes(2)), 10))
                .block(NoticesRig.LIMIT);
        assertThat(run(round(taking()), 10)).as("in the hand of the one who died").isZero();

        rig.store.setClock(T0.plus(Duration.ofMinutes(2)));
        assertThat(run(round(taking()), 10)).isOne();
        assertThat(sent).singleElement().satisfies(m -> assertThat(m).startsWith("41072120261123YJS000000X-1 "));
    }

    @Test
    void shouldWaitForTheMorning() {
        var late = Sample.at("2026-11-23T22:30");
        rig.store.setClock(late);
        submit(1);
        assertThat(run(round(taking()), 10)).isZero();
        rig.store.setClock(Sample.at("2026-11-24T07:59"));
        assertThat(run(round(taking()), 10)).isZero();
        rig.store.setClock(Sample.at("2026-11-24T08:00"));
        assertThat(run(round(taking()), 10)).isOne();
    }

    @Test
    void shouldNotSendToWhoOptedOutWhileItWaited() {
        submit(1);
        NoticesRig.accepted(rig.addressees.optOut("41072120261123YJS000000X", true));
        assertThat(run(round(taking()), 10)).isOne();
        assertThat(sent).isEmpty();
        assertThat(states()).containsExactly("OPTED_OUT");
    }
}
