package org.lianban.standalone.departments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.contracts.api.Delivery;
import org.lianban.contracts.api.Reply;
import org.lianban.contracts.api.ReplyAnswer;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.standalone.departments.Behaviour.Verdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One task on a simulated department's desk. Its state is a fold over the department's log, so that it is the same
 * before and after a restart.
 */
final class Task {
    private final Delivery first;
    private final Set<String> deliveries = new HashSet<>();
    /** Attempts per type that were answered; a refused one is tried again under a new reply id after news. */
    private final Map<Reply.Type, Integer> attempts = new EnumMap<>(Reply.Type.class);
    private final Set<Reply.Type> settled = new HashSet<>();
    private final Set<Reply.Type> refused = new HashSet<>();
    private boolean mayDecide;
    private boolean ended;
    private Instant decidableSince;

    Task(Delivery first) {
        this.first = first;
        this.mayDecide = first.mayDecide();
        this.decidableSince = first.at();
        deliveries.add(first.deliveryId());
        ended = first.role() == Delivery.Role.OBSERVER || first.type() == Delivery.Type.CANCELLED;
    }

    Delivery first() {
        return first;
    }

    /** Nothing is left to do: decided, called off, or somebody else's. */
    boolean ended() {
        return ended;
    }

    /** @return false when this delivery was here before */
    boolean hear(Delivery delivery) {
        if (!deliveries.add(delivery.deliveryId())) {
            return false;
        }
        refused.clear();
        switch (delivery.type()) {
            case NEW -> {
                // Given back after it was with another department.
                ended = delivery.role() == Delivery.Role.OBSERVER;
                release(delivery);
            }
            case RELEASED, SUPPLEMENTED -> release(delivery);
            case BLOCKED -> mayDecide = false;
            case CANCELLED -> ended = true;
            case DEEMED_ACCEPTED -> settled.add(Reply.Type.ACCEPTED);
            case JOINT_SCHEDULED, JOINT_CONCLUDED, SUPERVISED, DELIVERED, MANUAL_TASK -> {
                // For people: an officer goes and sees, a file gets its copy.
            }
        }
        return true;
    }

    private void release(Delivery delivery) {
        if (delivery.mayDecide() && !mayDecide) {
            mayDecide = true;
            decidableSince = delivery.at();
        }
    }

    void answered(Reply.Type type, ReplyAnswer answer) {
        ReplyAnswer.Status status = answer.status() == ReplyAnswer.Status.DUPLICATE && answer.first() != null
                ? answer.first()
                : answer.status();
        if (status == ReplyAnswer.Status.APPLIED || "ALREADY_ACCEPTED".equals(answer.code())) {
            settled.add(type);
        } else if (refused.add(type)) {
            attempts.merge(type, 1, Integer::sum);
        }
        ended |= "ALREADY_ENDED".equals(answer.code()) || answer.state() != null && answer.state().isFinal();
    }

    /** What to send now, in order. */
    List<Reply> due(Behaviour behaviour, Instant now) {
        List<Reply> due = new ArrayList<>(2);
        if (ended || behaviour.verdict() == Verdict.SILENT) {
            return due;
        }
        if (first.kind() == ItemKind.VERIFY) {
            if (mayDecide && !now.isBefore(decidableSince.plus(behaviour.decideAfter()))) {
                add(due, behaviour.verdict() == Verdict.APPROVE ? Reply.Type.MATCHED : Reply.Type.MISMATCHED);
            } else {
                add(due, Reply.Type.ACKNOWLEDGED);
            }
            return due;
        }
        if (now.isBefore(first.at().plus(behaviour.acceptAfter()))) {
            // Without a sign of life the adapter would offer the task again and again.
            add(due, Reply.Type.ACKNOWLEDGED);
            return due;
        }
        if (behaviour.verdict() == Verdict.NOT_ACCEPT) {
            add(due, Reply.Type.NOT_ACCEPTED);
            return due;
        }
        add(due, Reply.Type.ACCEPTED);
        if (mayDecide) {
            if (!now.isBefore(decidableSince.plus(behaviour.decideAfter()))) {
                add(due, behaviour.verdict() == Verdict.APPROVE ? Reply.Type.APPROVED : Reply.Type.DENIED);
            }
        } else if (!first.waitsFor().isEmpty()) {
            add(due, Reply.Type.PRE_REVIEW_PASSED);
        }
        return due;
    }

    private void add(List<Reply> due, Reply.Type type) {
        if (!settled.contains(type) && !refused.contains(type)) {
            int attempt = attempts.getOrDefault(type, 0) + 1;
            due.add(reply(type, attempt == 1 ? type.name() : type.name() + "-" + attempt));
        }
    }

    /** The reply id is derived, so that a reply whose answer was lost is sent again under the same one. */
    private Reply reply(Reply.Type type, String id) {
        boolean decision = switch (type) {
            case APPROVED, DENIED, MATCHED, MISMATCHED -> true;
            default -> false;
        };
        boolean refusal = switch (type) {
            case NOT_ACCEPTED, DENIED, MISMATCHED -> true;
            default -> false;
        };
        return new Reply(id, first.taskId(), type, refusal ? List.of("模拟部门：不符合法定条件") : null, null, null, null, null,
                type == Reply.Type.ACCEPTED ? "受理-" + first.taskId() : null,
                decision ? "决定-" + first.taskId() : null, decision && !refusal ? result() : null, null, "模拟经办人");
    }

    private JsonNode result() {
        return JsonNodeFactory.instance.objectNode().put("item", first.itemName()).put("department", first.department())
                .put("document", "电子证照-" + first.taskId());
    }
}
