package org.lianban.intake.parties;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 授权书 as it is agreed to.
 *
 * @param version from 1; a consent is to exactly one version
 */
public record ConsentText(String id, int version, String title, String text) {

    /** The version that can be agreed to now. */
    public static Optional<ConsentText> current(List<ConsentText> texts, String id) {
        return texts.stream().filter(t -> t.id().equals(id)).max(Comparator.comparingInt(ConsentText::version));
    }
}
