package org.lianban.result.notices.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.result.Sample;

class MessageTest {
    private static final Message.Style STYLE = new Message.Style("新乡县政务服务", 3, "查询：政务服务网“我的办件”。");
    private static final String CASE = "41072120261123YJS000001X";

    @Test
    void shouldSayEverythingInOneMessage() {
        assertThat(Message.of("新生儿出生", CASE, List.of("“户口登记”已受理，承诺11月30日前办结", "“社保卡”准予"), STYLE))
                .isEqualTo("【新乡县政务服务】您的“新生儿出生”一件事（办件编号41072120261123YJS000001X）：“户口登记”已受理，承诺11月30日前办结；"
                        + "“社保卡”准予。查询：政务服务网“我的办件”。");
    }

    @Test
    void shouldNeverBeLongerThanTheSegmentsAllow() {
        var news = IntStream.range(0, 18).mapToObj(n -> "“第" + n + "项联办事项”已由承办部门受理，承诺11月30日前办结").toList();
        for (int segments = 1; segments <= 10; segments++) {
            var text = Message.of("开办餐饮店", CASE, news, new Message.Style("新乡县政务服务", segments, "查询：政务服务网。"));
            assertThat(Message.segments(text)).isLessThanOrEqualTo(segments);
        }
        assertThat(Message.of("开办餐饮店", CASE, news, STYLE)).contains("“第0项联办事项”").containsPattern("另有\\d+项进展");
    }

    @ParameterizedTest
    @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3", "1, 1"})
    void shouldCountSegmentsAsCarriersDo(int characters, int segments) {
        assertThat(Message.segments("汉".repeat(characters))).isEqualTo(segments);
    }

    /** A part has 67 units, and none begins with the second half of a character. */
    @ParameterizedTest
    @CsvSource({"66, 65, 2", "66, 66, 3", "0, 35, 1", "0, 36, 2", "0, 67, 3"})
    void shouldCountRareCharactersAsCarriersDo(int before, int after, int segments) {
        String text = before == 0 ? "𠮷".repeat(after) : "汉".repeat(before) + "𠮷" + "汉".repeat(after);
        assertThat(Message.segments(text)).isEqualTo(segments);
    }

    @Test
    void shouldNotEndInHalfACharacter() {
        for (int segments = 1; segments <= 3; segments++) {
            for (int pad = 0; pad < 3; pad++) {
                var style = new Message.Style("新乡县政务服务", segments, "查询：政务服务网。");
                String text = Message.of("字".repeat(pad) + "𠮷".repeat(80), CASE, List.of("“户口登记”已受理", "“社保卡”准予"),
                        style);
                assertThat(Message.segments(text)).isLessThanOrEqualTo(segments);
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).as(text).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T22:00, 2026-11-24T08:00", "2026-11-24T03:00, 2026-11-24T08:00",
            "2026-11-24T08:00, 2026-11-24T08:00", "2026-11-23T21:59, 2026-11-23T21:59"})
    void shouldWaitForTheMorning(String ready, String goes) {
        var quiet = new Message.QuietHours(true, LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai"));
        assertThat(quiet.earliest(Sample.at(ready))).isEqualTo(Sample.at(goes));
        assertThat(new Message.QuietHours(false, quiet.from(), quiet.until(), quiet.zone()).earliest(Sample.at(ready)))
                .isEqualTo(Sample.at(ready));
    }

    @Test
    void shouldKnowQuietHoursWithinOneDay() {
        var noon = new Message.QuietHours(true, LocalTime.NOON, LocalTime.of(14, 0), ZoneId.of("Asia/Shanghai"));
        assertThat(noon.earliest(Sample.at("2026-11-23T12:30"))).isEqualTo(Sample.at("2026-11-23T14:00"));
        assertThat(noon.earliest(Sample.at("2026-11-23T15:30"))).isEqualTo(Sample.at("2026-11-23T15:30"));
    }
}
