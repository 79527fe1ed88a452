package org.lianban.catalog.drafting.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.base.BaseVersion;
import org.lianban.catalog.listing.base.Inheritance;
import org.lianban.catalog.listing.publication.Complete;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Defect;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.FieldType;
import org.lianban.contracts.catalog.OneThing.FormField;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Material;
import org.lianban.contracts.catalog.Particulars;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;

class GateTest {
    private static final Gate.Context NO_BASE = new Gate.Context(new Inheritance(null), Set.of());

    private static List<Fault> check(Content content, Annex annex) {
        return Gate.check(content, annex, NO_BASE);
    }

    private static Content with(List<Item> items, List<Material> materials) {
        return Complete.content("XX-30", "加装电梯", items, materials, Complete.particulars());
    }

    @Test
    void shouldLetACompleteOneThingPass() {
        assertThat(check(Complete.content("XX-30"), Complete.annex())).isEmpty();
        Gaps gaps = Gaps.of(Complete.content("XX-30"), Complete.annex(), NO_BASE);
        assertThat(gaps.ready()).isTrue();
        assertThat(gaps.repeatedFields()).containsExactly(Map.entry("contactPhone", 2L),
                Map.entry("liftAddress", 2L));
    }

    @Test
    void shouldNameEveryArtefactThatIsMissingAtOnce() {
        Content bare = Complete.content("XX-30", "加装电梯", Complete.items(Complete.rules(List.of()), null),
                Complete.materials(MaterialRules.NONE), Particulars.NONE);
        Gaps gaps = Gaps.of(bare, Annex.NONE, NO_BASE);
        assertThat(gaps.ready()).isFalse();
        assertThat(gaps.artefacts()).filteredOn(a -> !a.there()).extracting(Gaps.ArtefactState::artefact)
                .containsExactly(Gate.Artefact.FORM, Gate.Artefact.FLOW, Gate.Artefact.GUIDE, Gate.Artefact.KNOWLEDGE,
                        Gate.Artefact.SAMPLES);
    }

    @Test
    void shouldNotTakeAReferenceForConfirmed() {
        Item first = Complete.items(Complete.rules(List.of()), null).getFirst();
        Item reference = new Item(first.no(), first.name(), first.departments(), first.level(), first.kind(),
                first.hard(), first.soft(), null, first.promise(), first.statutory(), false, Confirmation.REFERENCE,
                null, null, null, null, List.of(), first.rules());
        List<Item> items = new ArrayList<>(Complete.items(Complete.rules(List.of()), null));
        items.set(0, reference);
        assertThat(check(with(items, Complete.materials(MaterialRules.NONE)), Complete.annex()))
                .extracting(Fault::pointer).containsExactly("/items/0/flow");
    }

    @Test
    void shouldWantSixElementsOfEveryItem() {
        Item bare = new Item("01", "加装电梯联合审查", List.of(Complete.LEAD), null, ItemKind.CONFIRM, List.of(), List.of(),
                null, null, null, false, Confirmation.CONFIRMED, null, null, null, null, List.of(),
                new ItemRules("411717002012", null, null, List.of(), List.of(), null, null, null, null, false, false,
                        null, List.of(), List.of()));
        List<Item> items = List.of(bare, Complete.items(Complete.rules(List.of()), null).get(1));
        List<Material> materials = Complete.materials(MaterialRules.NONE).subList(1, 2);
        assertThat(Gaps.of(with(items, materials), Complete.annex(), NO_BASE).sixElements().getFirst().missing())
                .containsExactly("设定依据", "受理条件", "申请材料", "办结时限", "收费标准", "办理结果");
    }

    @Test
    void shouldWantALegalBasisForEveryMaterialAndCondition() {
        Material base = Complete.materials(MaterialRules.NONE).getFirst();
        List<Material> materials = List.of(new Material("m01", "业主书面同意书", true, List.of(), base.mediaTypes(), 1_000,
                " ", Confirmation.CONFIRMED, base.rules()));
        assertThat(check(with(Complete.items(Complete.rules(List.of()), null), materials), Complete.annex()))
                .extracting(Fault::code).containsExactly("NO_LEGAL_BASIS");
        ItemRules unfounded = new ItemRules("411717002011", null, null, List.of(), List.of("电梯经监督检验合格"), "不收费", "登记证",
                null, null, false, false, null, List.of(), List.of());
        assertThat(check(with(Complete.items(unfounded, null), Complete.materials(MaterialRules.NONE)),
                Complete.annex())).extracting(Fault::code)
                .containsExactly("ELEMENT_MISSING", "NO_LEGAL_BASIS");
    }

    @Test
    void shouldMapEveryFieldOfTheSingleFormsAndAskNoneTwice() {
        Annex more = new Annex(List.of(new Annex.Sheet("01", List.of("contactPhone", "ownerName"), List.of(),
                List.of(), List.of()), Complete.annex().sheets().get(1)), Complete.annex().knowledge(),
                Complete.annex().samples(), List.of(), List.of());
        List<FormField> form = new ArrayList<>(Complete.form());
        form.add(new FormField("phone2", "联系电话（备用）", FieldType.PHONE, false, List.of(), 20, List.of()));
        Content base = Complete.content("XX-30");
        Content content = new Content(base.code(), base.region(), base.name(), base.printedName(), base.subject(), null,
                null, base.lead(), List.of(), null, null, null, base.source(), base.items(), List.of(), form,
                base.materials(), base.particulars());
        assertThat(check(content, more)).extracting(Fault::message).containsExactly("事项01的字段ownerName没有映射到合并表单",
                "字段resultDelivery“结果领取方式”不对应任何事项", "字段phone2“联系电话（备用）”不对应任何事项", "字段phone2与contactPhone重复采集“联系电话（备用）”");
    }

    @Test
    void shouldAllowNeitherToleranceNorCommitmentWhereTheFieldExcludesThem() {
        MaterialRules relief = new MaterialRules(null,
                new MaterialRules.Deferral(Term.workingDays(2), "终止办理", "c1"), "c1", List.of(), false, null, null);
        List<Item> items = new ArrayList<>(Complete.items(Complete.rules(List.of()), null));
        assertThat(check(with(items, Complete.materials(relief)), Complete.annex())).isEmpty();
        Item first = items.getFirst();
        items.set(0, new Item("01", first.name(), first.departments(), first.level(), first.kind(), List.of(),
                List.of(), null, first.promise(), first.statutory(), false, Confirmation.CONFIRMED, null, null, null,
                null, List.of(), Complete.rules(List.of(), ItemRules.Exclusion.PUBLIC_SECURITY)));
        assertThat(check(with(items, Complete.materials(relief)), Complete.annex()))
                .extracting(Fault::code)
                .containsExactly("EXCLUDED");
    }

    @Test
    void shouldKnowEveryCommitmentAndEndToleranceBeforeThePromise() {
        MaterialRules relief = new MaterialRules(null,
                new MaterialRules.Deferral(Term.workingDays(6), "终止办理", "c9"), "c8", List.of(), false, null, null);
        assertThat(check(with(Complete.items(Complete.rules(List.of()), null), Complete.materials(relief)),
                Complete.annex())).extracting(Fault::code)
                .containsExactly("UNKNOWN_COMMITMENT",
                        "UNKNOWN_COMMITMENT", "OUT_OF_RANGE");
    }

    @Test
    void shouldStopTheStatutoryClockOnlyForWhatTheLawNames() {
        for (SpecialProcedure.Kind kind : SpecialProcedure.Kind.values()) {
            List<SpecialProcedure> listed = List
                    .of(new SpecialProcedure("p", "程序", kind, Term.workingDays(5), true, true, null));
            List<String> expected = kind.excludedByLaw() ? List.of() : List.of("PAUSE_WITHOUT_LAW");
            assertThat(check(with(Complete.items(Complete.rules(listed), null),
                    Complete.materials(MaterialRules.NONE)), Complete.annex())).as(kind.name())
                    .extracting(Fault::code).isEqualTo(expected);
        }
    }

    @Test
    void shouldWantABasicCodeOfAllButDataChecksAndUtilities() {
        ItemRules uncoded = new ItemRules(null, null, null, List.of("依据"), List.of("电梯经监督检验合格"), "不收费", "登记证", null,
                null, false, false, null, List.of(), List.of());
        Content content = with(Complete.items(uncoded, null), Complete.materials(MaterialRules.NONE));
        assertThat(check(content, Complete.annex())).extracting(Fault::code)
                .containsExactly("NO_BASIC_CODE");
        assertThat(Gate.check(content, Complete.annex(),
                new Gate.Context(new Inheritance(null), Set.of(Complete.OTHER)))).isEmpty();
        Item second = content.items().get(1);
        Item check = new Item("02", "数据核验", second.departments(), second.level(), ItemKind.VERIFY, second.hard(),
                List.of(), null, second.promise(), second.statutory(), true, Confirmation.CONFIRMED, null, null, null,
                null, List.of(), uncoded);
        assertThat(check(with(List.of(content.items().getFirst(), check), Complete.materials(MaterialRules.NONE)),
                Complete.annex())).isEmpty();
    }

    @Test
    void shouldRefuseVagueReviewPointsAndConditions() {
        Material base = Complete.materials(MaterialRules.NONE).getFirst();
        MaterialRules vague = new MaterialRules(null, null, null,
                List.of(new MaterialRules.ReviewPoint("p1", "合规", "符合有关要求", null),
                        new MaterialRules.ReviewPoint("p1", "签名与产权人一致", "提供等材料即可", null)),
                false, null, "样例");
        List<Material> materials = List
                .of(new Material("m01", "业主书面同意书", true, List.of(), base.mediaTypes(), 1_000, "依据",
                        Confirmation.CONFIRMED, vague));
        assertThat(check(with(Complete.items(Complete.rules(List.of()), null), materials), Complete.annex()))
                .extracting(Fault::code)
                .containsExactly("VAGUE_REVIEW_POINT", "DUPLICATE", "VAGUE_REVIEW_POINT");
        ItemRules open = new ItemRules("411717002011", null, null, List.of("依据"), List.of("符合条件并提交其他材料"), "不收费", "登记证",
                null, null, false, false, null, List.of(), List.of());
        assertThat(check(with(Complete.items(open, null), Complete.materials(MaterialRules.NONE)), Complete.annex()))
                .extracting(Fault::code).containsExactly("VAGUE_MATERIAL");
    }

    @Test
    void shouldInheritTenElementsAndRefuseALocalOverride() {
        BaseVersion.BaseItem base = new BaseVersion.BaseItem("411717002011", "电梯使用登记", ItemKind.LICENSE,
                List.of("特种设备安全法第三十三条"),
                List.of("电梯经监督检验合格"), List.of(), List.of(), List.of("监督检验报告"), Term.workingDays(30), "使用登记证");
        BaseVersion.BaseItem other = new BaseVersion.BaseItem("411717002012", "加装电梯联合审查", ItemKind.CONFIRM, List.of(),
                List.of(), List.of(),
                List.of(), List.of(), null, null);
        Inheritance inheritance = new Inheritance(new BaseVersion("2026-1", "省目录", List.of(base, other)));
        Gate.Context around = new Gate.Context(inheritance, Set.of());
        assertThat(Gate.check(Complete.content("XX-30"), Complete.annex(), around)).extracting(Fault::code,
                Fault::pointer).containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Defect.BASE_OVERRIDDEN.name(),
                                "/items/1/statutory"));
        Item second = Complete.items(Complete.rules(List.of()), null).get(1);
        ItemRules open = new ItemRules("411717002011", null, null, List.of(), List.of(), "不收费", null, null, null, false,
                false, null, List.of(), List.of());
        Item left = new Item("02", "电梯使用登记", second.departments(), second.level(), ItemKind.LICENSE, second.hard(),
                List.of(), null, second.promise(), null, true, Confirmation.CONFIRMED, null, null, null, null,
                List.of(), open);
        Content filled = inheritance.fill(with(List.of(Complete.items(open, null).getFirst(), left),
                Complete.materials(MaterialRules.NONE)));
        assertThat(filled.items().get(1).statutory()).isEqualTo(Term.workingDays(30));
        assertThat(filled.items().get(1).rules().conditions()).containsExactly("电梯经监督检验合格");
        assertThat(filled.items().get(1).rules().resultName()).isEqualTo("使用登记证");
        assertThat(filled.particulars().baseVersion()).isEqualTo("2026-1");
        assertThat(Gate.check(filled, Complete.annex(), around)).isEmpty();
    }
}
