package org.lianban.catalog.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.publication.Validation;
import org.lianban.catalog.listing.window.WindowCheck;
import org.lianban.catalog.seed.RegionList.ListedItem;
import org.lianban.catalog.seed.RegionList.ListedOneThing;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing.Confirmation;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Level;
import org.lianban.contracts.catalog.OneThing.Option;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.contracts.catalog.SpecialProcedure;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.contracts.catalog.WorkingCalendar.Kind;

class SeedTest {
    private static final Map<String, String> TEXTS = SeedTexts.all();
    private static final Seed SEED = Seed.assemble(TEXTS);
    private static final Map<String, Content> BY_CODE = SEED.oneThings().stream()
            .collect(Collectors.toMap(Content::code, c -> c));
    private static final Map<String, Department> DEPARTMENTS = SEED.departments().stream()
            .collect(Collectors.toMap(Department::id, d -> d));

    private static Content oneThing(String code) {
        return BY_CODE.get(code);
    }

    private static Item item(String code, String no) {
        return oneThing(code).items().stream().filter(i -> i.no().equals(no)).findFirst().orElseThrow();
    }

    @Test
    void shouldHoldEveryOneThingAndItemOfTheSources() {
        Map<String, Long> oneThings = count(SEED.oneThings());
        assertThat(oneThings).isEqualTo(
                Map.of("610922", 24L, "610830", 25L, "610926", 15L, "140502", 18L, "410721", 21L));
        List<Content> own = SEED.oneThings().stream().filter(c -> c.borrowedFrom() == null).toList();
        Map<String, Integer> items = new TreeMap<>();
        own.forEach(c -> items.merge(c.region(), c.items().size(), Integer::sum));
        assertThat(items).isEqualTo(Map.of("610922", 161, "610830", 115, "140502", 84, "410721", 143));
        assertThat(own.stream().mapToInt(c -> c.items().size()).sum()).isEqualTo(503);
        assertThat(SEED.oneThings()).hasSize(103).allSatisfy(c -> assertThat(c.items()).isNotEmpty());
        assertThat(Register.Office.read(TEXTS.get(Seed.DEPARTMENTS))).hasSize(48);
        assertThat(SEED.departments().stream().map(Department::office).collect(Collectors.toSet())).hasSize(48);
    }

    private static Map<String, Long> count(List<Content> contents) {
        return contents.stream().collect(Collectors.groupingBy(Content::region, TreeMap::new, Collectors.counting()));
    }

    @Test
    void shouldKeepEveryFieldOfTheSources() {
        for (String list : Seed.LISTS) {
            RegionList region = RegionList.read(TEXTS.get("catalog/" + list + ".yaml"));
            for (ListedOneThing listed : region.oneThings()) {
                Content kept = oneThing(listed.code());
                assertThat(kept.printedName()).isEqualTo(listed.name());
                assertThat(kept.source()).isEqualTo(region.source());
                assertThat(List.of(kept.region(), kept.subject()))
                        .isEqualTo(List.of(region.region(), listed.subject()));
                assertThat(new String[]{kept.stage(), kept.batch(), kept.plannedCompletion(), kept.uncertain()})
                        .containsExactly(listed.stage(), listed.batch(), listed.plannedCompletion(),
                                listed.uncertain());
                if (listed.leadDepartment() != null) {
                    assertThat(DEPARTMENTS.get(kept.lead()).names().getFirst()).isEqualTo(listed.leadDepartment());
                }
                assertThat(kept.coLeads().stream().map(id -> DEPARTMENTS.get(id).names().getFirst()).toList())
                        .isEqualTo(listed.coLeads());
                listed.items().forEach(i -> assertKept(i, item(listed.code(), i.no())));
            }
        }
    }

    private static void assertKept(ListedItem listed, Item kept) {
        assertThat(kept.name()).isEqualTo(listed.name());
        assertThat(kept.level()).isEqualTo(listed.level());
        assertThat(kept.printedDepartments()).isEqualTo(listed.departments());
        assertThat(new String[]{kept.remark(), kept.sourceText(), kept.uncertain()}).containsExactly(listed.remark(),
                listed.sourceText(), listed.uncertain());
        assertThat(kept.departments()).isNotEmpty().allSatisfy(id -> assertThat(DEPARTMENTS).containsKey(id));
    }

    @Test
    void shouldKeepThePeculiarFieldsOfEachSource() {
        assertThat(oneThing("XX-06").coLeads()).containsExactly("410721-xingzhengshenpi");
        assertThat(oneThing("XX-14").plannedCompletion()).isEqualTo("按照省市安排统筹推进");
        assertThat(oneThing("SQ-01").stage()).isEqualTo("准入准营");
        assertThat(oneThing("JC-18").batch()).isEqualTo("探索拓展");
        assertThat(item("QJ-14", "04").sourceText()).isEqualTo("住房公积金提取(离休、退体)");
        assertThat(item("SQ-04", "03").level()).isEqualTo(Level.CITY);
        assertThat(item("XX-14", "02").printedDepartments()).containsExactly("迁出地市场监管局");
        assertThat(item("XX-14", "02").departments()).containsExactly("410721-shichangjianguan");
        assertThat(oneThing("PL-01").source().overallLead()).isEqualTo("县行政审批服务局");
        assertThat(SEED.oneThings().stream().flatMap(c -> c.borrowedFrom() == null ? c.items().stream() : null)
                .filter(i -> i.uncertain() != null)).hasSize(22);
        assertThat(SEED.oneThings().stream().filter(c -> c.uncertain() != null).map(Content::code))
                .containsExactlyInAnyOrder("QJ-20", "JC-03");
    }

    @Test
    void shouldPublishEveryOneThingWithoutFault() {
        SEED.oneThings().forEach(c -> assertThat(Validation.check(c, DEPARTMENTS.keySet())).as(c.code()).isEmpty());
        Set<String> names = new HashSet<>();
        SEED.oneThings().forEach(c -> assertThat(names.add(c.region() + c.name())).as(c.code()).isTrue());
    }

    @Test
    void shouldBorrowForPingliFromTheNearestRegion() {
        Map<String, String> lenders = new HashMap<>();
        SEED.oneThings().stream().filter(c -> c.region().equals("610926"))
                .forEach(c -> lenders.put(c.code(), c.borrowedFrom()));
        assertThat(new TreeMap<>(lenders)).hasToString("{PL-01=QJ-05, PL-02=SQ-03, PL-03=QJ-08, PL-04=QJ-09, "
                + "PL-05=SQ-13, PL-06=SQ-14, PL-07=QJ-10, PL-08=QJ-11, PL-09=SQ-17, PL-10=SQ-22, PL-11=QJ-02, "
                + "PL-12=SQ-24, PL-13=QJ-15, PL-14=QJ-01, PL-15=QJ-03}");
        oneThing("PL-06").items()
                .forEach(i -> assertThat(i.departments()).allSatisfy(id -> assertThat(id).startsWith("610926-")));
        assertThat(oneThing("PL-06").lead()).isEqualTo("610926-weijian");
        assertThat(DEPARTMENTS.get("610926-weijian").note()).startsWith("名称借自610922");
        assertThat(DEPARTMENTS.get("610926-xingzhengshenpi").names()).containsExactly("县行政审批服务局");
    }

    @Test
    void shouldOrderABirthByWhatEachStepNeeds() {
        assertThat(item("XX-09", "01").hard()).isEmpty();
        assertThat(item("XX-09", "03").hard()).containsExactly("01");
        assertThat(item("XX-09", "04").hard()).containsExactly("03");
        assertThat(item("XX-09", "06").hard()).containsExactly("03");
        assertThat(item("XX-09", "02").soft()).containsExactly("01");
        assertThat(item("XX-09", "05").group()).isEqualTo(new Group(Group.Type.OPTIONAL, "item-05"));
        assertThat(item("XX-09", "03").promise()).isEqualTo(Term.workingDays(3));
        assertThat(item("XX-09", "03").flow()).isEqualTo(Confirmation.REFERENCE);
        assertThat(oneThing("XX-09").form()).extracting("name").contains("childName", "birthDate", "fatherIdNumber");
        assertThat(oneThing("XX-09").materials()).extracting("name").containsExactly("父母双方居民身份证", "结婚证", "居民户口簿");
    }

    @Test
    void shouldAskWhichKindOfRetirement() {
        Question question = oneThing("XX-13").questions().getFirst();
        assertThat(question.id()).isEqualTo("group-q");
        assertThat(question.defaultAnswer()).isNull();
        assertThat(question.options()).extracting(Option::value).containsExactly("01", "03", "04");
        assertThat(item("XX-13", "03").group()).isEqualTo(new Group(Group.Type.EXACTLY_ONE, "group-q"));
        assertThat(item("XX-13", "05").hard()).containsExactly("01", "03", "04");
        assertThat(item("XX-13", "06").hard()).containsExactly("05");
        assertThat(item("JC-13", "01").group()).as("the only kind that is listed").isNull();
        assertThat(item("QJ-14", "04").hard()).as("inherited past the unlisted 待遇核定").containsExactly("01", "02");
    }

    @Test
    void shouldGatherTheChecksOfABankruptcy() {
        assertThat(item("SQ-12", "01").hard()).containsExactly("02", "03", "04", "05", "06", "07", "08", "09", "10");
        assertThat(oneThing("SQ-12").items().subList(1, 10)).allSatisfy(i -> {
            assertThat(i.hard()).isEmpty();
            assertThat(i.kind()).isEqualTo(ItemKind.CHECK);
            assertThat(i.promise()).isEqualTo(Term.workingDays(3));
        });
        assertThat(item("XX-07", "10").group()).isEqualTo(new Group(Group.Type.OPTIONAL, "item-10"));
        assertThat(oneThing("XX-07").questions().getFirst().defaultAnswer()).isEqualTo("no");
    }

    @Test
    void shouldChainASecondHandHomeToItsUtilities() {
        assertThat(item("QJ-02", "06").hard()).containsExactly("01");
        assertThat(item("QJ-02", "07").hard()).containsExactly("01", "06");
        assertThat(List.of("02", "03", "04", "05"))
                .allSatisfy(no -> assertThat(item("QJ-02", no).hard()).containsExactly("07"));
        assertThat(item("QJ-02", "07").statutory()).isEqualTo(Term.workingDays(30));
        assertThat(item("QJ-02", "07").promise()).isEqualTo(Term.workingDays(5));
    }

    @Test
    void shouldTakeEveryDeregistrationOfInsuranceForTheSameStep() {
        assertThat(List.of("02", "03", "04", "05", "06"))
                .allSatisfy(no -> assertThat(item("QJ-06", no).hard()).containsExactly("07"));
        assertThat(item("QJ-06", "07").hard()).containsExactly("01");
    }

    @Test
    void shouldTreatPrintedQualifiersOfAHomePurchaseAsAlternatives() {
        assertThat(item("QJ-18", "01").group()).isEqualTo(new Group(Group.Type.EXACTLY_ONE, "group-h"));
        assertThat(item("QJ-18", "02").group()).isEqualTo(new Group(Group.Type.EXACTLY_ONE, "group-h"));
    }

    @Test
    void shouldLeaveWithoutFlowWhatNoReferenceNames() {
        Item item = item("QJ-07", "02");
        assertThat(item.flow()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(item.kind()).isEqualTo(ItemKind.LICENSE);
        assertThat(item.statutory()).as("行政许可法 42").isEqualTo(Term.workingDays(20));
        assertThat(item.promise()).isNull();
        assertThat(oneThing("SQ-17").subject()).isEqualTo(Subject.INDIVIDUAL);
    }

    @Test
    void shouldUseEveryAliasThatIsWrittenDown() {
        Aliases aliases = Aliases.read(TEXTS.get(Seed.ALIASES));
        String report = String.join("\n", SEED.report());
        aliases.allItemKeys().forEach(key -> assertThat(report).contains("-> " + key + " "));
    }

    @Test
    void shouldNotSendAnyItemOfAFlowUnmatchedUnnoticed() {
        assertThat(SEED.report()).hasSizeGreaterThan(290);
        assertThat(SEED.report().stream().filter(line -> line.endsWith("-> -"))).containsExactlyInAnyOrder(
                "QJ-07 02 设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批 -> -", "QJ-14 03 职工参保登记(基本医疗保险) -> -");
    }

    @Test
    void shouldCoverFourYearsTheLastProvisionally() {
        WorkingCalendar calendar = SEED.calendars().getFirst();
        assertThat(calendar.region()).isEqualTo("CN");
        assertThat(calendar.years()).extracting("year").containsExactly(2024, 2025, 2026, 2027);
        assertThat(calendar.years()).extracting("provisional").containsExactly(false, false, false, true);
        assertThat(calendar.years().get(2).exceptions().stream().filter(e -> e.kind() == Kind.WORKDAY)).hasSize(6);
        assertThat(calendar.years().stream().mapToInt(y -> y.exceptions().size()).sum()).isEqualTo(108 + 13);
    }

    @Test
    void shouldNameTheSameContentByTheSameHash() {
        String first = oneThing("XX-09").version(1, Seed.EFFECTIVE_FROM).contentHash();
        assertThat(first).matches("sha256:[0-9a-f]{64}")
                .isEqualTo(Seed.assemble(TEXTS).oneThings().stream().filter(c -> c.code().equals("XX-09")).findFirst()
                        .orElseThrow().version(1, Seed.EFFECTIVE_FROM).contentHash());
        assertThat(oneThing("XX-09").version(2, Seed.EFFECTIVE_FROM).contentHash()).isNotEqualTo(first);
        Set<String> hashes = new HashSet<>();
        SEED.oneThings().forEach(c -> hashes.add(c.version(1, Seed.EFFECTIVE_FROM).contentHash()));
        assertThat(hashes).hasSize(103);
    }

    @Test
    void shouldListSpecialProceduresOfEveryLicenceAndStopTheStatutoryClockOnlyByLaw() {
        List<Item> licences = SEED.oneThings().stream().flatMap(c -> c.items().stream())
                .filter(i -> i.kind() == ItemKind.LICENSE).toList();
        assertThat(licences).isNotEmpty().allSatisfy(i -> {
            assertThat(i.rules().procedures()).extracting(SpecialProcedure::key).containsExactly("hearing",
                    "inspection", "testing", "quarantine", "appraisal", "expert-review", "site-visit", "public-notice",
                    "rectification");
            assertThat(i.rules().procedures()).allSatisfy(p -> {
                assertThat(p.pausesPromise()).isTrue();
                assertThat(p.pausesStatutory()).isEqualTo(p.kind().excludedByLaw());
            });
        });
        SpecialProcedure visit = item("XX-03", "02").rules().procedures().get(6);
        assertThat(visit.limit()).isEqualTo(Term.workingDays(10));
    }

    @Test
    void shouldGiveRestaurantsAndBirthsReferenceRulesInEveryRegion() {
        List<Content> restaurants = SEED.oneThings().stream().filter(
                c -> c.name().contains("餐饮店") || c.items().stream().anyMatch(i -> i.name().startsWith("食品经营许可")))
                .toList();
        assertThat(restaurants).hasSizeGreaterThanOrEqualTo(4).allSatisfy(c -> {
            assertThat(c.particulars().commitments()).hasSize(2);
            assertThat(c.materials()).filteredOn(m -> m.rules().deferral() != null).extracting("name")
                    .containsExactly("主要设备设施清单");
            assertThat(c.materials()).filteredOn(m -> m.rules().commitment() != null).extracting("name")
                    .containsExactly("食品安全规章制度");
            assertThat(c.materials()).filteredOn(m -> m.rules().exemption() != null).hasSize(2);
            assertThat(c.materials()).allMatch(m -> m.confirmation() == Confirmation.REFERENCE);
        });
        assertThat(item("XX-03", "02").rules().certificateType()).hasSize(21);
        assertThat(item("XX-03", "02").rules().acceptOnReceipt()).isFalse();
        for (String birth : List.of("SQ-14", "QJ-04", "PL-06", "JC-04", "XX-09")) {
            assertThat(oneThing(birth).materials()).as(birth).filteredOn(m -> m.rules().exemption() != null)
                    .extracting(m -> m.rules().exemption().mode()).containsExactly(MaterialRules.Mode.VERIFY,
                            MaterialRules.Mode.VERIFY);
        }
    }

    @Test
    void shouldRegisterAHallACertificateAndATownWindowInEveryRegion() {
        assertThat(SEED.windows()).hasSize(15).allSatisfy(w -> {
            assertThat(w.clerks()).extracting(Window.Clerk::id).containsExactly("clerk-1", "clerk-2");
            Window parent = SEED.windows().stream().filter(p -> p.id().equals(w.parent())).findFirst().orElse(null);
            assertThat(WindowCheck.of(w, new WindowCheck.Context(parent, Map.of()))).isEmpty();
        });
        assertThat(SEED.windows()).filteredOn(w -> w.id().equals("410721-zh01")).singleElement()
                .satisfies(w -> assertThat(w.clerks().getFirst().operations())
                        .containsExactlyInAnyOrder(Window.Operation.values()));
    }

    @Test
    void shouldNotChangeTheHashOfWhatSaysNothingNew() {
        Content content = oneThing("XX-01");
        assertThat(content.items()).allMatch(i -> i.rules().equals(ItemRules.NONE));
        assertThat(content.version(1, Seed.EFFECTIVE_FROM).contentHash()).as("as before there were rules")
                .isEqualTo("sha256:c5ca8dee2f5bf08c5024ac35388ce8d2dbf533fb98b99dc1511c5b5f7cf0d5ae");
    }
}
