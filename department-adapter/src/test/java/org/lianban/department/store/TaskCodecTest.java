package org.lianban.department.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.JointActivity;
import org.lianban.department.task.Extras.Mark;
import org.lianban.department.task.Extras;
import org.lianban.department.task.Task;
import org.lianban.security.DataKeys;
import org.lianban.security.PersonalDataCipher;
import tools.jackson.databind.json.JsonMapper;

class TaskCodecTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
    private final TaskCodec codec = new TaskCodec(json,
            new PersonalDataCipher(DataKeys.parse("k1:" + "0f".repeat(16))));

    private static Task task() {
        return Task.dispatched(new Task.Identity("C1", "03", ItemKind.LICENSE), "410721-gongan", List.of(),
                List.of("01"), 1, NOW);
    }

    /** Tasks that were stored by earlier versions stay readable, and one without extras costs nothing more. */
    @Test
    void shouldWriteAPlainTaskAsBefore() {
        String before = "{\"c\":\"C1\",\"i\":\"03\",\"k\":\"LICENSE\",\"d\":\"410721-gongan\",\"s\":\"DISPATCHED\","
                + "\"w\":[\"01\"],\"p\":true,\"m\":false,\"e\":1,\"q\":0,\"n\":0,\"t\":\"2026-03-02T01:00:00Z\","
                + "\"u\":\"2026-03-02T01:00:00Z\"}";
        assertThat(codec.write(task())).isEqualTo(before);
        assertThat(codec.read(before)).isEqualTo(task());
    }

    @Test
    void shouldKeepEverythingThatOnlySomeTasksHaveAndSealTheForm() {
        JointActivity activity = new JointActivity("C1-J1", JointActivity.Kind.INSPECTION, "410721-lead",
                List.of(new JointActivity.Participant("03", "410721-gongan")), NOW, "小冀镇", null);
        for (Mark mark : Mark.values()) {
            Task task = task().with(new Extras(EnumSet.of(mark, Mark.CORRECTED), 7,
                    List.of(new Extras.Joint(activity, true)),
                    List.of(new MaterialRef("m01", "租赁合同", MaterialRef.Form.PAPER, null, null, 0)),
                    json.readTree("{\"childName\":\"张小宝\"}")));
            String stored = codec.write(task);
            assertThat(codec.read(stored)).isEqualTo(task);
            assertThat(stored).doesNotContain("张小宝");
        }
    }
}
