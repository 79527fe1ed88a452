package org.lianban.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.command.FaultCode.INCONSISTENT;
import static org.lianban.command.FaultCode.MALFORMED;
import static org.lianban.command.FaultCode.MISSING;
import static org.lianban.command.FaultCode.NOT_JSON;
import static org.lianban.command.FaultCode.OUT_OF_RANGE;
import static org.lianban.command.FaultCode.TOO_FEW;
import static org.lianban.command.FaultCode.TOO_LONG;
import static org.lianban.command.FaultCode.TOO_MANY;
import static org.lianban.command.FaultCode.TOO_SHORT;
import static org.lianban.command.FaultCode.UNCLEAN;
import static org.lianban.command.FaultCode.UNKNOWN;
import static org.lianban.command.FaultCode.UNKNOWN_FIELD;
import static org.lianban.command.FaultCode.WRONG_TYPE;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.command.FaultCode;
import org.lianban.form.Form.Faulty;
import org.lianban.form.Form.Whole;
import org.lianban.text.TextKind;
import tools.jackson.databind.JsonNode;

class FormsTest {
    enum Colour {
        RED, GREEN
    }

    record Person(@Field(kind = TextKind.PERSON_NAME, label = "姓名", max = 5) String name,
            @Field(label = "出生日期") @Nullable LocalDate born) {}

    record Span(@Field(label = "起") LocalDate from, @Field(label = "止") LocalDate to) {
        Span {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("止不能早于起");
            }
        }
    }

    record Everything(@Field(label = "说明", min = 2) String text, @Nullable String note,
            @Field(label = "件数", min = 1, max = 9) int count, @Nullable Integer more, @Nullable Long much,
            @Field(label = "金额", min = 0, scale = 2) @Nullable BigDecimal money, boolean urgent,
            @Nullable Boolean maybe, @Field(label = "颜色") Colour colour, FormsTest.@Nullable Colour other,
            @Nullable LocalDate day, @Nullable Instant at, @Nullable LocalTime time,
            @Field(kind = TextKind.CODE, label = "编号", max = 8, most = 3, pattern = "[a-z0-9]+",
                    form = "小写字母或数字") List<String> codes,
            @Field(label = "申请人") @Nullable Person person, List<Person> people, Map<String, Colour> colours,
            @Nullable JsonNode free, @JsonProperty("else") @Nullable String otherwise, @Nullable Span span) {}

    record Few(@Field(label = "事项", least = 2) List<String> items) {}

    private static final String LEAST = "'text':'甲乙','count':3,'colour':'RED'";

    private static <T> Form<T> read(String json, Class<T> type) {
        return switch (Forms.tree(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))) {
            case Whole<JsonNode> tree -> Forms.read(tree.value(), type);
            case Faulty<JsonNode> faulty -> new Faulty<>(faulty.faults());
        };
    }

    private static Everything whole(String more) {
        return switch (read("{" + LEAST + more + "}", Everything.class)) {
            case Whole<Everything> whole -> whole.value();
            case Faulty<Everything> faulty -> throw new AssertionError(faulty.faults());
        };
    }

    private static String faults(Form<?> form) {
        return form instanceof Faulty<?> faulty
                ? faulty.faults().stream().map(f -> f.pointer() + " " + f.code()).collect(Collectors.joining(", "))
                : "whole";
    }

    @Test
    void shouldFillInWhatNeedsNotBeSent() {
        assertThat(whole("")).isEqualTo(new Everything("甲乙", null, 3, null, null, null, false, null, Colour.RED, null,
                null, null, null, List.of(), null, List.of(), Map.of(), null, null, null));
        assertThat(whole(",'note':null,'codes':null,'urgent':null,'person':null")).isEqualTo(whole(""));
        assertThat(whole(",'note':' \u200b '")).as("nothing is left of it").isEqualTo(whole(""));
    }

    @Test
    void shouldReadEveryType() {
        Everything all = whole("""
                ,'note':' 注\u3000','more':-1,'much':9007199254740993,'money':12.50,'urgent':true,'maybe':false,
                'other':'GREEN','day':'2026-03-02','at':'2026-03-02T09:00:00+08:00','time':'09:30','codes':['a1','ｂ2'],
                'person':{'name':'阿·张','born':'1990-01-01'},'people':[{'name':'𠮷'}],'colours':{'甲':'RED'},
                'free':{'a':[1.50,'x']},'else':'e','span':{'from':'2026-01-01','to':'2026-01-02'}""");
        assertThat(all.note()).isEqualTo("注");
        assertThat(all.more()).isEqualTo(-1);
        assertThat(all.much()).isEqualTo(9007199254740993L);
        assertThat(all.money()).isEqualTo(new BigDecimal("12.5"));
        assertThat(all.urgent()).isTrue();
        assertThat(all.maybe()).isFalse();
        assertThat(all.other()).isEqualTo(Colour.GREEN);
        assertThat(all.day()).isEqualTo("2026-03-02");
        assertThat(all.at()).isEqualTo("2026-03-02T01:00:00Z");
        assertThat(all.time()).isEqualTo("09:30");
        assertThat(all.codes()).containsExactly("a1", "b2");
        assertThat(all.person()).isEqualTo(new Person("阿·张", LocalDate.of(1990, 1, 1)));
        assertThat(all.people()).containsExactly(new Person("𠮷", null));
        assertThat(all.colours()).containsExactly(Map.entry("甲", Colour.RED));
        assertThat(all.free()).hasToString("{\"a\":[1.50,\"x\"]}");
        assertThat(all.otherwise()).isEqualTo("e");
        assertThat(all.span()).isEqualTo(new Span(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)));
    }

    static Stream<Arguments> faulty() {
        return Stream.of(
                // members, pointer, code, what the message says
                Arguments.of("'text':1", "/text", WRONG_TYPE, "说明应为文本"),
                Arguments.of("'text':'  '", "/text", MISSING, "请填写说明"),
                Arguments.of("'text':'甲'", "/text", TOO_SHORT, "说明至少 2 字"),
                Arguments.of("'text':'" + "甲".repeat(501) + "'", "/text", TOO_LONG, "说明最长 500 字，现为 501 字"),
                Arguments.of("'text':'甲\\u0000'", "/text", UNCLEAN, "说明含有空字符 U+0000，请删除"),
                Arguments.of("'text':'甲\\ud842'", "/text", UNCLEAN, "半个字符 U+D842"),
                Arguments.of("'count':'3'", "/count", WRONG_TYPE, "件数应为数字"),
                Arguments.of("'count':1.5", "/count", WRONG_TYPE, "件数应为整数"),
                Arguments.of("'count':0", "/count", OUT_OF_RANGE, "件数应在 1 至 9 之间"),
                Arguments.of("'count':1E+999999999", "/count", OUT_OF_RANGE, "件数应在 1 至 9 之间"),
                Arguments.of("'count':1E-999999999", "/count", OUT_OF_RANGE, "件数应在 1 至 9 之间"),
                Arguments.of("'much':" + "9".repeat(99), "/much", OUT_OF_RANGE, "应在"),
                Arguments.of("'money':" + "9".repeat(99) + ".5", "/money", OUT_OF_RANGE, "金额应在 0 至"),
                Arguments.of("'money':-0.01", "/money", OUT_OF_RANGE, "金额应在 0 至"),
                Arguments.of("'money':0.001", "/money", MALFORMED, "最多 2 位小数"),
                Arguments.of("'urgent':'yes'", "/urgent", WRONG_TYPE, "true 或 false"),
                Arguments.of("'colour':'BLUE'", "/colour", UNKNOWN, "颜色应为下列之一：RED、GREEN"),
                Arguments.of("'colour':{}", "/colour", WRONG_TYPE, "颜色应为文本"),
                Arguments.of("'day':'2026-02-30'", "/day", MALFORMED, "2026-03-02 这样的日期"),
                Arguments.of("'day':'+12026-01-01'", "/day", OUT_OF_RANGE, "应在 1900-01-01 至 2100-12-31 之间"),
                Arguments.of("'day':'1899-12-31'", "/day", OUT_OF_RANGE, "1900-01-01"),
                Arguments.of("'at':'2026-03-02T09:00:00'", "/at", MALFORMED, "带时区的时刻"),
                Arguments.of("'at':'+999999999-12-31T23:59:59+18:00'", "/at", OUT_OF_RANGE, "2100-12-31"),
                Arguments.of("'time':'25:00'", "/time", MALFORMED, "09:00 这样的时间"),
                Arguments.of("'codes':'a'", "/codes", WRONG_TYPE, "编号应为列表"),
                Arguments.of("'codes':['a','b','c','d']", "/codes", TOO_MANY, "编号最多 3 项"),
                Arguments.of("'codes':['a',null]", "/codes/1", MISSING, "请填写编号"),
                Arguments.of("'codes':['a','B']", "/codes/1", MALFORMED, "编号格式不对，应为小写字母或数字"),
                Arguments.of("'person':[]", "/person", WRONG_TYPE, "申请人应为对象"),
                Arguments.of("'person':{'name':'张三李四王五'}", "/person/name", TOO_LONG, "姓名最长 5 字"),
                Arguments.of("'people':[{'name':'张'},{'name':'李','age':3}]", "/people/1/age", UNKNOWN_FIELD, "没有此字段"),
                Arguments.of("'colours':{'a/b':'BLUE'}", "/colours/a~1b", UNKNOWN, "RED、GREEN"),
                Arguments.of("'colours':{'\\u202e':'RED'}", "/colours/U+202E", UNCLEAN, "方向控制符"),
                Arguments.of("'free':{'a':['x\\u0000']}", "/free/a/0", UNCLEAN, "U+0000"),
                Arguments.of("'free':{'a':1E+999999999}", "/free/a", OUT_OF_RANGE, "应在"),
                Arguments.of("'free':" + "9".repeat(99), "/free", OUT_OF_RANGE, "应在"),
                Arguments.of("'\\u202ex':1", "/U+202Ex", UNKNOWN_FIELD, "没有此字段"),
                Arguments.of("'span':{'from':'2026-01-02','to':'2026-01-01'}", "/span", INCONSISTENT, "止不能早于起"));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void shouldTellWhatIsWrongAndWhere(String member, String pointer, FaultCode code, String says) {
        String others = Arrays.stream(LEAST.split(","))
                .filter(other -> !other.split(":")[0].equals(member.split(":")[0])).collect(Collectors.joining(","));
        Form<Everything> form = read("{" + others + "," + member + "}", Everything.class);
        assertThat(faults(form)).isEqualTo(pointer + " " + code);
        String message = ((Faulty<Everything>) form).faults().getFirst().message();
        assertThat(message).contains(says).doesNotContain("java", "lianban");
    }

    @Test
    void shouldTellEverythingInOnePass() {
        assertThat(faults(read("""
                {'a':1,'text':null,'count':99,'colour':'x','person':{'name':'','born':'soon','b':2},
                'codes':['A','\\ud842'],'c':3}""", Everything.class))).isEqualTo(
                "/a UNKNOWN_FIELD, /c UNKNOWN_FIELD, /text MISSING, /count OUT_OF_RANGE, /colour UNKNOWN, "
                        + "/codes/0 MALFORMED, /codes/1 UNCLEAN, /person/b UNKNOWN_FIELD, /person/name MISSING, "
                        + "/person/born MALFORMED");
    }

    @Test
    void shouldAskForTheEntriesOfAList() {
        assertThat(faults(read("{}", Few.class))).isEqualTo("/items " + MISSING);
        assertThat(faults(read("{'items':[]}", Few.class))).isEqualTo("/items " + MISSING);
        assertThat(faults(read("{'items':['a']}", Few.class))).isEqualTo("/items " + TOO_FEW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{'a':1,'a':2}", "{} {}", "nul", "{'a':NaN}"})
    void shouldKnowWhatIsNoJson(String body) {
        assertThat(faults(read(body, Few.class))).isEqualTo(" " + NOT_JSON);
    }

    @Test
    void shouldTellApartWhatIsNoFormAtAll() {
        for (String body : List.of("", "[]", "1", "null", "'x'")) {
            assertThat(read(body, Few.class)).as(body).isInstanceOfSatisfying(Faulty.class,
                    faulty -> assertThat(Forms.unreadable(faulty.faults())).isTrue());
        }
        assertThat(read("{}", Few.class)).isInstanceOfSatisfying(Faulty.class,
                faulty -> assertThat(Forms.unreadable(faulty.faults())).isFalse());
    }

    @Test
    void shouldBeDeepOnlyAsFarAsTheReaderGoes() {
        String deep = "[".repeat(400) + "]".repeat(400);
        assertThat(whole(",'free':" + deep).free()).isNotNull();
        assertThat(faults(read("{'free':" + "[".repeat(100_000), Everything.class))).isEqualTo(" " + NOT_JSON);
    }

    record Inner(String name, int count, List<String> lines) {}

    @OwnRules(ignoring = "version")
    record Sheet(@Field(label = "标题") String title, Inner inner, List<Inner> all) {}

    @Test
    void shouldLeaveWhatIsMissingToADocumentsOwnRules() {
        assertThat(read("{'version':3}", Sheet.class)).isEqualTo(new Form.Whole<>(new Sheet(null, null, List.of())));
        assertThat(read("{'title':'甲','inner':{'name':' 一\\r\\n二 '}}", Sheet.class)).isEqualTo(
                new Form.Whole<>(new Sheet("甲", new Inner("一\n二", 0, List.of()), List.of())));
        assertThat(faults(read("{'all':[null,{'name':'\\u0000','count':'x','lines':[null]}],'x':1}", Sheet.class)))
                .isEqualTo("/x UNKNOWN_FIELD, /all/0 MISSING, /all/1/name UNCLEAN, /all/1/count WRONG_TYPE, "
                        + "/all/1/lines/0 MISSING");
        assertThat(Forms.document(
                Forms.tree("{\"name\":\"甲\"}".getBytes(StandardCharsets.UTF_8)) instanceof Form.Whole<JsonNode> tree
                        ? tree.value()
                        : null,
                Inner.class, "")).isEqualTo(new Form.Whole<>(new Inner("甲", 0, List.of())));
    }
}
