package org.lianban.result.bundle.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.Outcome;
import org.lianban.result.Sample;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.CaseUnitOfWork;

class BundleCodecTest {
    private static final Instant T0 = Sample.at("2026-11-23T09:00");
    private final BundleCodec text = new BundleCodec();

    @Test
    void shouldKeepASettledCaseOfSixItemsUnderTwoKilobytes() {
        var sample = new Sample.Case("41072120261123YJS000001A");
        String[] items = {"01", "02", "03", "04", "05", "06"};
        var turn = new CaseUnitOfWork(Bundle.empty(sample.no()));
        turn.hear(sample.submitted(T0), 1, null);
        turn.hear(sample.received(T0, T0, items), 2, null);
        turn.hear(sample.dispatched(T0, T0, items), 1, null);
        for (String no : items) {
            turn.hear(sample.acknowledged(no, T0), 1, null);
            turn.hear(sample.accepted(no, T0), 2, null);
            turn.hear(sample.decided(no, T0, Outcome.APPROVED), 3, null);
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
}
