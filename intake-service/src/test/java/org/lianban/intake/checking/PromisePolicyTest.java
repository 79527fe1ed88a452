package org.lianban.intake.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.command.Fault;
import org.lianban.command.Faults;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.MaterialRef.Form;
import org.lianban.contracts.MaterialRef.Grade;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.IntakeEvent.Exempted;
import org.lianban.contracts.event.IntakeEvent.FormShare;
import org.lianban.intake.RichThing;
import org.lianban.intake.checking.Checker.Verdict;
import org.lianban.intake.checking.exemption.Judging;
import org.lianban.intake.materials.StoredMaterial;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** 容缺、承诺、免提交 and what else goes beyond the plain application. */
class PromisePolicyTest {
    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private static Checker.CheckContext context(Gathered gathered) {
        return new Checker.CheckContext(Map.of(), LocalDate.of(2026, 3, 2), NOW, gathered, null);
    }

    private static Gathered excluded(String why) {
        return new Gathered(Map.of(), why, null, Map.of(), null, List.of());
    }

    private static Verdict check(ObjectNode application, Checker.CheckContext context) {
        return check(application, context, null);
    }

    private static Verdict check(ObjectNode application, Checker.CheckContext context, Channel channel) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(application, channel, faults);
        return Checker.check(filing, Optional.of(RichThing.oneThing()), context, faults);
    }

    private static List<String> faults(Consumer<ObjectNode> change, Gathered gathered) {
        ObjectNode application = RichThing.application();
        change.accept(application);
        return check(application, context(gathered)) instanceof Verdict.Faulty(var all)
                ? all.stream().map(f -> f.pointer() + " " + f.code()).toList()
                : List.of();
    }

    private static List<String> faults(Consumer<ObjectNode> change) {
        return faults(change, Gathered.NOTHING);
    }

    private static ObjectNode deferring() {
        return RichThing.promising(RichThing.handing(RichThing.application(), "m01", "m03", "m04", "m05"), "m02",
                "DEFER", "c1", 2);
    }

    private static ObjectNode signed(ObjectNode application) {
        return (ObjectNode) application.get("commitments").get(0);
    }

    @Test
    void shouldTakeADeferralThatTheListAllowsAndKeepWhatWasSigned() {
        Verdict.Acceptable ok = (Verdict.Acceptable) check(deferring(), context(Gathered.NOTHING));
        assertThat(ok.extras().promises()).containsExactly(new PromisePolicy.Promise("m02", Commitment.Type.DEFER,
                List.of("01", "02"), "c1", 2, Instant.parse("2026-03-02T00:50:00Z"), RichThing.SIGNATURE,
                PromisePolicy.Promise.Signer.APPLICANT, "逾期撤销许可",
                List.of(Term.workingDays(10), Term.workingDays(5), Term.workingDays(20))));
        assertThat(ok.pack().materials()).contains(
                new MaterialRef("m02", "布局流程图", Form.DEFERRED, null, null, 0, null, null));
    }

    @Test
    void shouldTakeACommitmentInsteadOfAMaterial() {
        ObjectNode application = RichThing.promising(
                RichThing.handing(RichThing.application(), "m01", "m02", "m03", "m04"), "m05", "WAIVE", "c2", 1);
        Verdict.Acceptable ok = (Verdict.Acceptable) check(application, context(Gathered.NOTHING));
        assertThat(ok.extras().promises()).singleElement().satisfies(p -> {
            assertThat(p.type()).isEqualTo(Commitment.Type.WAIVE);
            assertThat(p.limits()).isEmpty();
            assertThat(p.consequence()).isEqualTo("虚假承诺撤销许可");
        });
        assertThat(ok.pack().materials()).contains(
                new MaterialRef("m05", "场所说明", Form.WAIVED, null, null, 0, null, Grade.D));
    }

    @Test
    void shouldDeferNothingThatTheListDoesNotAllow() {
        assertThat(faults(a -> RichThing.promising(RichThing.handing(a, "m02", "m03", "m04", "m05"), "m01", "DEFER",
                "c1", 2))).containsExactly("/commitments/0/type NOT_ALLOWED");
        assertThat(faults(a -> RichThing.promising(RichThing.handing(a, "m01", "m03", "m04", "m05"), "m02", "WAIVE",
                "c1", 2))).containsExactly("/commitments/0/type NOT_ALLOWED");
        assertThat(faults(a -> RichThing.promising(RichThing.handing(a, "m01", "m02", "m03", "m04"), "m05", "DEFER",
                "c2", 1))).containsExactly("/commitments/0/type NOT_ALLOWED");
    }

    @Test
    void shouldDeferNothingOfAnExcludedField() {
        assertThat(faults(a -> {
            a.putObject("answers").put("item-03", "yes");
            RichThing.promising(a, "m06", "DEFER", "c1", 2);
        })).containsExactly("/commitments/0/type NOT_ALLOWED");
    }

    @Test
    void shouldTakeNoCommitmentFromAPartyWhoseCreditIsNotRepaired() {
        assertThat(faults(a -> RichThing.promising(RichThing.handing(a, "m01", "m03", "m04", "m05"), "m02", "DEFER",
                "c1", 2), excluded("虚假承诺"))).containsExactly("/commitments PARTY_EXCLUDED");
        assertThat(faults(a -> {}, excluded("虚假承诺"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"textId, c2, /commitments/0/textId OTHER_TEXT",
            "signature, null, /commitments/0/signature MISSING", "signature, md5:1, /commitments/0/signature MALFORMED",
            "signedBy, null, /commitments/0/signedBy MISSING", "signedBy, CLERK, /commitments/0/signedBy UNKNOWN",
            "signedBy, AGENT, /commitments/0/signedBy UNKNOWN", "signedAt, null, /commitments/0/signedAt MISSING",
            "signedAt, yesterday, /commitments/0/signedAt MALFORMED",
            "signedAt, 2026-03-02T09:30:00+08:00, /commitments/0/signedAt MALFORMED",
            "type, LATER, /commitments/0/type UNKNOWN", "material, m99, /commitments/0/material NOT_IN_LIST"})
    void shouldTakeOnlyTheCurrentTextSignedAsItShouldBe(String member, String value, String fault) {
        List<String> found = faults(a -> {
            a.setAll(deferring());
            signed(a).put(member, value);
        });
        assertThat(found).contains(fault).filteredOn(f -> !f.startsWith("/materials ")).containsExactly(fault);
    }

    @Test
    void shouldSayWhichVersionIsToBeSigned() {
        ObjectNode application = deferring();
        signed(application).put("textVersion", 1);
        Verdict.Faulty faulty = (Verdict.Faulty) check(application, context(Gathered.NOTHING));
        assertThat(faulty.faults()).singleElement().extracting(Fault::message).asString().contains("《容缺受理承诺书》",
                "第 2 版");
    }

    @Test
    void shouldNotPromiseWhatIsThereTwiceOrNotNeeded() {
        assertThat(faults(a -> RichThing.promising(a, "m02", "DEFER", "c1", 2)))
                .containsExactly("/commitments/0/material NOT_NEEDED");
        assertThat(faults(a -> RichThing.promising(a, "m06", "DEFER", "c1", 2)))
                .containsExactly("/commitments/0/material NOT_NEEDED");
        assertThat(faults(a -> {
            a.setAll(deferring());
            RichThing.promising(a, "m02", "DEFER", "c1", 2);
        })).containsExactly("/commitments/1/material NOT_NEEDED");
    }

    @Test
    void shouldAskForNoMaterialThatDataOrACertificateStandsFor() {
        Exempted data = new Exempted("m03", MaterialRules.Reason.DATA_VERIFIED, MaterialRules.Mode.VERIFY,
                RichThing.POPULATION, NOW, "sha256:1", "TY1", null);
        Exempted licence = new Exempted("m04", MaterialRules.Reason.E_LICENSE, null, RichThing.LIBRARY, NOW, "sha256:2",
                "TY1", null);
        Gathered gathered = new Gathered(
                Map.of("m03", new Judging.Finding.Exempt(data), "m04", new Judging.Finding.Exempt(licence)),
                null, null, Map.of(), null, List.of());
        ObjectNode application = RichThing.handing(RichThing.application(), "m01", "m02", "m05");
        Verdict.Acceptable ok = (Verdict.Acceptable) check(application, context(gathered));
        assertThat(ok.extras().exemptions()).containsExactly(data, licence);
        assertThat(ok.pack().materials()).contains(
                new MaterialRef("m03", "婚姻证明", Form.EXEMPT_DATA, null, null, 0, null, Grade.A),
                new MaterialRef("m04", "营业执照", Form.EXEMPT_LICENSE, null, null, 0, null, Grade.A));
        // what is handed in all the same is not spared
        assertThat(((Verdict.Acceptable) check(RichThing.application(), context(gathered))).extras().exemptions())
                .isEmpty();
    }

    @Test
    void shouldSayWhyAMaterialIsAskedForAfterAll() {
        Gathered gathered = new Gathered(
                Map.of("m03", new Judging.Finding.Ask("m03", Judging.Finding.Why.MISMATCH, "人口库核验不一致：婚姻状况")), null,
                null, Map.of(),
                null, List.of());
        Verdict.Faulty faulty = (Verdict.Faulty) check(
                RichThing.handing(RichThing.application(), "m01", "m02", "m05"), context(gathered));
        assertThat(faulty.faults()).extracting(Fault::message).containsExactly("缺少材料“婚姻证明”（m03）：人口库核验不一致：婚姻状况",
                "缺少材料“营业执照”（m04），经授权同意可通过电子证照库免提交");
    }

    @Test
    void shouldGiveTheSameVerdictWithAllOfThisOnEveryChannel() {
        Gathered gathered = new Gathered(
                Map.of("m03", new Judging.Finding.Ask("m03", Judging.Finding.Why.UNAVAILABLE, "没有答复")), null, null,
                Map.of(), null,
                List.of());
        ObjectNode good = deferring().put("priority", "行动不便");
        good.remove("materials");
        ArrayNode materials = good.putArray("materials");
        String digest = "sha256:" + "1".repeat(64);
        for (String code : List.of("m01", "m03", "m04", "m05")) {
            materials.addObject().put("code", code).put("form", "ELECTRONIC").put("digest", digest);
        }
        ObjectNode bad = good.deepCopy();
        ((ArrayNode) bad.get("materials")).remove(1);
        signed(bad).put("textVersion", 7);
        Checker.CheckContext context = new Checker.CheckContext(
                Map.of(digest, new StoredMaterial(digest, "application/pdf", 9)),
                LocalDate.of(2026, 3, 2), NOW, gathered, null);
        for (Channel channel : Channel.values()) {
            Verdict.Acceptable ok = (Verdict.Acceptable) check(good, context, channel);
            Verdict.Acceptable atWindow = (Verdict.Acceptable) check(good, context, Channel.WINDOW);
            assertThat(ok.pack()).isEqualTo(atWindow.pack());
            assertThat(ok.extras()).isEqualTo(atWindow.extras());
            assertThat(((Verdict.Faulty) check(bad, context, channel)).faults()).hasSize(2)
                    .isEqualTo(((Verdict.Faulty) check(bad, context, Channel.WINDOW)).faults());
        }
    }

    /** 线上线下同标准 (新政文〔2024〕62号 附件3): whatever is wrong or right with an application, every channel says the same. */
    @Test
    void shouldGiveTheSameVerdictOnEveryChannelWhateverIsChanged() {
        String digest = "sha256:" + "1".repeat(64);
        Checker.CheckContext context = new Checker.CheckContext(
                Map.of(digest, new StoredMaterial(digest, "application/pdf", 9)),
                LocalDate.of(2026, 3, 2), NOW, Gathered.NOTHING, null);
        Random random = new Random(11);
        int accepted = 0;
        for (int i = 0; i < 2_000; i++) {
            ObjectNode application = random(random, digest);
            Verdict atWindow = check(application, context, Channel.WINDOW);
            accepted += atWindow instanceof Verdict.Acceptable ? 1 : 0;
            for (Channel channel : Channel.values()) {
                Verdict other = check(application, context, channel);
                assertThat(said(other)).as("application %d: %s", i, application).isEqualTo(said(atWindow));
            }
        }
        assertThat(accepted).isBetween(50, 1_950);
    }

    private static Object said(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Acceptable ok -> List.of(ok.items(), ok.pack(), ok.extras());
            case Verdict.Faulty(var faults) -> faults;
        };
    }

    private static ObjectNode random(Random random, String digest) {
        ObjectNode application = RichThing.application();
        ArrayNode materials = application.putArray("materials");
        for (String code : List.of("m01", "m02", "m03", "m04", "m05", "m06", "m09")) {
            if (random.nextInt(10) < (code.compareTo("m06") < 0 ? 9 : 1)) {
                materials.addObject().put("code", code).put("form", "ELECTRONIC").put("digest",
                        random.nextInt(20) == 0 ? "sha256:0" : digest);
            } else if (random.nextBoolean()) {
                RichThing.promising(application, code, random.nextBoolean() ? "DEFER" : "WAIVE",
                        random.nextBoolean() ? "c1" : "c2", 1 + random.nextInt(2));
            }
        }
        switch (random.nextInt(6)) {
            case 0 -> application.putObject("answers").put("item-03", "yes");
            case 1 -> ((ObjectNode) application.get("form")).put("shopName", "长".repeat(60));
            case 2 -> ((ObjectNode) application.get("applicant")).put("idNumber", "1");
            case 3 -> application.putObject("addressee").put("name", "李四").put("phone",
                    random.nextBoolean() ? "13800000000" : "1");
            default -> application.put("priority", random.nextBoolean() ? "老年人" : null);
        }
        return application;
    }

    @Test
    void shouldCountWhatWasFilledInBeforehandAndKept() {
        Gathered gathered = new Gathered(Map.of(), null, Map.of("shopName", "大店", "married", "是", "other", "x"),
                Map.of(), null, List.of());
        Verdict.Acceptable ok = (Verdict.Acceptable) check(RichThing.application(), context(gathered));
        assertThat(ok.extras().form()).isEqualTo(new FormShare(3, 2, 1));
        assertThat(((Verdict.Acceptable) check(RichThing.application(), context(Gathered.NOTHING))).extras())
                .isSameAs(org.lianban.intake.checking.Extras.NONE);
    }

    @Test
    void shouldKeepTheTrustOfWhatTheProfileHolds() {
        String digest = "sha256:" + "1".repeat(64);
        ObjectNode application = RichThing.application();
        ((ObjectNode) application.get("materials").get(0)).put("form", "ELECTRONIC").put("digest", digest);
        Map<String, StoredMaterial> stored = Map.of(digest, new StoredMaterial(digest, "application/pdf", 9));
        Gathered known = new Gathered(Map.of(), null, Map.of(), Map.of(digest, Grade.B), null, List.of());
        for (Gathered gathered : List.of(Gathered.NOTHING, known)) {
            Verdict.Acceptable ok = (Verdict.Acceptable) check(application,
                    new Checker.CheckContext(stored, LocalDate.of(2026, 3, 2), NOW, gathered, null));
            assertThat(ok.pack().materials().getFirst().trust()).isEqualTo(gathered == known ? Grade.B : Grade.C);
        }
    }

    @Test
    void shouldReadPriorityAddresseeAndTestAndNameEveryWrongOne() {
        ObjectNode application = RichThing.application().put("priority", "七十岁以上").put("test", true);
        application.putObject("addressee").put("name", "李四").put("phone", "13800000000");
        Verdict.Acceptable ok = (Verdict.Acceptable) check(application, context(Gathered.NOTHING));
        assertThat(ok.extras().test()).isTrue();
        assertThat(ok.pack().priority()).isTrue();
        assertThat(ok.extras().priority()).isEqualTo("七十岁以上");
        assertThat(ok.extras().addressee()).isNotNull().satisfies(a -> assertThat(a.name()).isEqualTo("李四"));
        assertThat(faults(a -> {
            a.put("test", "yes").put("priority", 1).put("consents", "x").put("prefill", "\u0000");
            a.putObject("addressee").put("phone", "12");
            a.putArray("commitments").add(7);
            a.putArray("checks").addObject().put("present", "ja").put("material", "m".repeat(65));
        })).containsExactlyInAnyOrder("/test WRONG_TYPE", "/priority WRONG_TYPE", "/consents WRONG_TYPE",
                "/prefill UNCLEAN", "/addressee/name MISSING", "/addressee/phone MALFORMED",
                "/commitments/0 WRONG_TYPE", "/checks/0/present WRONG_TYPE", "/checks/0/material TOO_LONG");
        assertThat(faults(a -> a.putArray("consents").add("\u0000").add(1).add(""))).containsExactly(
                "/consents/0 UNCLEAN", "/consents/1 WRONG_TYPE", "/consents/2 MISSING");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"SUSPENDED, false, /oneThing SUSPENDED, 已暂停办理",
            "RETIRED, false, /oneThing RETIRED, 已废止", "null, false, /oneThing UNKNOWN, 没有正在实施",
            "LIVE, true, /test NOT_IN_TESTING, 联调联测"})
    void shouldSayWhyAOneThingTakesNoApplications(Stage stage, boolean test, String fault, String reason) {
        Faults faults = new Faults();
        Filing filing = FilingReader.read(RichThing.application().put("test", test), null, faults);
        Verdict.Faulty faulty = (Verdict.Faulty) Checker.check(filing, Optional.empty(),
                new Checker.CheckContext(Map.of(), LocalDate.of(2026, 3, 2), NOW, Gathered.NOTHING, stage), faults);
        assertThat(faulty.faults()).singleElement().satisfies(f -> {
            assertThat(f.pointer() + " " + f.code()).isEqualTo(fault);
            assertThat(f.message()).contains(reason);
        });
    }
}
