package org.lianban.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class AsyncApiTest {
    private static final Path FILE = Path.of("../../deploy/docs/asyncapi.yaml");
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String MARK = "-Dlianban.schemas=write\n";
    private static final Set<String> OVER_HTTP = Set.of("Delivery", "Reply", "ReplyAnswer");
    private static final String TEXT = text();
    private static final JsonNode DOCUMENT = YAMLMapper.shared().readTree(TEXT);

    @Test
    void shouldDescribeEveryTopicAndNoOther() {
        Set<String> topics = Arrays.stream(Topics.class.getFields()).filter(f -> Modifier.isStatic(f.getModifiers()))
                .map(AsyncApiTest::value).collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts(DOCUMENT.path("channels"), "/address")).isEqualTo(topics);
    }

    @Test
    void shouldCarryEveryEventOnAChannelOfItsPublisher() {
        JsonNode channels = DOCUMENT.path("channels");
        for (Contract contract : onKafka()) {
            String source = contract.type().split("\\.")[2];
            String event = contract.carrier().getSimpleName();

            assertThat(channels.valueStream()
                    .filter(c -> c.path("messages").path(event).path("$ref").stringValue("")
                            .equals("#/components/messages/" + event))
                    .map(c -> c.path("address").stringValue()).toList())
                    .as("channels of %s", contract).hasSize(1).allMatch(address -> address.contains(source));
        }
    }

    @Test
    void shouldNameEveryMessageByItsTypeAndSchema() {
        JsonNode messages = DOCUMENT.at("/components/messages");

        assertThat(texts(messages, "/name"))
                .isEqualTo(onKafka().stream().map(Contract::type).collect(Collectors.toCollection(TreeSet::new)));
        for (Contract contract : onKafka()) {
            String event = contract.carrier().getSimpleName();
            assertThat(messages.path(event).at("/payload/$ref").stringValue()).isEqualTo(SCHEMAS + event);
            assertThat(DOCUMENT.at(SCHEMAS.substring(1) + event + "/title").stringValue()).isEqualTo(contract.type());
        }
    }

    private static String text() {
        try {
            if ("write".equals(System.getProperty("lianban.schemas"))) {
                Files.writeString(FILE, bundled(Files.readString(FILE)));
            }
            return Files.readString(FILE);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String bundled(String text) {
        return text.substring(0, text.indexOf(MARK) + MARK.length()) + SchemaBundle.of(onKafka(), SCHEMAS).yaml();
    }

    /** Whoever has the document needs nothing else. */
    @Test
    void shouldBundleTheSchemasOfItsMessages() {
        assertThat(TEXT).as("""
                %s does not say what the records say. Write it anew, and read the difference before it is committed:
                mvn -pl platform/contracts test -Dlianban.schemas=write""", FILE).isEqualTo(bundled(TEXT));
    }

    @Test
    void shouldReferToNothingThatIsMissing() {
        List<String> references = DOCUMENT.findValuesAsString("$ref");

        assertThat(references).hasSizeGreaterThan(50).allMatch(ref -> ref.startsWith("#/"));
        assertThat(references.stream().filter(ref -> DOCUMENT.at(ref.substring(1)).isMissingNode())).isEmpty();
    }

    @Test
    void shouldUseEveryChannel() {
        assertThat(DOCUMENT.path("asyncapi").stringValue()).isEqualTo("3.0.0");
        assertThat(texts(DOCUMENT.path("operations"), "/channel/$ref")).isEqualTo(DOCUMENT.path("channels")
                .propertyStream().map(c -> "#/channels/" + c.getKey()).collect(Collectors.toCollection(TreeSet::new)));
        assertThat(texts(DOCUMENT.path("operations"), "/action")).containsExactly("receive", "send");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ProvinceApplication", "ApplicationReply", "CaseStatus"})
    void shouldShowAProvinceExamplesThatAreValid(String event) {
        JsonNode message = DOCUMENT.at("/components/messages/" + event);
        Contract contract = onKafka().stream().filter(c -> c.carrier().getSimpleName().equals(event)).findFirst()
                .orElseThrow();
        JsonNode headers = DOCUMENT.at("/components/schemas/"
                + (message.has("traits") ? "CloudEventHeaders" : "ApplicationHeaders"));

        assertThat(message.path("examples")).hasSizeGreaterThan(1);
        for (JsonNode example : message.path("examples")) {
            JsonNode payload = example.path("payload");
            assertThat(Schemas.faults(Contract.read(contract.schema()), payload)).as("%s", example).isEmpty();
            Object read = Contract.JSON.treeToValue(payload, contract.carrier());
            assertThat(Contract.JSON.readTree(Contract.JSON.writeValueAsString(read)).toPrettyString())
                    .isEqualTo(payload.toPrettyString());
            if (example.has("headers")) {
                assertThat(Schemas.faults(headers, example.path("headers"))).as("%s", example).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ApplicationReply", "CaseStatus"})
    void shouldDeriveTheIdsOfItsExamples(String event) {
        for (JsonNode example : DOCUMENT.at("/components/messages/" + event + "/examples")) {
            JsonNode headers = example.path("headers");
            assertThat(headers.path("ce_id").stringValue()).isEqualTo("province/"
                    + headers.path("ce_subject").stringValue() + "/" + headers.path("ce_sequence").stringValue());
            assertThat(headers.path("ce_type").stringValue()).isEqualTo("org.lianban.province." + event + ".v1");
        }
    }

    private static List<Contract> onKafka() {
        return Contract.all().stream().filter(c -> !OVER_HTTP.contains(c.carrier().getSimpleName())).toList();
    }

    private static TreeSet<String> texts(JsonNode parents, String pointer) {
        return parents.valueStream().map(p -> p.at(pointer).stringValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
