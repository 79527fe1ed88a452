package org.lianban.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lianban.contracts.Party.IdType;

class PartyTest {

    @Test
    void shouldKeepOnlyTheEndsWhenMasked() {
        Party person = new Party("何晓禾", IdType.RESIDENT_ID, "11010519491231002X", "13800000001");

        assertThat(person.masked())
                .isEqualTo(new Party("何**", IdType.RESIDENT_ID, "110***********002X", "138****0001"));
    }

    @Test
    void shouldMaskAFirmAlike() {
        Party firm = new Party("新乡县禾苗餐饮店", IdType.CREDIT_CODE, "91350100M000100Y43", null);

        assertThat(firm.masked())
                .isEqualTo(new Party("新*******", IdType.CREDIT_CODE, "913***********0Y43", null));
    }

    @ParameterizedTest
    @CsvSource({"1234567,*******", "12345678,123*5678", "1,*", "'',''"})
    void shouldShowNothingOfANumberTooShortToHideAPartOf(String number, String masked) {
        assertThat(new Party("林远", IdType.RESIDENT_ID, number, null).masked().idNumber()).isEqualTo(masked);
    }

    @Test
    void shouldMaskWhatIsMaskedToTheSame() {
        Party once = new Party("林远", IdType.RESIDENT_ID, "440524188001010014", "13800000002").masked();

        assertThat(once.masked()).isEqualTo(once);
    }

    /** A name of one character has nothing to keep besides it, and still does not break. */
    @Test
    void shouldTakeNamesOfAnyLength() {
        assertThat(new Party("林", IdType.RESIDENT_ID, "440524188001010014", null).masked().name()).isEqualTo("林");
        assertThat(new Party("", IdType.RESIDENT_ID, "440524188001010014", null).masked().name()).isEmpty();
    }

    @Test
    void shouldNeverPrintPersonalData() {
        Party person = new Party("何晓禾", IdType.RESIDENT_ID, "11010519491231002X", "13800000001");
        CasePack pack = new CasePack(person, person, Map.of(), Contract.JSON.createObjectNode(),
                List.of());

        assertThat(pack.toString()).contains("何**/110***********002X").doesNotContain("晓禾", "19491231", "13800000001");
    }
}
