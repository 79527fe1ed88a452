package org.lianban.intake.checking;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;

/**
 * 更正内容 as read: what is named takes the place of what was handed in before, the rest stays.
 *
 * @param named members
 * @param faults found while it was read
 */
public record FilingChanges(Filing read, Set<String> named, List<Fault> faults) {
    private static final Set<String> REFERRING = Set.of("consents", "commitments", "prefill");

    /** Whether it refers to what has to be looked up. */
    public boolean refers() {
        return named.stream().anyMatch(REFERRING::contains);
    }

    /** Checks are of one receipt and never kept; what was promised and is handed in now is promised no more. */
    public Filing over(Filing before) {
        return new Filing(before.region(), before.oneThing(), of("channel", before, Filing::channel), before.window(),
                read.receive(), of("applicant", before, Filing::applicant), of("agent", before, Filing::agent),
                of("answers", before, Filing::answers), of("form", before, Filing::form),
                of("materials", before, Filing::materials), of("test", before, Filing::test),
                of("priority", before, Filing::priority), of("addressee", before, Filing::addressee),
                of("consents", before, Filing::consents), of("prefill", before, Filing::prefill),
                commitments(before), read.checks());
    }

    private List<Filing.Signed> commitments(Filing before) {
        List<Filing.Handed> handed = of("materials", before, Filing::materials);
        return named.contains("commitments")
                ? read.commitments()
                : before.commitments().stream().filter(c -> handed.stream()
                        .noneMatch(m -> Objects.equals(m.code(), c.material()))).toList();
    }

    private <T extends @Nullable Object> T of(String name, Filing before, Function<Filing, T> member) {
        return member.apply(named.contains(name) ? read : before);
    }
}
