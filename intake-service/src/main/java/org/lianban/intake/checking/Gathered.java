package org.lianban.intake.checking;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.MaterialRef;
import org.lianban.intake.checking.exemption.Judging;

/**
 * What was found out for an application before it is checked; most need nothing.
 *
 * @param findings 免提交, by material code
 * @param excluded why the applicant may make no commitments until it is repaired; null: may
 * @param prefilled values that the form was filled in with beforehand; null: it was not
 * @param reusable trust of materials of the applicant's profile, by digest
 * @param keep 授权同意编号 that allows the profile to be kept; null: none does
 * @param faults in what it refers to: consents, a prefilled form
 */
public record Gathered(Map<String, Judging.Finding> findings, @Nullable String excluded,
        @Nullable Map<String, String> prefilled, Map<String, MaterialRef.Grade> reusable,
        @Nullable String keep, List<Fault> faults) {
    public static final Gathered NOTHING = new Gathered(Map.of(), null, null, Map.of(), null, List.of());

    /** With more that is wrong. */
    public Gathered with(List<Fault> more) {
        return new Gathered(findings, excluded, prefilled, reusable, keep,
                Stream.concat(faults.stream(), more.stream()).toList());
    }
}
