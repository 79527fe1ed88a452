package org.lianban.result.province;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lianban.contracts.province.Reconciliation.Difference;
import org.lianban.contracts.province.Reconciliation.Kind;

/** 对账: what was sent against what is held. */
public final class Comparison {
    private Comparison() {}

    /** @param digest of the row as it was sent last */
    public record Sent(String caseNo, String digest) {}

    /**
     * @param ours by {@code rowGuid}
     * @param theirs digest by {@code rowGuid}; empty: the province gave none, and only existence is compared
     * @return ascending by {@code rowGuid}; empty exactly when both hold the same
     */
    public static List<Difference> of(Map<String, Sent> ours, Map<String, String> theirs) {
        var differences = new ArrayList<Difference>();
        new TreeMap<>(ours).forEach((guid, sent) -> {
            String held = theirs.get(guid);
            if (held == null) {
                differences.add(new Difference(Kind.MISSING_AT_PROVINCE, guid, sent.caseNo()));
            } else if (!held.isEmpty() && !held.equals(sent.digest())) {
                differences.add(new Difference(Kind.DIFFERENT, guid, sent.caseNo()));
            }
        });
        new TreeMap<>(theirs).keySet().stream().filter(guid -> !ours.containsKey(guid))
                .forEach(guid -> differences.add(new Difference(Kind.UNKNOWN_HERE, guid, null)));
        return differences;
    }
}
