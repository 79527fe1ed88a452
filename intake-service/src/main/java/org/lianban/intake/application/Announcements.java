package org.lianban.intake.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.event.IntakeEvent;
import org.lianban.contracts.event.IntakeEvent.ReceiptFacts;
import org.lianban.intake.checking.Extras;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the other services are told. */
public final class Announcements {
    private Announcements() {}

    /**
     * @param before the state that the event was decided in
     * @param after the state that it led to
     * @return empty for what the others know already, and for what concerns intake alone
     */
    public static Optional<IntakeEvent> of(ApplicationEvent event, Application before, Application.Filed after) {
        Dossier d = after.dossier();
        return switch (event) {
            case ApplicationEvent.Submitted e ->
                Optional.of(new IntakeEvent.CaseSubmitted(d.caseNo(), d.region(), d.oneThing(),
                        d.catalogHash(), d.channel(), d.window(), d.pack().applicant().masked().name(), d.provinceNo(),
                        d.round(), d.handedInAt(), d.extras().test(), d.extras().priority() != null,
                        d.extras().addressee()));
            case ApplicationEvent.Amended e -> Optional.empty();
            case ApplicationEvent.CorrectionNotified e -> Optional.of(new IntakeEvent.CorrectionNotified(d.caseNo(),
                    e.notice().number(), e.round(), e.defects(), e.notice().at(), e.notice().dueAt(),
                    e.notice().mayLapse()));
            case ApplicationEvent.Received e ->
                Optional.of(new IntakeEvent.CaseReceived(d.caseNo(), d.region(), d.oneThing(),
                        d.catalogHash(), e.receipt().number(), d.items(), d.handedInAt(), e.receipt().at(), d.pack(),
                        facts(d, e)));
            case ApplicationEvent.Supplemented e ->
                Optional.of(new IntakeEvent.MaterialsSupplemented(d.caseNo(), e.purpose(),
                        e.items(), e.materials(), e.at(), corrected(before, d)));
            case ApplicationEvent.Expired e ->
                Optional.of(new IntakeEvent.CommitmentOverdue(d.caseNo(), e.material(), e.items(), e.at()));
            case ApplicationEvent.Lapsed e -> Optional.of(new IntakeEvent.CaseLapsed(d.caseNo(), e.round(), e.at()));
            case ApplicationEvent.AllWithdrawn e -> Optional
                    .of(new IntakeEvent.CaseWithdrawn(d.caseNo(), java.util.List.of(), e.reason(), e.at()));
            case ApplicationEvent.ItemsWithdrawn e -> Optional
                    .of(new IntakeEvent.CaseWithdrawn(d.caseNo(), e.items(), e.reason(), e.at()));
            case ApplicationEvent.CorrectionAsked e -> Optional.empty();
            case ApplicationEvent.Settled e -> Optional.empty();
        };
    }

    private static @Nullable ReceiptFacts facts(Dossier d, ApplicationEvent.Received e) {
        Extras extras = d.extras();
        ReceiptFacts facts = new ReceiptFacts(extras.test(), e.held().commitments(), extras.exemptions(),
                extras.form(), e.how().clerk(), e.how().window(), e.how().acceptedOnReceipt());
        return facts.equals(ReceiptFacts.NONE) ? null : facts;
    }

    /** The fields that are not what they were. */
    private static @Nullable JsonNode corrected(Application before, Dossier after) {
        if (!(before instanceof Application.Filed filed) || filed.dossier().pack().form().equals(after.pack().form())) {
            return null;
        }
        JsonNode was = filed.dossier().pack().form();
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        after.pack().form().properties().forEach(field -> {
            if (!field.getValue().equals(was.get(field.getKey()))) {
                changed.set(field.getKey(), field.getValue());
            }
        });
        return changed;
    }
}
