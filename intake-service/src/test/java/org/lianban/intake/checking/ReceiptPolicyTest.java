package org.lianban.intake.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lianban.command.Faults;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.MaterialRef.Form;
import org.lianban.contracts.MaterialRef.Grade;
import org.lianban.contracts.Party;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.Defect;
import org.lianban.intake.Fixtures;
import org.lianban.intake.RichThing;
import org.lianban.intake.checking.Filing.Checked;
import org.lianban.intake.checking.ReceiptPolicy.Review;
import tools.jackson.databind.node.ObjectNode;

/** 收件核验. */
class ReceiptPolicyTest {
    private static final OneThing THING = RichThing.oneThing();

    private static CasePack pack(MaterialRef... materials) {
        return new CasePack(new Party("张三丰", Party.IdType.RESIDENT_ID, Fixtures.RESIDENT, null), null, Map.of(),
                Fixtures.JSON.createObjectNode(), List.of(materials));
    }

    private static MaterialRef paper(String code) {
        return new MaterialRef(code, code, Form.PAPER, null, null, 0);
    }

    private static List<Checked> checks(Consumer<ObjectNode> change) {
        ObjectNode root = RichThing.checked(Fixtures.JSON.createObjectNode());
        change.accept((ObjectNode) root.get("checks").get(0));
        return FilingReader.changes(root).over(Filing.NOTHING).checks();
    }

    private static List<String> faults(CasePack pack, List<Checked> checks) {
        Faults faults = new Faults();
        ReceiptPolicy.check(THING, pack, checks, faults);
        return faults.list().stream().map(f -> f.pointer() + " " + f.code()).toList();
    }

    @Test
    void shouldReceiveWhatWasAnsweredAndFoundInOrder() {
        assertThat(faults(pack(paper("m01"), paper("m02")), checks(c -> {}))).isEmpty();
    }

    @Test
    void shouldNameEveryPointThatIsNotAnsweredAtOnce() {
        assertThat(faults(pack(paper("m01"), paper("m02")), List.of())).containsExactly("/checks ORIGINAL_NOT_CHECKED",
                "/checks UNANSWERED", "/checks UNANSWERED");
    }

    @Test
    void shouldNotReceiveWhatWasFoundWanting() {
        assertThat(faults(pack(paper("m01")), checks(c -> {
            c.put("present", false).put("originalChecked", false).put("formOk", false);
            ((ObjectNode) c.get("points").get(0)).put("pass", false);
        }))).containsExactly("/checks NOT_PASSED", "/checks NOT_PASSED", "/checks ORIGINAL_NOT_CHECKED",
                "/checks NOT_PASSED");
    }

    @Test
    void shouldRefuseAnswersAboutSomethingElse() {
        assertThat(faults(pack(paper("m01")), checks(c -> {
            c.put("material", "m09");
        }))).contains("/checks/0/material NOT_IN_LIST");
        assertThat(faults(pack(paper("m01")), checks(c -> ((ObjectNode) c.get("points").get(0)).put("id", "p9"))))
                .containsExactly("/checks/0/points/0/id UNKNOWN", "/checks UNANSWERED");
        List<Checked> twice = List.of(checks(c -> {}).getFirst(), checks(c -> {}).getFirst());
        assertThat(faults(pack(paper("m01")), twice)).containsExactly("/checks/1/material NOT_IN_LIST");
        assertThat(faults(pack(paper("m01")), checks(c -> c.putNull("material"))))
                .contains("/checks/0/material MISSING");
    }

    @Test
    void shouldAskNothingAboutWhatIsNotHandedIn() {
        MaterialRef spared = new MaterialRef("m01", "m01", Form.EXEMPT_DATA, null, null, 0, null, Grade.A);
        assertThat(faults(pack(spared), List.of())).isEmpty();
        assertThat(faults(pack(spared), checks(c -> {}))).containsExactly("/checks/0/material NOT_IN_LIST");
    }

    @Test
    void shouldNotAskAgainForAnOriginalThatAWindowHasSeen() {
        MaterialRef seen = new MaterialRef("m01", "m01", Form.ELECTRONIC, "sha256:1", "application/pdf", 9, null,
                Grade.B);
        assertThat(faults(pack(seen), checks(c -> c.put("originalChecked", false)))).isEmpty();
    }

    @Test
    void shouldGradeWhatWasComparedWithItsOriginal() {
        List<Review> reviews = ReceiptPolicy.reviews(checks(c -> {
            c.put("remark", "清晰");
            ((ObjectNode) c.get("points").get(1)).put("remark", "3 月 1 日");
        }));
        assertThat(reviews).containsExactly(
                new Review("m01", true, List.of("p1", "p2"), "清晰", Map.of("p2", "3 月 1 日")));
        assertThat(ReceiptPolicy.graded(pack(paper("m01"), paper("m02")), reviews).materials())
                .extracting(m -> m.code() + m.trust()).containsExactly("m01B", "m02null");
        CasePack untouched = pack(paper("m02"));
        assertThat(ReceiptPolicy.graded(untouched, List.of())).isSameAs(untouched);
    }

    @Test
    void shouldSayInTheNoticeWhichPointByWhichStandardAndHowItLooks() {
        List<Defect> defects = ReceiptPolicy.defects(THING, checks(c -> {
            c.put("formOk", false).put("originalChecked", false).put("remark", "复印件");
            ((ObjectNode) c.get("points").get(0)).put("pass", false).put("remark", "第 3 页没有签字");
        }));
        assertThat(defects).containsExactly(
                new Defect("material:m01", "“申请书”的原件未核对：复印件", "请出示原件", null, null),
                new Defect("material:m01", "“申请书”不符合法定形式：复印件", "请按样例更正后重新提交", null,
                        "https://example.org/sample"),
                new Defect("material:m01", "“申请书”：签字完整，第 3 页没有签字", "应当：每页签字", "p1", "见样表第 2 页"));
        assertThat(ReceiptPolicy.defects(THING, checks(c -> {}))).isEmpty();
        assertThat(ReceiptPolicy.defects(THING, checks(c -> c.put("present", false)))).extracting(Defect::problem)
                .containsExactly("“申请书”未提交");
    }
}
