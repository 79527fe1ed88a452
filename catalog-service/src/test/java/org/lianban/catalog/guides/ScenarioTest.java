package org.lianban.catalog.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianban.command.Decision;
import org.lianban.command.Fault;
import org.lianban.command.Refusal;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Material;

class ScenarioTest {
    private static final OneThing SAMPLE = Sample.complete();

    private static OneThing chosen(Map<String, String> answers) {
        return ((Decision.Accepted<Scenario>) Scenario.choose(SAMPLE, answers)).events().getFirst().oneThing();
    }

    private static Refusal unclear(Map<String, String> answers) {
        return ((Decision.Refused<Scenario>) Scenario.choose(SAMPLE, answers)).refusal();
    }

    @Test
    void shouldKeepExactlyWhatTheAnswersNeed() {
        OneThing without = chosen(Map.of("item-03", "no"));

        assertThat(without.items()).extracting(Item::no).containsExactly("01", "02");
        assertThat(without.materials()).extracting(Material::code).containsExactly("m01", "m02");
        assertThat(without.form()).extracting(FormField::name).containsExactly("name");
        assertThat(chosen(Map.of("item-03", "yes")).materials()).extracting(Material::code).containsExactly("m01",
                "m02",
                "m03");
    }

    @Test
    void shouldNameEveryUnclearAnswerAtOnce() {
        assertThat(unclear(Map.of("item-03", "maybe", "item-99", "yes")).faults()).extracting(Fault::pointer)
                .containsExactly("/answers/item-99", "/answers/item-03");
        assertThat(unclear(Map.of()).faults()).singleElement().satisfies(f -> assertThat(f.message())
                .isEqualTo("请回答：是否刻制公章"));
    }

    @Test
    void shouldCountTheLimitOfTheChosenItemsOnly() {
        assertThat(Sample.guide(chosen(Map.of("item-03", "no"))).promised().workingDays()).isEqualTo(6);
    }
}
