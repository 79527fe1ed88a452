package org.lianban.catalog.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.CriticalPath;
import org.lianban.contracts.catalog.Term;

class WordingTest {
    @Test
    void shouldJoinThreeAndMoreNumbersInARow() {
        assertThat(Wording.numbers(List.of())).isEqualTo("无");
        assertThat(Wording.numbers(List.of("01", "02", "04", "05", "06", "09"))).isEqualTo("01、02、04至06、09");
    }

    @Test
    void shouldWordTerms() {
        assertThat(Wording.term(null)).isEqualTo("待公布");
        assertThat(Wording.term(Term.workingDays(0))).isEqualTo("即办");
        assertThat(Wording.term(Term.workingDays(5))).isEqualTo("5个工作日");
        assertThat(Wording.term(Term.serviceMinutes(120))).isEqualTo("2小时（服务时间）");
        assertThat(Wording.term(Term.serviceMinutes(45))).isEqualTo("45分钟（服务时间）");
    }

    @Test
    void shouldNameItemsWithoutALimitBesideTheWhole() {
        assertThat(Wording.whole(new CriticalPath(5, List.of("02")))).isEqualTo("5个工作日（不含期限未公布的第02项）");
        assertThat(Wording.whole(new CriticalPath(null, List.of("01")))).isEqualTo("待公布");
    }
}
