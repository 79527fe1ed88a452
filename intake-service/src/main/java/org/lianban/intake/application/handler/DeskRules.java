package org.lianban.intake.application.handler;

import org.lianban.contracts.catalog.Term;

/**
 * What a place decides about corrections.
 *
 * @param correctionTerm 补正期限, in working days from the notice; 0: none is set
 * @param lapseAllowed whether an application ends when it runs out (补正不来办结)
 */
public record DeskRules(Term correctionTerm, boolean lapseAllowed) {
    public static final DeskRules DEFAULT = new DeskRules(Term.workingDays(15), false);
}
