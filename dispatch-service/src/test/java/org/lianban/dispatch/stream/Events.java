package org.lianban.dispatch.stream;

import static org.lianban.dispatch.plan.OneThings.NOW;
import static org.lianban.dispatch.plan.OneThings.received;

import java.util.List;
import org.lianban.contracts.Outcome;
import org.lianban.contracts.SupplementPurpose;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.event.DepartmentEvent.ItemAccepted;
import org.lianban.contracts.event.DepartmentEvent.ItemCancelled;
import org.lianban.contracts.event.DepartmentEvent.ItemDecided;
import org.lianban.contracts.event.DepartmentEvent.JointConclusionGiven;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.contracts.event.IntakeEvent.CaseWithdrawn;
import org.lianban.contracts.event.IntakeEvent.Commitment;
import org.lianban.contracts.event.IntakeEvent.CommitmentOverdue;
import org.lianban.contracts.event.IntakeEvent.CorrectionNotified;
import org.lianban.contracts.event.IntakeEvent.MaterialsSupplemented;
import org.lianban.dispatch.plan.OneThings;
import org.lianban.messaging.Incoming;
import tools.jackson.databind.node.JsonNodeFactory;

/** Events as intake and the adapter publish them. */
public final class Events {
    private Events() {}

    /** 容缺: received with commitments. */
    public static Incoming<CaseReceived> receipt(String caseNo, long sequence, OneThing oneThing,
            Commitment... commitments) {
        return intake(caseNo, sequence, received(caseNo, oneThing,
                oneThing.items().stream().map(OneThing.Item::no).toList(), OneThings.facts(commitments)));
    }

    public static Incoming<MaterialsSupplemented> supplement(String caseNo, long sequence, SupplementPurpose purpose,
            String material, String... items) {
        return intake(caseNo, sequence, new MaterialsSupplemented(caseNo, purpose, List.of(items),
                OneThings.materials(material), NOW));
    }

    public static Incoming<CorrectionNotified> corrected(String caseNo, long sequence) {
        return intake(caseNo, sequence, new CorrectionNotified(caseNo, "BZ-1", 0, List.of(), NOW));
    }

    public static Incoming<CommitmentOverdue> overdue(String caseNo, long sequence, String material, String... items) {
        return intake(caseNo, sequence, new CommitmentOverdue(caseNo, material, List.of(items), NOW));
    }

    public static Incoming<JointConclusionGiven> concluded(String caseNo, String itemNo, long sequence) {
        return department(caseNo, itemNo, sequence, new JointConclusionGiven(caseNo, itemNo,
                "410721-office" + itemNo, NOW, caseNo + "-J1", true, List.of(), List.of("a1", "a2")));
    }

    public static Incoming<CaseWithdrawn> withdrawal(String caseNo, long sequence, String... items) {
        return intake(caseNo, sequence, new CaseWithdrawn(caseNo, List.of(items), "不办了", NOW));
    }

    public static Incoming<ItemAccepted> accepted(String caseNo, String itemNo, long sequence) {
        return department(caseNo, itemNo, sequence,
                new ItemAccepted(caseNo, itemNo, "410721-office" + itemNo, NOW, NOW, false, null));
    }

    public static Incoming<ItemDecided> decided(String caseNo, String itemNo, long sequence, Outcome outcome) {
        return department(caseNo, itemNo, sequence, new ItemDecided(caseNo, itemNo, "410721-office" + itemNo, NOW,
                outcome, List.of(), "决-" + itemNo, JsonNodeFactory.instance.objectNode().put("of", itemNo)));
    }

    public static Incoming<ItemCancelled> cancelled(String caseNo, String itemNo, long sequence, Outcome outcome) {
        return department(caseNo, itemNo, sequence,
                new ItemCancelled(caseNo, itemNo, "410721-office" + itemNo, NOW, outcome));
    }

    private static <T> Incoming<T> intake(String caseNo, long sequence, T data) {
        return incoming("intake", caseNo, caseNo, sequence, data);
    }

    private static <T> Incoming<T> department(String caseNo, String itemNo, long sequence, T data) {
        return incoming("department", caseNo + "-" + itemNo, caseNo, sequence, data);
    }

    private static <T> Incoming<T> incoming(String source, String subject, String key, long sequence, T data) {
        return new Incoming<>(source + "/" + subject + "/" + sequence,
                "org.lianban." + source + "." + data.getClass().getSimpleName() + ".v1", source, subject, sequence, NOW,
                key, "SYSTEM:test", null, data);
    }
}
