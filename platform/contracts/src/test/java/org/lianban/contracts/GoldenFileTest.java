package org.lianban.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GoldenFileTest {
    private static final String ADD_A_VERSION = """
            %s is a message as it was once sent, and it must stay readable as it is.
            Do not edit it: put the record back as it was, and add a version beside it (a record %sV2 with a schema and \
            a golden file of its own).""";

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldReadAndWriteBackTheSame(Contract contract) {
        JsonNode golden = Contract.read(contract.golden());

        Object read = Contract.JSON.treeToValue(golden, contract.carrier());

        assertThat(Contract.JSON.readTree(Contract.JSON.writeValueAsString(read)).toPrettyString())
                .as(advice(contract)).isEqualTo(golden.toPrettyString());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldBeValidBySchema(Contract contract) {
        assertThat(Schemas.faults(Contract.read(contract.schema()), Contract.read(contract.golden())))
                .as(advice(contract)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldBeInvalidWithoutAnyRequiredProperty(Contract contract) {
        JsonNode schema = Contract.read(contract.schema());
        for (JsonNode required : schema.path("required")) {
            ObjectNode without = ((ObjectNode) Contract.read(contract.golden()));
            without.remove(required.stringValue());

            assertThat(Schemas.faults(schema, without)).as("without " + required).hasSize(1);
        }
    }

    @Test
    void shouldExistForEveryEventAndNoOther() {
        assertThat(Contract.typesIn(Contract.GOLDEN))
                .as("a golden file stays for ever, and so does the record that reads it").isEqualTo(SchemaTest.types());
    }

    private static String advice(Contract contract) {
        return ADD_A_VERSION.formatted(contract.golden(), contract.carrier().getSimpleName());
    }
}
