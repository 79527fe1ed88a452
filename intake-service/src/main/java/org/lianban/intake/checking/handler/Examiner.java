package org.lianban.intake.checking.handler;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.lianban.command.Faults;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.intake.checking.Checker;
import org.lianban.intake.checking.Filing;
import org.lianban.intake.checking.Gathered;
import org.lianban.intake.commands.Days;
import org.lianban.intake.materials.StoredMaterial;
import org.lianban.kit.catalog.CatalogCopy;

/** Checks what is handed in against the catalogue as this instance knows it. */
public record Examiner(CatalogCopy catalog) {
    /**
     * A first filing, under the version effective now; a test case under the one that is being tested.
     *
     * @param reading faults found while it was read; gets all the others added
     */
    public Checker.Verdict first(Filing filing, Faults reading, Map<String, StoredMaterial> stored, Gathered gathered,
            Instant now) {
        Stage stage = filing.region() == null || filing.oneThing() == null
                ? null
                : catalog.stage(filing.region(), filing.oneThing(), now).orElse(null);
        return Checker.check(filing, version(filing, now),
                new Checker.CheckContext(stored, Days.in(now), now, gathered, stage), reading);
    }

    public Optional<OneThing> version(Filing filing, Instant now) {
        String region = filing.region();
        String oneThing = filing.oneThing();
        if (region == null || oneThing == null) {
            return Optional.empty();
        }
        return filing.test() ? catalog.testing(region, oneThing, now) : catalog.effective(region, oneThing, now);
    }

    /** The version a case was filed under, which arrived before the case did. */
    public Optional<OneThing> version(String catalogHash) {
        return catalog.version(catalogHash);
    }

    /** Those that take applications in a region now. */
    public Collection<OneThing> open(String region, Instant now) {
        return catalog.open(region, now);
    }
}
