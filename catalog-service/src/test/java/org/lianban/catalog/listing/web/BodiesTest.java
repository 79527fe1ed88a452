package org.lianban.catalog.listing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.calendar.Arrangement;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.DepartmentCheck;
import org.lianban.catalog.listing.publication.Publication;
import org.lianban.catalog.listing.publication.Publication.Context;
import org.lianban.command.Decision;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.FormReader;
import org.lianban.http.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent, the answer is a decision or a refusal that names the place. */
class BodiesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> OFFICES = Set.of("410721-zhujian", "410721-ziranziyuan",
            "410721-shichangjianguan");
    private static final String GROUPED = Examples.CONTENT.replace("\"questions\":[]", """
            "questions":[{"id":"item-02","text":"?","options":[{"value":"yes","label":"是","items":["02"]},
            {"value":"no","label":"否","items":[]}],"defaultAnswer":"yes"}]""").replace("\"hard\":[\"01\"]", """
            "group":{"type":"OPTIONAL","key":"item-02"},"hard":["01"]""");
    private static final int DAMAGED = 20_000;

    private interface Decide {
        void on(String body);
    }

    @Test
    void shouldPublishTheExample() {
        assertThat(decide(Examples.CONTENT)).isInstanceOf(Decision.Accepted.class);
        assertThat(decide(GROUPED)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void shouldSurviveAnyDamageToAContent() {
        damage(GROUPED, BodiesTest::decide);
    }

    @Test
    void shouldSurviveAnyDamageToAnArrangement() {
        damage(Examples.ARRANGEMENT, body -> read(body, Arrangement.class).decide("CN", null));
    }

    @Test
    void shouldSurviveAnyDamageToADepartment() {
        damage(Examples.DEPARTMENT, body -> DepartmentCheck.of(document(body, Department.class), OFFICES));
    }

    @Test
    void shouldRefuseWhatADatabaseCannotStore() {
        assertThatThrownBy(() -> document(Examples.DEPARTMENT.replace("县档案馆", "县\\u0000馆"), Department.class))
                .isInstanceOf(Problem.class);
    }

    private static <T> T read(String body, Class<T> type) {
        return FormReader.form(body.getBytes(StandardCharsets.UTF_8), type);
    }

    private static <T> T document(String body, Class<T> type) {
        return FormReader.document(body.getBytes(StandardCharsets.UTF_8), type);
    }

    private static Decision<OneThing> decide(String body) {
        return Publication.decide(read(body, Content.class), Instant.EPOCH, Instant.EPOCH,
                new Context(OFFICES, null, null));
    }

    private static void damage(String sound, Decide decide) {
        int refused = 0;
        for (long seed = 0; seed < DAMAGED; seed++) {
            Random random = new Random(seed);
            JsonNode body = JSON.readTree(sound);
            for (int times = 1 + random.nextInt(3); times > 0; times--) {
                damage(body, random);
            }
            try {
                decide.on(body.toString());
            } catch (Problem named) {
                refused++;
                assertThat(named.faults()).as("seed %d", seed).isNotEmpty();
            } catch (RuntimeException bug) {
                fail("seed " + seed + ": " + body, bug);
            }
        }
        assertThat(refused).isPositive();
    }

    private static void damage(JsonNode root, Random random) {
        List<JsonNode> holders = new ArrayList<>();
        collect(root, holders);
        JsonNode holder = holders.get(random.nextInt(holders.size()));
        JsonNode other = switch (random.nextInt(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.getNodeFactory().stringNode("");
            case 2 -> JSON.getNodeFactory().numberNode(random.nextInt(30_000) - 5_000);
            case 3 -> JSON.createArrayNode();
            case 4 -> JSON.createObjectNode();
            default -> JSON.getNodeFactory().stringNode("02");
        };
        if (holder instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = List.copyOf(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextBoolean()) {
                object.remove(name);
            } else {
                object.set(name, other);
            }
        } else if (holder instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), other);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainer()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }
}
