package org.lianban.result.notices.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lianban.command.Actor;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.CaseState;
import org.lianban.contracts.event.ResultEvent;
import org.lianban.contracts.event.ResultEvent.Choice;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.result.Sample;
import org.lianban.result.notices.Kind;
import org.lianban.result.notices.delivery.CertificateWindows;
import org.lianban.result.notices.delivery.DeliveryDecider;
import org.lianban.result.notices.delivery.Handout;
import org.lianban.result.notices.delivery.Shipment;
import org.lianban.result.notices.store.ShipmentRepository;
import reactor.core.publisher.Mono;

class DeliveriesTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private static final String PROOF = "sm3:" + "ab".repeat(32);
    private static final Actor CLERK = new Actor(Actor.Role.CERTIFICATE_WINDOW, "f1-2", null, "f1");
    private final NoticesRig rig = new NoticesRig(T0, true).withCatalog();
    private final DeliveryHandler handler = new DeliveryHandler(rig.store.commands(),
            new CertificateWindows(id -> Optional.empty(), region -> List.of()));
    private final ShipmentHandler shipments = new ShipmentHandler(rig.store.database(), new ShipmentRepository(),
            handler, rig.store::now);
    private final Sample.Case sample = new Sample.Case("41072120261123YJS000001X");

    @AfterEach
    void close() {
        rig.close();
    }

    private void decided(Sample.Case each) {
        rig.handle(NoticesRig.submitted(each, T0), each.dispatched(T0, T0, "01", "04"));
        rig.handle(each.accepted("01", T0.plusSeconds(60)),
                each.decided("01", T0.plusSeconds(70), org.lianban.contracts.Outcome.APPROVED),
                each.accepted("04", T0.plusSeconds(60)),
                each.decided("04", T0.plusSeconds(70), org.lianban.contracts.Outcome.APPROVED));
    }

    private Mono<Outcome<List<ResultEvent>>> asked(DeliveryDecider.Command command) {
        return handler.submit(sample.no(), CLERK, null, command);
    }

    private void submit(DeliveryDecider.Command command) {
        NoticesRig.accepted(asked(command));
    }

    @Test
    void shouldGoFromTheWindowToTheApplicantWithProofAndSayItInLetters() {
        decided(sample);
        submit(new DeliveryDecider.Command.Choose(Choice.ALL_AT_ONCE, Way.WINDOW));
        submit(new DeliveryDecider.Command.Receive(List.of("01"), "f1"));
        assertThat(rig.of(sample.no())).noneMatch(n -> n.notice().kind() == Kind.COLLECTION);
        submit(new DeliveryDecider.Command.Receive(List.of("01", "04"), "f1"));

        assertThat(rig.of(sample.no()).getLast().notice().no()).isEqualTo(sample.no() + "-00-LQ1");
        submit(new DeliveryDecider.Command.Complete(List.of(), Way.WINDOW, "张三丰", PROOF));

        assertThat(rig.of(sample.no()).getLast().notice().kind()).isEqualTo(Kind.DELIVERY);
        assertThat(rig.store.stored(sample.no()).state()).isEqualTo(CaseState.DELIVERED);
        assertThat(rig.store.outbox()).anyMatch(
                m -> m.contains("DeliveryCompleted") && m.contains("张**") && !m.contains("张三丰"));
        assertThat(rig.texts("select sms from notice_sheet order by version desc limit 1").getFirst())
                .contains("2项结果已领取");
    }

    @Test
    void shouldRefuseWithoutChangingAnything() {
        decided(sample);
        long version = rig.store.stored(sample.no()).bundle().book().version();

        assertThat(NoticesRig.refused(asked(
                new DeliveryDecider.Command.Complete(List.of("01", "04"), Way.WINDOW, "张三丰", PROOF))).faults())
                .extracting(f -> f.code()).containsExactly("NOT_FILED", "NOT_FILED");
        assertThat(rig.store.stored(sample.no()).bundle().book().version()).isEqualTo(version);
    }

    @Test
    void shouldBringResultsOfSeveralCasesInOneParcel() {
        var other = new Sample.Case("41072120261123YJS000002X");
        decided(sample);
        decided(other);
        var parcel = Shipment.prepared("EMS", "EZ123456789CN", Shipment.Direction.TO_CERTIFICATE_WINDOW, "新乡市卫健委",
                "f1", List.of(new Shipment.Enclosed(sample.no(), "01"), new Shipment.Enclosed(sample.no(), "04"),
                        new Shipment.Enclosed(other.no(), "01")),
                T0);
        NoticesRig.accepted(shipments.book(at -> parcel, CLERK));
        assertThat(NoticesRig.accepted(shipments.book(at -> parcel, CLERK))).isEqualTo(parcel);
        step(Shipment.State.COLLECTED);
        assertThat(received(sample)).isEmpty();

        step(Shipment.State.SIGNED);
        step(Shipment.State.SIGNED);

        assertThat(received(sample)).containsExactly("01", "04");
        assertThat(received(other)).containsExactly("01");
        assertThat(Objects.requireNonNull(shipments.of(other.no(), List.of("01", "04")).block(NoticesRig.LIMIT)))
                .singleElement().satisfies(s -> assertThat(s.track()).extracting(Shipment.Mark::state)
                        .containsExactly(Shipment.State.PREPARED, Shipment.State.COLLECTED, Shipment.State.SIGNED));
        assertThat(NoticesRig.refused(moved(Shipment.State.LOST)).code()).isEqualTo("NO_SUCH_STEP");
        assertThat(NoticesRig.refused(shipments.book(at -> Shipment.prepared("EMS", "EZ123456789CN",
                Shipment.Direction.TO_APPLICANT, "f1", "申请人", parcel.contents(), T0), CLERK)).code())
                .isEqualTo("NUMBER_TAKEN");
    }

    @Test
    void shouldNotSignForAParcelWhoseResultsDoNotExist() {
        decided(sample);
        var parcel = Shipment.prepared("EMS", "EZ123456789CN", Shipment.Direction.TO_CERTIFICATE_WINDOW, "a", "f1",
                List.of(new Shipment.Enclosed(sample.no(), "01"),
                        new Shipment.Enclosed("41072120261123YJS999999X", "01")),
                T0);
        NoticesRig.accepted(shipments.book(at -> parcel, CLERK));
        step(Shipment.State.COLLECTED);

        assertThat(NoticesRig.refused(moved(Shipment.State.SIGNED)).faults()).extracting(f -> f.code())
                .containsExactly("NOT_FOUND");
        assertThat(Objects.requireNonNull(shipments.one("EMS", "EZ123456789CN").block(NoticesRig.LIMIT)).state())
                .isEqualTo(Shipment.State.COLLECTED);
    }

    private List<String> received(Sample.Case each) {
        return Handout.of(rig.store.stored(each.no()).bundle()).items().entrySet().stream()
                .filter(e -> e.getValue().handout().receivedAt() != null).map(java.util.Map.Entry::getKey).toList();
    }

    private Mono<Outcome<Shipment>> moved(Shipment.State state) {
        return shipments.move("EMS", "EZ123456789CN", state, T0, null, CLERK);
    }

    private void step(Shipment.State state) {
        NoticesRig.accepted(moved(state));
    }
}
