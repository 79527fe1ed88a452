package org.lianban.result.bundle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.event.ResultEvent.Timer;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.Spoken;

class BundleCodecTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private final BundleCodec text = new BundleCodec();

    @Test
    void shouldKeepASettledCaseOfSixItemsUnderTwoKilobytes() {
        var sample = new Sample.Case("41072120261123YJS000001A");
        String[] items = {"01", "02", "03", "04", "05", "06"};
        var turn = new CaseUnitOfWork(Bundle.empty(sample.no()));
        turn.apply(sample.submitted(T0), 1, null);
        turn.apply(sample.received(T0, T0, items), 2, null);
        turn.apply(sample.dispatched(T0, T0, items), 1, null);
        for (String no : items) {
            turn.apply(sample.acknowledged(no, T0), 1, null);
            turn.apply(sample.accepted(no, T0), 2, null);
            turn.apply(sample.decided(no, T0, Outcome.APPROVED), 3, null);
        }
        var written = text.write(turn.closed());

        assertThat(written.getBytes(StandardCharsets.UTF_8).length).as(written).isLessThan(2_048);
        assertThat(text.read(written)).isEqualTo(turn.closed());
    }

    @Test
    void shouldReadWhatAnOlderReleaseWrote() {
        var old = """
                {"c":"41072120261123YJS000001A","f":{"r":"410721","o":"XX-09","h":"sha256:0"},"n":{"o":{"c":"WINDOW",
                "w":"w1","a":"张*"},"h":1795395600000,"v":{"n":"SJ-1","a":1795395600000}},"d":{"a":1795395600000,
                "v":1795395600000},"i":{"01":{"t":{"k":"LICENSE","d":"410721-weijian"},"h":{"k":1795395600000,"a":{
                "a":1795395600000,"f":1795395600000}},"p":[{"f":1795395600000,"n":"听证","p":true}],"g":{},
                "m":{"s":3,"b":2}}},"b":{"v":4,"n":2,"d":1,"q":{"r":1,"p":4},"m":1},"someday":1}""";

        var bundle = text.read(old);

        assertThat(bundle.item("01").openPause()).isNotNull();
        assertThat(bundle.book().published().province()).isEqualTo(4);
        assertThat(bundle.intake().handedInAt()).isEqualTo(Instant.ofEpochMilli(1_795_395_600_000L));
        assertThat(text.read(text.write(bundle))).isEqualTo(bundle);
    }

    /** Everything a case can have, as it was written when timers were bits. */
    @Test
    void shouldReadAndWriteWhatWasStoredWhenTimersWereBits() throws IOException {
        String old;
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("/bundle/before-timers-by-code.json"))) {
            old = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        var bundle = text.read(old);

        assertThat(bundle.book().spoken()).isEqualTo(SpokenCodec.read("INTAKE"));
        assertThat(bundle.intake().more().owed().getFirst().spoken()).isEqualTo(SpokenCodec.read("TOLERANCE!"));
        assertThat(bundle.item("01").marks())
                .isEqualTo(new Item.Marks(8, SpokenCodec.read("CERTIFICATE_EXPIRY! PROMISE RESULT_FILING!")));
        assertThat(bundle.item("02").marks()).isEqualTo(new Item.Marks(2, SpokenCodec.read("ACCEPTANCE! PROGRESS ~")));
        assertThat(bundle.item("01").handout().licence()).isNotNull();
        assertThat(text.write(bundle)).as("all else stays as it is").isEqualTo(old
                .replace("\"b\":32896", "\"b\":\"TOLERANCE!\"")
                .replace("\"b\":4446486536", "\"b\":\"CERTIFICATE_EXPIRY! PROMISE RESULT_FILING!\"")
                .replace("\"b\":8455172", "\"b\":\"ACCEPTANCE! PROGRESS ~\"")
                .replace("\"m\":1,\"h\":\"abcdef\"", "\"m\":\"INTAKE\",\"h\":\"abcdef\""));
        assertThat(text.read(text.write(bundle))).isEqualTo(bundle);
    }

    @Test
    void shouldReadEveryBitOfBefore() {
        for (Timer timer : Timer.values()) {
            int n = timer.ordinal();
            int warned = n < 8 ? n : 17 + n - 8;

            assertThat(SpokenCodec.ofBits(1L << warned).warned(timer)).as(timer.name()).isTrue();
            assertThat(SpokenCodec.ofBits(1L << warned).breached(timer)).as(timer.name()).isFalse();
            assertThat(SpokenCodec.ofBits(1L << warned + 8 | 1L << warned).breached(timer)).as(timer.name()).isTrue();
        }
        assertThat(SpokenCodec.ofBits(1L << 16)).isEqualTo(SpokenCodec.read("~"));
        assertThat(SpokenCodec.ofBits(0)).isEqualTo(Spoken.NONE);
    }

    /** A timer that came later, or that this release does not know any more. */
    @Test
    void shouldKeepTheMarkOfATimerItDoesNotKnow() {
        var spoken = SpokenCodec.read("PROMISE SEVENTEENTH!");
        var bundle = Bundle.empty("c").withItem("01", Item.EMPTY.with(new Item.Marks(1, spoken)));

        var back = text.read(text.write(bundle)).item("01").marks().spoken();

        assertThat(back).isEqualTo(spoken);
        assertThat(SpokenCodec.write(back)).isEqualTo("PROMISE SEVENTEENTH!");
    }
}
