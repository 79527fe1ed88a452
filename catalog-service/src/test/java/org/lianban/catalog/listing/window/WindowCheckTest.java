package org.lianban.catalog.listing.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.publication.Complete;
import org.lianban.catalog.seed.Seed;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.ItemRules;
import org.lianban.contracts.catalog.MaterialRules;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window.Authorisation;
import org.lianban.contracts.catalog.Window.Clerk;
import org.lianban.contracts.catalog.Window.Level;
import org.lianban.contracts.catalog.Window.Operation;
import org.lianban.contracts.catalog.Window.Type;
import org.lianban.contracts.catalog.Window;

class WindowCheckTest {
    private static final List<Clerk> CLERKS = List.of(new Clerk("c1", "甲", Set.of(Operation.RECEIVE)));

    private static Window window(Level level, @Nullable String parent, List<Authorisation> authorisations,
            String... oneThings) {
        return new Window("410721-w1", "410721", "窗口", level, parent, Type.ONE_THING, CLERKS, List.of(oneThings),
                authorisations, List.of(), true);
    }

    private static OneThing listed(boolean acceptOnReceipt) {
        ItemRules rules = new ItemRules("1", null, null, List.of(), List.of(), null, null, null, null, acceptOnReceipt,
                false, null, List.of(), List.of());
        return Complete.content("XX-30", "甲", Complete.items(rules, null), Complete.materials(MaterialRules.NONE),
                Complete.particulars()).version(1, Seed.EFFECTIVE_FROM);
    }

    private static List<String> pointers(Window window, @Nullable Window parent, OneThing... listed) {
        Map<String, OneThing> known = listed.length == 0 ? Map.of() : Map.of("XX-30", listed[0]);
        return WindowCheck.of(window, new WindowCheck.Context(parent, known)).stream().map(Fault::pointer)
                .toList();
    }

    private static List<Authorisation> authorisation(String from, String until) {
        return List.of(new Authorisation("XX-30", "02", LocalDate.parse(from), LocalDate.parse(until), "rep1"));
    }

    @Test
    void shouldAuthoriseAWindowOnlyForItemsPublishedAsAcceptedOnReceipt() {
        Window window = window(Level.COUNTY, null, authorisation("2026-01-01", "2026-12-31"), "XX-30");
        assertThat(pointers(window, null, listed(true))).isEmpty();
        assertThat(pointers(window, null, listed(false))).containsExactly("/authorisations/0/itemNo");
        assertThat(pointers(window(Level.COUNTY, null, authorisation("2026-12-31", "2026-01-01")), null, listed(true)))
                .containsExactly("/authorisations/0/until");
        assertThat(pointers(window, null)).containsExactly("/oneThings/0", "/authorisations/0/itemNo");
    }

    @Test
    void shouldStandBelowAWindowOfTheSameOrAHigherLevel() {
        Window county = window(Level.COUNTY, null, List.of());
        Window village = new Window("410721-v", "410721", "村", Level.VILLAGE, county.id(), Type.GENERAL, CLERKS,
                List.of(), List.of(), List.of(), true);
        assertThat(pointers(village, county)).isEmpty();
        assertThat(pointers(window(Level.TOWNSHIP, null, List.of()), null)).containsExactly("/parent");
        assertThat(pointers(window(Level.TOWNSHIP, village.id(), List.of()), village)).containsExactly("/parent");
        assertThat(pointers(window(Level.COUNTY, "410721-x", List.of()), null)).containsExactly("/parent");
    }

    @Test
    void shouldReceiveForOtherRegionsOnlyAndGiveEveryClerkSomeOperation() {
        Window window = new Window("410721-w1", "410721", "窗口", Level.COUNTY, null, Type.AGENT,
                List.of(new Clerk("c1", "甲", Set.of()), new Clerk("c1", "乙", Set.of(Operation.UPLOAD)),
                        new Clerk("c 2", "丙", Set.of(Operation.UPLOAD))),
                List.of(), List.of(), List.of("410721", "610922"), true);
        assertThat(pointers(window, null)).containsExactly("/clerks/0/operations", "/clerks/1/id", "/clerks/2/id",
                "/receivesFor/0");
    }
}
