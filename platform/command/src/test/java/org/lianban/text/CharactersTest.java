package org.lianban.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharactersTest {
    @ParameterizedTest
    @CsvSource({"𠮷小明,𠮷**", "𬎆,𬎆", "𰻞𰻝,𰻞*", "欧𠮷,欧*", "𫍽,𫍽", "张三丰,张**", "John Smith,J*********"})
    void shouldMaskNamesByCharacter(String name, String masked) {
        assertThat(Characters.maskName(name)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource({"110105194912310021,110***********0021", "13800000000,138****0000", "1234567,*******",
            "军𠮷字第1234567号,军𠮷字*****567号"})
    void shouldMaskNumbersInTheMiddle(String number, String masked) {
        assertThat(Characters.maskNumber(number)).isEqualTo(masked);
    }

    @Test
    void shouldCountAsPeopleAndAsDatabasesDo() {
        assertThat(Characters.length("𠮷a")).isEqualTo(2);
        assertThat(Characters.graphemes("e\u0301👨‍👩‍👧𠮷")).isEqualTo(3);
    }

    @Test
    void shouldCutWithAnEllipsis() {
        assertThat(Characters.cut("𠮷小明", 3)).isEqualTo("𠮷小明");
        assertThat(Characters.cut("𠮷小明明", 3)).isEqualTo("𠮷小…");
        assertThat(Characters.cut("ae\u0301i", 3)).isEqualTo("a…");
        assertThat(Characters.cut("abc", 0)).isEmpty();
        assertThat(Characters.head("a𠮷b", 2)).isEqualTo("a");
        assertThat(Characters.head("a𠮷b", 3)).isEqualTo("a𠮷");
    }

    @Test
    void shouldNeverCutACharacterInHalf() {
        Random random = new Random(7);
        int[] some = {'a', '王', 0x20BB7, 0x301, 0x200D, 0x1F468, 0x1F467, 0x1F1E8, 0x1F1F3, 0xFE0F};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(10); i > 0; i--) {
                text.appendCodePoint(some[random.nextInt(some.length)]);
            }
            String whole = text.toString();
            int max = random.nextInt(12);
            assertThat(Characters.length(Characters.cut(whole, max))).isLessThanOrEqualTo(max);
            assertThat(Characters.head(whole, max).length()).isLessThanOrEqualTo(max);
            assertThat(whole).startsWith(Characters.head(whole, max));
            for (String cut : new String[]{Characters.cut(whole, max), Characters.head(whole, max),
                    Characters.maskName(whole), Characters.maskNumber(whole)}) {
                assertThat(cut.codePoints().noneMatch(Unclean::half)).as(whole).isTrue();
            }
        }
    }
}
