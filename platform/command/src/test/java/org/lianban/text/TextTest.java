package org.lianban.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.text.TextKind.CODE;
import static org.lianban.text.TextKind.DIGEST;
import static org.lianban.text.TextKind.DOCUMENT_NUMBER;
import static org.lianban.text.TextKind.FIRM_NAME;
import static org.lianban.text.TextKind.LINE;
import static org.lianban.text.TextKind.LINES;
import static org.lianban.text.TextKind.PERSON_NAME;
import static org.lianban.text.TextKind.PHONE;
import static org.lianban.text.TextKind.REGION;

import java.text.Normalizer;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.command.FaultCode;
import org.lianban.text.Text.Refused;
import org.lianban.text.Text.Repair;
import org.lianban.text.Text.Taken;

/** What is taken, repaired and refused, kind by kind; then texts that nobody thought of. */
class TextTest {

    private static String rare(int... characters) {
        return new String(characters, 0, characters.length);
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                // kind, sent, taken, repairs
                Arguments.of(PERSON_NAME, "张三", "张三", Set.of()),
                Arguments.of(PERSON_NAME, "𠮷小明", "𠮷小明", Set.of()),
                Arguments.of(PERSON_NAME, "𰻞𰻝", "𰻞𰻝", Set.of()),
                Arguments.of(PERSON_NAME, " 张三\u00a0", "张三", Set.of(Repair.SPACES)),
                Arguments.of(PERSON_NAME, "张三\r\n", "张三", Set.of(Repair.SPACES, Repair.LINE_ENDS)),
                Arguments.of(PERSON_NAME, "张\u3000三", "张三", Set.of(Repair.SPACES)),
                Arguments.of(PERSON_NAME, "John  Smith", "John Smith", Set.of(Repair.SPACES)),
                Arguments.of(PERSON_NAME, "ＬＩ Ming", "LI Ming", Set.of(Repair.WIDTH)),
                Arguments.of(PERSON_NAME, "J. Smith", "J. Smith", Set.of()),
                Arguments.of(PERSON_NAME, "张\u200b试例", "张试例", Set.of(Repair.INVISIBLE)),
                Arguments.of(PERSON_NAME, "张\ufeff试例", "张试例", Set.of(Repair.INVISIBLE)),
                Arguments.of(PERSON_NAME, "张" + rare(0xE0001) + "试例", "张试例", Set.of(Repair.INVISIBLE)),
                Arguments.of(PERSON_NAME, "葛" + rare(0xE0100) + "亮", "葛亮", Set.of(Repair.INVISIBLE)),
                Arguments.of(PERSON_NAME, "张\u00ad三", "张三", Set.of(Repair.INVISIBLE)),
                Arguments.of(PERSON_NAME, "\u200b\u200b", "", Set.of(Repair.INVISIBLE)),
                Arguments.of(PERSON_NAME, "\u3164", "", Set.of(Repair.INVISIBLE)),
                Arguments.of(PERSON_NAME, "王\u2f00", "王一", Set.of(Repair.COMPOSITION)),
                Arguments.of(PERSON_NAME, "Jose\u0301", "José", Set.of(Repair.COMPOSITION)),
                Arguments.of(FIRM_NAME, "新乡 县某某有限公司", "新乡县某某有限公司", Set.of(Repair.SPACES)),
                Arguments.of(FIRM_NAME, "某某（河南）有限公司", "某某（河南）有限公司", Set.of()),
                Arguments.of(FIRM_NAME, "ABC Trading Co., Ltd.", "ABC Trading Co., Ltd.", Set.of()),
                Arguments.of(DOCUMENT_NUMBER, "\u202d41072119900101123X\u202c", "41072119900101123X",
                        Set.of(Repair.INVISIBLE)),
                Arguments.of(DOCUMENT_NUMBER, "\u200e41072119900101123X", "41072119900101123X",
                        Set.of(Repair.INVISIBLE)),
                Arguments.of(DOCUMENT_NUMBER, "410721 19900101 123x", "41072119900101123x", Set.of(Repair.SPACES)),
                Arguments.of(DOCUMENT_NUMBER, "４１０７２１１９９００１０１１２３Ｘ", "41072119900101123X", Set.of(Repair.WIDTH)),
                Arguments.of(DOCUMENT_NUMBER, "410721199\u00ad00101123X", "41072119900101123X",
                        Set.of(Repair.INVISIBLE)),
                Arguments.of(DOCUMENT_NUMBER, "新公许〔2026〕17号", "新公许〔2026〕17号", Set.of()),
                Arguments.of(DOCUMENT_NUMBER, "12－34", "12-34", Set.of(Repair.WIDTH)),
                Arguments.of(LINE, "幸福路 3号\r\n2单元", "幸福路 3号 2单元", Set.of(Repair.LINE_ENDS)),
                Arguments.of(LINE, "甲\t乙", "甲 乙", Set.of(Repair.SPACES)),
                Arguments.of(LINE, "甲\u2028乙", "甲 乙", Set.of(Repair.LINE_ENDS)),
                Arguments.of(LINE, "数量 ١٢", "数量 ١٢", Set.of()),
                Arguments.of(LINES, "甲\r\n乙\r丙\u2029丁\n", "甲\n乙\n丙\n丁", Set.of(Repair.LINE_ENDS, Repair.SPACES)),
                Arguments.of(LINES, "一：\n\u3000\u3000甲", "一：\n\u3000\u3000甲", Set.of()),
                Arguments.of(CODE, "４１０７２１－gongan", "410721-gongan", Set.of(Repair.WIDTH)),
                Arguments.of(CODE, "41072120261121YJS000001A", "41072120261121YJS000001A", Set.of()),
                Arguments.of(REGION, " ４１０７２１ ", "410721", Set.of(Repair.WIDTH, Repair.SPACES)),
                Arguments.of(PHONE, "１３８００００００００", "13800000000", Set.of(Repair.WIDTH)),
                Arguments.of(PHONE, "\u202a138 0000 0000", "13800000000", Set.of(Repair.INVISIBLE, Repair.SPACES)),
                Arguments.of(PHONE, "138-0000-0000", "13800000000", Set.of(Repair.WIDTH)),
                Arguments.of(PHONE, "0373-1234567转801", "0373-1234567转801", Set.of()),
                Arguments.of(PHONE, "+852 9123 4567", "+85291234567", Set.of(Repair.SPACES)),
                Arguments.of(DIGEST, "sm3:" + "0".repeat(64), "sm3:" + "0".repeat(64), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void shouldTakeAndRepairNothingElse(TextKind kind, String sent, String value, Set<Repair> repairs) {
        assertThat(Text.read(kind, sent)).isEqualTo(new Taken(value, repairs));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                // kind, sent, code, what the message names
                Arguments.of(PERSON_NAME, "张\u0000三", FaultCode.UNCLEAN, "空字符 U+0000"),
                Arguments.of(PERSON_NAME, "张\b三", FaultCode.UNCLEAN, "控制字符 U+0008"),
                Arguments.of(PERSON_NAME, "张\u001f三", FaultCode.UNCLEAN, "控制字符 U+001F"),
                Arguments.of(PERSON_NAME, "王\ud842", FaultCode.UNCLEAN, "半个字符 U+D842"),
                Arguments.of(PERSON_NAME, "\udfb7王", FaultCode.UNCLEAN, "半个字符 U+DFB7"),
                Arguments.of(PERSON_NAME, "\u202e三张", FaultCode.UNCLEAN, "不可见的方向控制符 U+202E"),
                Arguments.of(PERSON_NAME, "张\u200e三", FaultCode.UNCLEAN, "U+200E"),
                Arguments.of(PERSON_NAME, "张三\n李四", FaultCode.UNCLEAN, "换行 U+000A"),
                Arguments.of(PERSON_NAME, "张\u2028三", FaultCode.UNCLEAN, "换行 U+000A"),
                Arguments.of(PERSON_NAME, "王\ue863", FaultCode.UNCLEAN, "自造字 U+E863"),
                Arguments.of(PERSON_NAME, "·", FaultCode.MALFORMED, "格式"),
                Arguments.of(PERSON_NAME, "张".repeat(101), FaultCode.TOO_LONG, "最长 100 字，现为 101 字"),
                Arguments.of(PERSON_NAME, "张".repeat(100_000), FaultCode.TOO_LONG, "最长 100 字"),
                Arguments.of(DOCUMENT_NUMBER, "\u202e41072119900101123X", FaultCode.UNCLEAN, "方向控制符 U+202E"),
                Arguments.of(DOCUMENT_NUMBER, "12\n34", FaultCode.UNCLEAN, "换行"),
                Arguments.of(DOCUMENT_NUMBER, "١٢٣", FaultCode.UNCLEAN, "其他文字的数字 U+0661"),
                Arguments.of(REGION, "41072", FaultCode.MALFORMED, "六位数字"),
                Arguments.of(REGION, "41072１１", FaultCode.TOO_LONG, "最长 6 字"),
                Arguments.of(CODE, "a'b", FaultCode.MALFORMED, "字母、数字"),
                Arguments.of(PHONE, "请打给我", FaultCode.MALFORMED, "13800000000"),
                Arguments.of(DIGEST, "md5:00", FaultCode.MALFORMED, "sha256"),
                Arguments.of(LINE, "甲\u0007乙", FaultCode.UNCLEAN, "U+0007"),
                Arguments.of(LINES, "甲\u000b乙", FaultCode.UNCLEAN, "U+000B"),
                Arguments.of(LINES, "甲\uffff乙", FaultCode.UNCLEAN, "U+FFFF"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void shouldRefuseWithAReasonThatNamesTheCharacter(TextKind kind, String sent, FaultCode code, String names) {
        assertThat(Text.read(kind, sent)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.message()).contains(names);
        });
    }

    /** 民委发〔2016〕33号: one dot, so that one person has one name. */
    @Test
    void shouldWriteEveryNameDotAsOne() {
        for (int dot : new int[]{0xB7, 0x387, 0x16EB, 0x2022, 0x2024, 0x2027, 0x2218, 0x2219, 0x22C5, 0x25CF, 0x25E6,
                0x26AB, 0x2E31,
                0x2E33, 0x30FB, 0x318D, 0xA78F, 0xFF0E, 0xFF65, '.'}) {
            String name = "阿不都" + Character.toString(dot) + "买买提";
            assertThat(Text.read(PERSON_NAME, name)).as("U+%04X", dot)
                    .isInstanceOfSatisfying(Taken.class, taken -> assertThat(taken.value()).isEqualTo("阿不都·买买提"));
        }
        assertThat(Text.read(PERSON_NAME, "阿不都 • 买买提"))
                .isInstanceOfSatisfying(Taken.class, taken -> assertThat(taken.value()).isEqualTo("阿不都·买买提"));
    }

    /** By the tables of Unicode (Bidi_Control; noncharacters), not by ours. */
    @ParameterizedTest
    @ValueSource(ints = {0x61C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
            0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFF, 0x10FFFF})
    void shouldRefuseInEveryNameAndLineWhatTurnsTextOrIsNoCharacter(int c) {
        for (TextKind kind : List.of(PERSON_NAME, FIRM_NAME, LINE, LINES)) {
            assertThat(Text.read(kind, "甲" + Character.toString(c) + "乙")).as("%s", kind)
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.code()).isEqualTo(FaultCode.UNCLEAN);
                        assertThat(refused.message()).contains("U+%04X".formatted(c));
                    });
        }
    }

    /** Default_Ignorable_Code_Point of Unicode, and the blank of Braille. */
    @ParameterizedTest
    @ValueSource(ints = {0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x200B, 0x200C, 0x200D, 0x2060, 0x2800,
            0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xE0001, 0xE0100})
    void shouldTakeOutOfANameWhatNobodySees(int c) {
        assertThat(Text.read(PERSON_NAME, "王" + Character.toString(c) + "小")).isInstanceOfSatisfying(Taken.class,
                taken -> assertThat(taken.value()).isEqualTo("王小"));
    }

    @Test
    void shouldKeepWhatIsWrittenAndRefuseWhatIsNoName() {
        assertThat(Text.read(LINE, "甲\u0600乙")).isEqualTo(new Taken("甲\u0600乙", Set.of()));
        assertThat(Text.read(FIRM_NAME, "某\ue863公司")).isInstanceOf(Refused.class);
        for (TextKind kind : List.of(PERSON_NAME, FIRM_NAME, DOCUMENT_NUMBER)) {
            assertThat(Text.read(kind, "〔〕")).as("%s", kind).isInstanceOfSatisfying(Refused.class,
                    refused -> assertThat(refused.message()).contains("应为").doesNotEndWith("应为"));
        }
        for (String hyphen : List.of("\u2212", "\ufe63", "\uff0d", "\u2010")) {
            assertThat(Text.read(CODE, "410721" + hyphen + "gongan")).as(hyphen).isInstanceOfSatisfying(Taken.class,
                    taken -> assertThat(taken.value()).isEqualTo("410721-gongan"));
        }
        assertThat(Text.read(PHONE, "+86 138 0000 0000")).isInstanceOfSatisfying(Taken.class,
                taken -> assertThat(taken.value()).isEqualTo("+8613800000000"));
    }

    /** Every character there is, alone and in company: what is taken is clean, and stays so when it is read again. */
    @ParameterizedTest
    @EnumSource
    void shouldTakeOnlyWhatIsCleanWhateverTheCharacter(TextKind kind) {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x34000 || c >= 0xE0000 && c < 0xE1000 ? 1 : 61) {
            clean(kind, kind.isNumber() ? "1" + Character.toString(c) + "2" : "王" + Character.toString(c) + "小");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeOnlyWhatIsCleanOfManyRandomTexts(TextKind kind) {
        Random random = new Random(20_261_201L + kind.ordinal());
        int[] odd = {0, 7, '\t', '\n', '\r', 0x85, 0xA0, 0xAD, 0x301, 0x323, 0x387, 0x61C, 0x1100, 0x1161, 0x11A8,
                0x180B, 0x200B, 0x200D, 0x200E, 0x2028, 0x202E, 0x2F00, 0x3000, 0x3164, 0xD842, 0xDFB7, 0xE863, 0xFB1D,
                0xFE0F, 0xFEFF, 0xFF11, 0xFF21, 0xFFFF, 0x1D15E, 0x20BB7, 0x2F800, 0xE0041, 0xE0100, '.', 0xB7, 0x2022,
                ' ', '1', 'a', '王', '-', 0x2013, 0x661};
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.appendCodePoint(random.nextInt(4) == 0
                        ? random.nextInt(Character.MAX_CODE_POINT + 1)
                        : odd[random.nextInt(odd.length)]);
            }
            clean(kind, text.toString());
        }
    }

    private static void clean(TextKind kind, String sent) {
        if (!(Text.read(kind, sent) instanceof Taken taken)) {
            return;
        }
        String value = taken.value();
        String named = sent.codePoints().mapToObj("U+%04X"::formatted).collect(Collectors.joining(" "));
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC) || Unclean.first(value).isPresent()
                || !value.equals(value.strip()) || value.codePoints().anyMatch(
                        c -> Unclean.invisible(c) || Character.isISOControl(c) && (c != '\n' || kind != LINES))) {
            assertThat(value).as("%s as %s", named, kind).isEqualTo("clean");
        }
        if (!new Taken(value, Set.of()).equals(Text.read(kind, value))) {
            assertThat(Text.read(kind, value)).as("%s as %s, read again", named, kind)
                    .isEqualTo(new Taken(value, Set.of()));
        }
    }
}
