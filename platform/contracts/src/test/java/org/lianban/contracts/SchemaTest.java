package org.lianban.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.node.ObjectNode;

class SchemaTest {
    private static final String ADD_A_VERSION = """
            %s does not say what the record %s says.
            A published version never changes: readers of it are running, and messages of it are kept. Take the change \
            out of the record, and add a new one beside it (%sV2, then a schema and a golden file of its own); the \
            old ones stay readable for ever.
            Only if this version was never released: mvn -pl platform/contracts test -Dlianban.schemas=write, \
            and read the difference before it is committed.""";

    static Stream<Contract> contracts() {
        return Contract.all().stream();
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldSayWhatTheRecordSays(Contract contract) throws IOException {
        ObjectNode said = SchemaMaker.make(contract, new Words());
        if ("write".equals(System.getProperty("lianban.schemas"))) {
            Files.writeString(contract.schema(),
                    Contract.JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(said) + "\n");
        }

        assertThat(contract.schema()).as("schema of a new event; -Dlianban.schemas=write makes a first draft").exists();
        String record = contract.carrier().getSimpleName();
        assertThat(Contract.read(contract.schema()).toPrettyString())
                .as(ADD_A_VERSION, contract.schema(), record, record).isEqualTo(said.toPrettyString());
    }

    @Test
    void shouldHaveOneSchemaForEveryEventAndNoOther() {
        assertThat(Contract.typesIn(Contract.SCHEMAS))
                .as("a published schema stays, and so does its record").isEqualTo(types());
    }

    @Test
    void shouldHaveNoWordsForWhatIsGone() {
        Words words = new Words();
        contracts().forEach(contract -> SchemaMaker.make(contract, words));

        assertThat(words.unused()).isEmpty();
    }

    static TreeSet<String> types() {
        return contracts().map(Contract::type).collect(Collectors.toCollection(TreeSet::new));
    }
}
