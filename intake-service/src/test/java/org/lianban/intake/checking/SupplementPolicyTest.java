package org.lianban.intake.checking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lianban.command.Faults;
import org.lianban.contracts.CasePack;
import org.lianban.contracts.Channel;
import org.lianban.contracts.MaterialRef;
import org.lianban.contracts.MaterialRef.Form;
import org.lianban.contracts.Party;
import org.lianban.intake.Fixtures;
import org.lianban.intake.RichThing;
import org.lianban.intake.checking.SupplementPolicy.Asked;
import org.lianban.intake.checking.SupplementPolicy.Taken;
import tools.jackson.databind.node.ObjectNode;

/** 补交. */
class SupplementPolicyTest {
    private static final Asked CORRECTION = new Asked(List.of("m01"), List.of("shopName"), true);
    private static final CasePack PACK = new CasePack(
            new Party("张三丰", Party.IdType.RESIDENT_ID, Fixtures.RESIDENT, null), null, Map.of(),
            Fixtures.JSON.createObjectNode().put("shopName", "小店").put("married", "是"),
            List.of(new MaterialRef("m01", "申请书", Form.PAPER, null, null, 0),
                    new MaterialRef("m02", "布局流程图", Form.DEFERRED, null, null, 0)));

    private final Faults faults = new Faults();

    private Taken check(ObjectNode brought, Asked asked, Channel channel) {
        return SupplementPolicy.check(FilingReader.read(brought, channel, faults), RichThing.oneThing(), PACK, asked,
                new Checker.CheckContext(Map.of(), LocalDate.of(2026, 3, 2), Instant.EPOCH, Gathered.NOTHING, null),
                faults);
    }

    private List<String> codes() {
        return faults.list().stream().map(f -> f.pointer() + " " + f.code()).toList();
    }

    @Test
    void shouldPutWhatCameInThePlaceOfWhatWasThere() {
        ObjectNode brought = RichThing.handing(Fixtures.JSON.createObjectNode(), "m01");
        brought.putObject("form").put("shopName", "新店");
        Taken taken = check(brought, CORRECTION, Channel.WINDOW);
        assertThat(codes()).isEmpty();
        assertThat(taken.materials()).extracting(MaterialRef::code).containsExactly("m01");
        assertThat(taken.pack().materials()).extracting(MaterialRef::code).containsExactlyInAnyOrder("m01", "m02");
        assertThat(taken.pack().form().get("shopName").stringValue()).isEqualTo("新店");
        assertThat(taken.pack().form().get("married").stringValue()).isEqualTo("是");
    }

    @Test
    void shouldTakeOnlyWhatWasAskedForAndAllOfIt() {
        ObjectNode brought = RichThing.handing(Fixtures.JSON.createObjectNode(), "m02");
        brought.putObject("form").put("married", "否");
        check(brought, CORRECTION, Channel.WINDOW);
        assertThat(codes()).containsExactly("/materials/0/code NOT_ASKED", "/form/married NOT_ASKED",
                "/materials MISSING", "/form/shopName MISSING");
    }

    @Test
    void shouldCheckWhatComesLikeAFirstFiling() {
        ObjectNode brought = RichThing.handing(Fixtures.JSON.createObjectNode(), "m01");
        brought.putObject("form").put("shopName", "长".repeat(51));
        check(brought, CORRECTION, Channel.ONLINE);
        assertThat(codes()).containsExactly("/materials/0/form PAPER_AT_WINDOW_ONLY", "/form/shopName TOO_LONG");
    }

    @Test
    void shouldTakeAnyPartOfWhatIsOwedButNotNothing() {
        Asked owed = Asked.owed(List.of("m02", "m03"));
        assertThat(check(RichThing.handing(Fixtures.JSON.createObjectNode(), "m02"), owed, Channel.WINDOW).pack()
                .materials()).extracting(m -> m.code() + m.form()).containsExactly("m01PAPER", "m02PAPER");
        check(Fixtures.JSON.createObjectNode(), owed, Channel.WINDOW);
        assertThat(codes()).containsExactly("/materials MISSING");
    }
}
