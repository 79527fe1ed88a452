package org.lianban.catalog.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lianban.catalog.listing.publication.Contents.OFFICE;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.publication.Contents;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.Term;

class CriticalPathTest {

    private static Item item(String no, int days, String... hard) {
        return Contents.item(no, List.of(OFFICE), List.of(hard), null, Term.workingDays(days), null);
    }

    private static CriticalPath promised(Item... items) {
        return CriticalPath.of(Contents.of(items).version(1, Instant.EPOCH), Item::promise);
    }

    @Test
    void shouldNotAddLimitsThatRunWhileAnItemWaits() {
        assertThat(promised(item("01", 0), item("02", 3, "01"), item("03", 7, "02")).workingDays()).isEqualTo(7);
    }

    @Test
    void shouldAddHalfADayForEachResultThatIsWaitedFor() {
        assertThat(promised(item("01", 10), item("02", 1, "01"), item("03", 1, "02")).workingDays()).isEqualTo(11);
    }

    @Test
    void shouldTakeTheLongestOfParallelItems() {
        assertThat(promised(item("01", 3), item("02", 20), item("03", 5)).workingDays()).isEqualTo(20);
    }

    @Test
    void shouldSayWhichItemsHaveNoLimit() {
        CriticalPath path = promised(item("01", 3), Contents.item("02"));
        assertThat(path.workingDays()).isEqualTo(3);
        assertThat(path.unknownItems()).containsExactly("02");
        assertThat(promised(Contents.item("01")).workingDays()).isNull();
    }
}
