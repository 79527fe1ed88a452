package org.lianban.intake.custody;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** 一件办件的原件: what was handed in on paper, folded over what was done with it since. */
public final class Custody {
    private final TreeMap<String, Original> originals = new TreeMap<>();
    private final List<Act> acts;

    private Custody(Collection<Original> first, List<Act> acts) {
        first.forEach(o -> originals.put(o.material(), o));
        this.acts = List.copyOf(acts);
        acts.forEach(this::apply);
    }

    /**
     * @param papers material codes with their names, of which the window has the original
     * @param window where they were handed in
     */
    public static Custody of(Map<String, String> papers, @Nullable String window, List<Act> acts) {
        List<Original> first = new ArrayList<>();
        papers.forEach((code, name) -> first
                .add(new Original(code, name, Original.Status.HELD_AT_WINDOW, window, null)));
        return new Custody(first, acts);
    }

    /** Total: what does not fit leaves everything as it is. */
    private void apply(Act act) {
        for (String code : act.materials()) {
            originals.computeIfPresent(code,
                    (no, original) -> original.after(act.step(), act.holder(), act.at()).orElse(original));
        }
    }

    public List<Original> originals() {
        return List.copyOf(originals.values());
    }

    public List<Act> acts() {
        return acts;
    }

    public Optional<Original> original(String code) {
        return Optional.ofNullable(originals.get(code));
    }

    /** Codes of those with which this can be done now. */
    public List<String> ready(Original.Step step) {
        return originals.values().stream().filter(o -> o.permits(step)).map(Original::material).toList();
    }
}
