package org.lianban.catalog.listing.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.catalog.listing.publication.Contents.OFFICE;
import static org.lianban.catalog.listing.publication.Contents.OFFICES;
import static org.lianban.catalog.listing.publication.Contents.grouped;
import static org.lianban.catalog.listing.publication.Contents.item;
import static org.lianban.catalog.listing.publication.Contents.limited;
import static org.lianban.catalog.listing.publication.Contents.material;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Option;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.Term;

class ValidationTest {

    private static List<Fault> faults(Content content) {
        return Validation.check(content, OFFICES);
    }

    private static List<String> codes(Content content) {
        return faults(content).stream().map(Fault::code).toList();
    }

    @Test
    void shouldAcceptAContentWithoutFault() {
        assertThat(faults(Contents.of(item("01"), item("02", "01"), limited("03", 5, 5)))).isEmpty();
    }

    @Test
    void shouldNameAllFaultsAtOnce() {
        Content content = Contents.of(
                List.of(item("01", "03"), item("02", List.of(), List.of("09", "02"), null, null, null),
                        item("03", "01"), limited("04", 21, 20),
                        item("04", List.of("410721-nobody"), List.of(), null, null, null),
                        grouped("05", Group.Type.EXACTLY_ONE, "group-q")),
                List.of(), List.of(), List.of(material("其他材料")));
        assertThat(codes(content)).contains("CYCLE", "ITEM_WITHOUT_DEPARTMENT",
                "UNKNOWN_PREREQUISITE",
                "SELF_PREREQUISITE", "PROMISE_EXCEEDS_STATUTORY", "DUPLICATE_ITEM",
                "UNKNOWN_DEPARTMENT",
                "GROUP_OF_ONE", "QUESTION_MISMATCH", "VAGUE_MATERIAL");
    }

    @Test
    void shouldNameThePathOfACycle() {
        assertThat(faults(Contents.of(item("01", "03"), item("02", "01"), item("03", "01"))))
                .containsExactly(Defect.CYCLE.at("/items", "前置关系成环：01 → 03 → 01"));
    }

    @Test
    void shouldRefuseUnitsThatCannotBeCompared() {
        assertThat(codes(Contents.of(
                item("01", List.of(OFFICE), List.of(), null, Term.serviceMinutes(120), Term.workingDays(5)))))
                .containsExactly("MIXED_UNITS");
    }

    @Test
    void shouldRefuseAlternativesThatWaitForEachOther() {
        Group group = new Group(Group.Type.EXACTLY_ONE, "group-q");
        Question question = new Question("group-q", "?", List.of(new Option("01", "a", List.of("01")),
                new Option("02", "b", List.of("02"))), null);
        assertThat(codes(Contents.of(
                List.of(item("01", List.of(OFFICE), List.of(), group, null, null),
                        item("02", List.of(OFFICE), List.of("01"), group, null, null)),
                List.of(question), List.of(), List.of()))).containsExactly("PREREQUISITE_OF_ALTERNATIVE");
    }

    @Test
    void shouldRefuseQuestionsThatDoNotMatchTheItems() {
        Question wrongItem = new Question("item-01", "?",
                List.of(new Option("yes", "是", List.of("02")), new Option("no", "否", List.of())), "yes");
        Question nobodys = new Question("item-09", "?", List.of(), "maybe");
        Question notYesNo = new Question("item-02", "?", List.of(new Option("ja", "是", List.of("02"))), "nein");
        Content content = Contents.of(
                List.of(grouped("01", Group.Type.OPTIONAL, "item-01"), grouped("02", Group.Type.OPTIONAL, "item-02")),
                List.of(wrongItem, nobodys, notYesNo), List.of(), List.of());
        assertThat(faults(content)).extracting(Fault::pointer).contains("/questions/0/options", "/questions/1",
                "/questions/2/options", "/questions/2/defaultAnswer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"其他材料", "等相关材料", "其它证明材料", "法律法规规定的其他材料", "有关材料", "需要提交的材料", "营业执照等材料", "所需文件",
            "身份证、户口簿等"})
    void shouldRefuseVagueMaterials(String name) {
        assertThat(codes(Contents.of(List.of(item("01")), List.of(), List.of(), List.of(material(name)))))
                .containsExactly("VAGUE_MATERIAL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"居民身份证", "经营场所使用权证明", "亲属关系证明", "用地或者房屋权属证明", "变更决议或者决定", "食品安全规章制度"})
    void shouldAcceptMaterialsThatAreNamed(String name) {
        assertThat(faults(Contents.of(List.of(item("01")), List.of(), List.of(), List.of(material(name))))).isEmpty();
    }

    @Test
    void shouldRefuseFieldsNobodyCanFillIn() {
        FormField choice = new FormField("kind", "类别", FieldType.CHOICE, true, List.of(), 0, List.of("09"));
        assertThat(codes(Contents.of(List.of(item("01")), List.of(), List.of(choice, choice), List.of())))
                .contains("MISSING", "OUT_OF_RANGE", "UNKNOWN_ITEM", "DUPLICATE");
    }

    @Test
    void shouldCountARareCharacterOnce() {
        assertThat(codes(named("𠮷".repeat(200)))).isEmpty();
        assertThat(codes(named("𠮷".repeat(201)))).containsExactly("OUT_OF_RANGE");
    }

    private static Content named(String name) {
        Content c = Contents.of(item("01"));
        return new Content(c.code(), c.region(), name, c.printedName(), c.subject(), c.stage(), c.batch(), c.lead(),
                c.coLeads(), c.plannedCompletion(), c.uncertain(), c.borrowedFrom(), c.source(), c.items(),
                c.questions(), c.form(), c.materials(), c.particulars());
    }
}
