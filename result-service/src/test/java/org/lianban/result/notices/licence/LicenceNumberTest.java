package org.lianban.result.notices.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.security.CheckCharacters;

class LicenceNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U",
            "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9",
            "1.2.156.3005.2.11100000000013338W009.11330105002500287C.2025052201.002.0"})
    void shouldFindTheCheckCharacterOfPublishedNumbers(String published) {
        var read = LicenceNumber.read(published);

        assertThat(read).map(LicenceNumber::text).hasValue(published);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000430.001.U",
            "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.000.U",
            "1.2.156.3005.2.11100000000013338W01.11430000006122244L.20230000403.001.U", "", "1.2.156.3005.2"})
    void shouldRefuseAWrongDigitAWrongCheckAndAWrongShape(String wrong) {
        assertThat(LicenceNumber.read(wrong)).isEmpty();
    }

    @Test
    void shouldCatchEverySingleWrongCharacterAndEveryExchangeOfNeighbours() {
        var right = "11100000MB0327169902234010000000001600" + "1";
        right += CheckCharacters.mod37x36(right);
        assertThat(CheckCharacters.endsInMod37x36(right)).isTrue();
        for (int i = 0; i < right.length(); i++) {
            for (char c : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
                var wrong = right.substring(0, i) + c + right.substring(i + 1);
                assertThat(CheckCharacters.endsInMod37x36(wrong)).as(wrong).isEqualTo(wrong.equals(right));
            }
        }
        assertThat(CheckCharacters.endsInMod37x36("x")).isFalse();
        assertThat(CheckCharacters.endsInMod37x36("ab")).isFalse();
    }

    @Test
    void shouldRefusePartsThatAreNoParts() {
        assertThatThrownBy(() -> new LicenceNumber("X", "A", "1", 1)).hasMessageContaining("21");
        assertThatThrownBy(() -> new LicenceNumber("11100000000013338W011", "a-b", "1", 1)).hasMessageContaining("a-b");
        assertThatThrownBy(() -> new LicenceNumber("11100000000013338W011", "A", "1", 1000))
                .hasMessageContaining("1000");
    }
}
