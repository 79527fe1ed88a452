package org.lianban.intake.checking;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.materials.StoredMaterial;

/**
 * What a policy looks at.
 *
 * @param oneThing the version the application falls under; null: there is none
 */
public record Examined(Filing filing, @Nullable OneThing oneThing, Choice choice, World world) {

    Map<String, StoredMaterial> stored() {
        return world.stored();
    }

    LocalDate today() {
        return world.today();
    }
}
