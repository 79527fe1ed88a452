package org.lianban.intake.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.OneThing.Subject;
import org.lianban.intake.Fixtures;
import org.lianban.intake.checking.Checker.Verdict;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.kit.catalog.CatalogCopy;
import tools.jackson.databind.node.ObjectNode;

class CheckerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String PDF = "sha256:" + "1".repeat(64);
    private static final String EXE = "sha256:" + "2".repeat(64);
    private static final String BIG = "sha256:" + "3".repeat(64);
    private static final Map<String, StoredMaterial> STORED = Map.of(PDF, new StoredMaterial(PDF, "application/pdf", 9),
            EXE, new StoredMaterial(EXE, "application/ofd", 9), BIG,
            new StoredMaterial(BIG, "application/pdf", 1_001));
    private static final Checker.CheckContext WORLD = new Checker.CheckContext(STORED, TODAY,
            Instant.parse("2026-03-02T01:00:00Z"), Gathered.NOTHING, null);
    private static final CatalogCopy CATALOG = new CatalogCopy();

    static {
        Fixtures.fill(CATALOG);
    }

    private static Verdict check(ObjectNode application, Channel channel) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(application, channel, faults);
        Optional<OneThing> oneThing = CATALOG.effective(String.valueOf(filing.region()),
                String.valueOf(filing.oneThing()), Instant.parse("2026-03-02T00:00:00Z"));
        return Checker.check(filing, oneThing, WORLD, faults);
    }

    private static List<String> faults(Consumer<ObjectNode> change) {
        return faults(change, null);
    }

    private static List<String> faults(Consumer<ObjectNode> change, Channel channel) {
        ObjectNode application = Fixtures.application();
        change.accept(application);
        return check(application, channel) instanceof Verdict.Faulty(var all)
                ? all.stream().map(f -> f.pointer() + " " + f.code()).toList()
                : List.of();
    }

    private static ObjectNode at(ObjectNode root, String member) {
        return (ObjectNode) root.get(member);
    }

    @Test
    void shouldAcceptWhatIsComplete() {
        Verdict.Acceptable ok = (Verdict.Acceptable) check(Fixtures.application(), null);
        assertThat(ok.items()).containsExactly("01", "02", "04");
        assertThat(ok.pack().answers()).containsEntry("item-03", "no").containsEntry("group-q", "a");
        assertThat(ok.pack().materials()).containsExactly(
                new MaterialRef("m01", "材料m01", MaterialRef.Form.PAPER, null, null, 0));
    }

    @Test
    void shouldFindTheOneThingByCodeOrName() {
        assertThat(faults(a -> a.put("oneThing", "办事XX-09"))).isEmpty();
        assertThat(faults(a -> a.put("oneThing", "XX-99"))).containsExactly("/oneThing UNKNOWN");
        assertThat(faults(a -> a.put("region", "610922"))).containsExactly("/oneThing UNKNOWN");
        assertThat(faults(a -> a.put("region", "41072"))).containsExactly("/region MALFORMED");
        assertThat(faults(a -> a.remove(List.of("region", "oneThing")))).containsExactly("/region MISSING",
                "/oneThing MISSING");
        assertThat(faults(a -> a.put("window", "w".repeat(65)))).containsExactly("/window TOO_LONG");
    }

    @Test
    void shouldCheckTheScenario() {
        assertThat(faults(a -> a.putObject("answers"))).containsExactly("/answers/group-q MISSING");
        assertThat(faults(a -> at(a, "answers").put("group-q", "z"))).containsExactly("/answers/group-q NOT_AN_OPTION");
        assertThat(faults(a -> at(a, "answers").put("no~w/here", "z"))).containsExactly("/answers/no~0w~1here UNKNOWN");
        assertThat(faults(a -> at(a, "answers").put("item-03", true))).containsExactly("/answers/item-03 WRONG_TYPE");
    }

    @Test
    void shouldRefuseAnApplicationForNothing() {
        OneThing all = Fixtures.oneThing();
        OneThing optionalOnly = new OneThing(all.code(), all.region(), 1, all.contentHash(), all.effectiveFrom(),
                all.name(), all.printedName(), all.subject(), null, null, null, List.of(), null, null, null,
                all.source(), all.items().subList(2, 3), all.questions().subList(0, 1), all.form(), all.materials());
        Faults faults = new Faults();
        Verdict verdict = Checker.check(FilingReader.read(Fixtures.with(Fixtures.application(),
                Map.of("answers", Map.of("item-03", "no"))), null, faults), Optional.of(optionalOnly), WORLD, faults);
        assertThat(((Verdict.Faulty) verdict).faults()).extracting(Fault::code).containsExactly("NO_ITEM_CHOSEN");
    }

    @Test
    void shouldAskWhatTheChosenItemsNeedAndNoMore() {
        assertThat(faults(a -> at(a, "answers").put("item-03", "yes"))).containsExactly("/form/card MISSING");
        assertThat(faults(a -> at(a, "answers").put("group-q", "b"))).containsExactly("/materials MISSING");
        assertThat(faults(a -> at(a, "form").put("childName", "  "))).containsExactly("/form/childName MISSING");
        assertThat(faults(a -> at(a, "form").putNull("childName"))).containsExactly("/form/childName MISSING");
    }

    @ParameterizedTest
    @CsvSource({"childName, 张小宝张小宝, TOO_LONG", "birthDate, 2026-02-30, MALFORMED", "birthDate, 2026-02-28,",
            "sex, 女,", "sex, 中, NOT_A_CHOICE", "count, 12,", "count, 1.5, MALFORMED", "area, 1.5,",
            "area, x, MALFORMED", "agreed, true,", "agreed, maybe, WRONG_TYPE",
            "motherId, 11010519491231002X,", "motherId, 110105194912310020, BAD_CHECK_DIGIT",
            "company, 11370800MB28559184,", "company, 11370800MB28559185, BAD_CHECK_DIGIT", "phone, 0373-5588888,",
            "phone, 123, MALFORMED", "unknown, x, UNKNOWN"})
    void shouldCheckEveryTypeOfField(String field, String value, String code) {
        assertThat(faults(a -> at(a, "form").put(field, value)))
                .containsExactlyElementsOf(code == null ? List.of() : List.of("/form/" + field + " " + code));
    }

    /** Numbers in other scripts, without end or below nothing, and days that nobody means. */
    @ParameterizedTest
    @CsvSource({"count, ١٢, UNCLEAN", "count, -5, MALFORMED", "count, 99999999, ", "area, 1E+999999999, TOO_LONG",
            "area, 1E9, MALFORMED", "area, 1.1234567, MALFORMED", "birthDate, 1826-03-01, MALFORMED",
            "birthDate, 2199-03-01, MALFORMED", "birthDate, +12026-01-01, MALFORMED",
            "phone, １３８００００００００,", "childName, '\u202e张', UNCLEAN", "childName, '张\ud842', UNCLEAN",
            "childName, '张\u0000', UNCLEAN", "childName, '\u3164', MISSING"})
    void shouldReadFormsByTheTypesOfTheirFields(String field, String value, String code) {
        shouldCheckEveryTypeOfField(field, value, code);
    }

    @Test
    void shouldKeepNamesAndNumbersAsTheyAreMeant() {
        ObjectNode application = Fixtures.application();
        at(application, "applicant").put("name", " 古丽\u2022热 娜\u200b").put("idNumber", "\u202d"
                + Fixtures.RESIDENT.toLowerCase() + "\u202c");
        at(application, "form").put("childName", "张\u200b小宝").put("count", "１２");
        Verdict.Acceptable ok = (Verdict.Acceptable) check(application, null);
        assertThat(ok.pack().applicant().name()).isEqualTo("古丽·热娜");
        assertThat(ok.pack().applicant().idNumber()).isEqualTo(Fixtures.RESIDENT);
        assertThat(ok.pack().form().get("childName").stringValue()).isEqualTo("张小宝");
        assertThat(ok.pack().form().get("count").stringValue()).isEqualTo("12");
        assertThat(faults(a -> at(a, "applicant").put("name", "\u202e例试张"))).containsExactly("/applicant/name UNCLEAN");
        assertThat(faults(a -> at(a, "applicant").put("name", "\u3164"))).containsExactly("/applicant/name MISSING");
        assertThat(faults(a -> at(a, "form").put("count", -5))).containsExactly("/form/count MALFORMED");
    }

    @Test
    void shouldTakeNumbersAndTruthValuesAsSuch() {
        assertThat(faults(a -> at(a, "form").put("count", 3).put("area", 2.5).put("agreed", false))).isEmpty();
        assertThat(faults(a -> at(a, "form").put("childName", 3))).containsExactly("/form/childName WRONG_TYPE");
        assertThat(faults(a -> at(a, "form").put("motherId", 3))).containsExactly("/form/motherId WRONG_TYPE");
        assertThat(faults(a -> at(a, "form").put("count", true))).containsExactly("/form/count WRONG_TYPE");
        assertThat(faults(a -> at(a, "form").putArray("childName"))).containsExactly("/form/childName WRONG_TYPE");
    }

    @Test
    void shouldLimitTheForm() {
        assertThat(faults(a -> at(a, "form").put("x", "长".repeat(22_000)))).containsExactly("/form TOO_LONG");
    }

    @Test
    void shouldCheckWhoApplies() {
        assertThat(faults(a -> a.putNull("applicant"))).containsExactly("/applicant MISSING");
        assertThat(faults(a -> a.putObject("applicant"))).containsExactly("/applicant/name MISSING",
                "/applicant/idType MISSING", "/applicant/idNumber MISSING");
        assertThat(faults(a -> at(a, "applicant").put("idType", "PASSPORT")))
                .containsExactly("/applicant/idType UNKNOWN");
        assertThat(faults(a -> at(a, "applicant").put("name", "名".repeat(101))))
                .containsExactly("/applicant/name TOO_LONG");
        assertThat(faults(a -> at(a, "applicant").put("idType", "CREDIT_CODE").put("idNumber", Fixtures.CREDIT)))
                .containsExactly("/applicant/idType WRONG_SUBJECT");
        assertThat(faults(a -> a.putObject("agent").put("name", "李四").put("idType", "RESIDENT_ID").put("idNumber",
                "1"))).containsExactly("/agent/idNumber BAD_CHECK_DIGIT");
    }

    @Test
    void shouldWantACreditCodeOfAFirmButLetAPersonActForIt() {
        assertThat(faults(a -> a.put("oneThing", "XX-01"))).containsExactly("/applicant/idType WRONG_SUBJECT");
        ObjectNode firm = Fixtures.application().put("oneThing", "XX-01");
        at(firm, "applicant").put("idType", "CREDIT_CODE").put("idNumber", Fixtures.CREDIT.toLowerCase());
        firm.putObject("agent").put("name", "李四").put("idType", "RESIDENT_ID").put("idNumber", Fixtures.RESIDENT);
        Verdict.Acceptable ok = (Verdict.Acceptable) check(firm, null);
        assertThat(ok.oneThing().subject()).isEqualTo(Subject.ENTERPRISE);
        assertThat(ok.pack().applicant().idNumber()).isEqualTo(Fixtures.CREDIT);
        assertThat(ok.pack().agent()).isNotNull().extracting(Party::name).isEqualTo("李四");
        // a firm that is being founded has no code yet
        assertThat(faults(a -> a.put("oneThing", "XX-02"))).isEmpty();
    }

    @Test
    void shouldCheckMaterialsAgainstTheList() {
        assertThat(material("m09", "PAPER", null)).containsExactly("/materials/0/code NOT_IN_LIST",
                "/materials MISSING");
        assertThat(material("m01", "FAX", null)).containsExactly("/materials/0/form UNKNOWN");
        assertThat(material("m01", null, null)).containsExactly("/materials/0/form MISSING");
        assertThat(material("m01", "ELECTRONIC", null)).containsExactly("/materials/0/digest MISSING");
        assertThat(material("m01", "ELECTRONIC", "md5:1")).containsExactly("/materials/0/digest MALFORMED");
        assertThat(material("m01", "ELECTRONIC", "sha256:" + "9".repeat(64)))
                .containsExactly("/materials/0/digest NOT_UPLOADED");
        assertThat(material("m01", "ELECTRONIC", EXE)).containsExactly("/materials/0/digest WRONG_MEDIA_TYPE");
        assertThat(material("m01", "ELECTRONIC", BIG)).containsExactly("/materials/0/digest TOO_LARGE");
        assertThat(material("m01", "ELECTRONIC", PDF)).isEmpty();
    }

    private static List<String> material(String code, String form, String digest) {
        return faults(a -> a.putArray("materials").addObject().put("code", code).put("form", form).put("digest",
                digest));
    }

    @ParameterizedTest
    @EnumSource(names = {"ONLINE", "PROVINCE"})
    void shouldTakePaperAtTheWindowOnlyAndThereAlways(Channel channel) {
        assertThat(faults(a -> {}, Channel.WINDOW)).isEmpty();
        assertThat(faults(a -> {}, channel)).containsExactly("/materials/0/form PAPER_AT_WINDOW_ONLY");
    }

    @Test
    void shouldGiveTheSameVerdictOnEveryChannel() {
        ObjectNode good = Fixtures.electronic(Fixtures.application(), PDF);
        ObjectNode bad = Fixtures.electronic(Fixtures.application(), EXE);
        at(bad, "applicant").put("idNumber", "1");
        at(bad, "form").put("sex", "x").put("nothing", 1);
        at(bad, "answers").put("group-q", "z");
        for (Channel channel : Channel.values()) {
            Verdict.Acceptable ok = (Verdict.Acceptable) check(good, channel);
            assertThat(ok.pack()).isEqualTo(((Verdict.Acceptable) check(good, Channel.WINDOW)).pack());
            Verdict.Faulty faulty = (Verdict.Faulty) check(bad, channel);
            assertThat(faulty.faults()).hasSize(5)
                    .isEqualTo(((Verdict.Faulty) check(bad, Channel.WINDOW)).faults());
        }
    }

    @Test
    void shouldReadOnInSpiteOfWrongTypes() {
        assertThat(faults(a -> {
            a.put("region", 1).put("channel", "POST").put("receive", "yes").put("answers", "x").put("form", 1)
                    .put("materials", true).put("applicant", "me");
        })).containsExactly("/region WRONG_TYPE", "/channel UNKNOWN", "/receive WRONG_TYPE", "/applicant WRONG_TYPE",
                "/answers WRONG_TYPE", "/materials WRONG_TYPE", "/form WRONG_TYPE");
        assertThat(faults(a -> a.remove("channel"))).containsExactly("/channel MISSING");
        assertThat(faults(a -> a.put("channel", 1))).containsExactly("/channel WRONG_TYPE");
        assertThat(faults(a -> a.putArray("materials").add(1))).contains("/materials/0 WRONG_TYPE");
    }

    @Test
    void shouldLimitEveryList() {
        assertThat(faults(a -> {
            for (int i = 0; i <= Filing.MAX_ENTRIES; i++) {
                at(a, "answers").put("q" + i, "x");
            }
        })).contains("/answers TOO_MANY");
        Faults many = new Faults();
        for (int i = 0; i < 1_000; i++) {
            Code.UNKNOWN.add(many, "/x", "x");
        }
        assertThat(many.list()).hasSize(200);
    }
}
