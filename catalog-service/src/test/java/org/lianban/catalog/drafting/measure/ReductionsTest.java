package org.lianban.catalog.drafting.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.Annex;
import org.lianban.catalog.listing.publication.Complete;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.seed.Seed;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Particulars.Baseline.Basis;
import org.lianban.contracts.catalog.Particulars;

class ReductionsTest {
    private static OneThing version(Content content) {
        return content.version(1, Seed.EFFECTIVE_FROM);
    }

    @Test
    void shouldTakeTheLongestWayNotTheSumAgainstTheStatedBaseline() {
        Reductions r = Reductions.of(version(Complete.content("XX-30")), Complete.annex(), Targets.DEFAULT,
                Basis.STATUTORY_SUM);
        assertThat(r.time().now()).as("5 working days, then half a day for the release").isEqualTo(6);
        assertThat(r.time().before()).isEqualTo(40);
        assertThat(r.time().saved()).isEqualByComparingTo("0.85");
        assertThat(r.materials().saved()).isEqualByComparingTo("0.7778");
        assertThat(r.steps().reached()).isFalse();
        assertThat(r.form().saved()).isEqualByComparingTo("0");
        assertThat(r.notes()).isEmpty();
    }

    @Test
    void shouldCountExemptMaterialsAsSavedAndDeferrableOnesNot() {
        MaterialRules exempt = new MaterialRules(new MaterialRules.Exemption(MaterialRules.Reason.E_LICENSE, null, "库",
                null), null, null, List.of(), false, null, null);
        MaterialRules deferrable = new MaterialRules(null, null, "c1", List.of(), false, null, null);
        Content one = Complete.content("XX-30", "甲", Complete.items(Complete.rules(List.of()), null),
                Complete.materials(exempt), Complete.particulars());
        Content two = Complete.content("XX-30", "甲", Complete.items(Complete.rules(List.of()), null),
                Complete.materials(deferrable), Complete.particulars());
        Reductions exempted = Reductions.of(version(one), Annex.NONE, Targets.DEFAULT, Basis.STATUTORY_SUM);
        assertThat(exempted.materials().now()).isEqualTo(1);
        assertThat(exempted.exempted()).isEqualTo(1);
        Reductions deferred = Reductions.of(version(two), Annex.NONE, Targets.DEFAULT, Basis.STATUTORY_SUM);
        assertThat(deferred.materials().now()).isEqualTo(2);
        assertThat(deferred.deferrable()).isEqualTo(1);
    }

    @Test
    void shouldSayWhatCannotBeComputedInsteadOfGuessing() {
        Content bare = Complete.content("XX-30", "甲", Complete.items(Complete.rules(List.of()), null),
                Complete.materials(MaterialRules.NONE), Particulars.NONE);
        Reductions r = Reductions.of(version(bare), Annex.NONE, Targets.DEFAULT, Basis.STATUTORY_SUM);
        assertThat(r.time().before()).as("10 and 20 statutory days").isEqualTo(30);
        assertThat(r.materials().saved()).isNull();
        assertThat(r.steps().reached()).isNull();
        assertThat(r.notes()).hasSize(3);
        assertThat(Reductions.of(version(bare), Annex.NONE, Targets.DEFAULT, Basis.MEASURED_SERIAL).time().saved())
                .isNull();
        assertThat(Reductions.of(version(bare), Complete.annex(), Targets.DEFAULT, Basis.STATUTORY_SUM).materials()
                .before()).as("from the single-item sheets").isEqualTo(3);
    }
}
