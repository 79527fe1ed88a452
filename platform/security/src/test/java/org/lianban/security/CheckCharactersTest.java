package org.lianban.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCharactersTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014"})
    void shouldCheckResidentNumbersOfTheStandard(String number) {
        assertThat(CheckCharacters.residentId(number)).isEqualTo(number.charAt(17));
    }

    @ParameterizedTest
    @CsvSource({"M000100Y, 4", "MB190671, X", "MB285591, 8"})
    void shouldCheckOrganisationCodes(String code, char check) {
        assertThat(CheckCharacters.organisationCode(code)).isEqualTo(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "11370800MB28559184", "11310000MB2F30661Y", "11100000000013338W",
            "11500000MB190671XX"})
    void shouldCheckRealCreditCodes(String code) {
        assertThat(CheckCharacters.creditCode(code)).isEqualTo(code.charAt(17));
        assertThat(CheckCharacters.organisationCode(code.substring(8))).isEqualTo(code.charAt(16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11100000000013338W01111430000006122244L20230000403001U",
            "11100000MB032716990223401000000000160019",
            "11100000000013338W00911330105002500287C20250522010020"})
    void shouldCheckNumbersOfElectronicLicences(String joined) {
        assertThat(CheckCharacters.endsInMod37x36(joined)).isTrue();
    }

    @Test
    void shouldCatchEverySingleWrongCharacter() {
        String body = "11100000MB03271699022340100000000016001";
        String right = body + CheckCharacters.mod37x36(body);
        for (int i = 0; i < right.length(); i++) {
            for (char c : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
                String wrong = right.substring(0, i) + c + right.substring(i + 1);
                assertThat(CheckCharacters.endsInMod37x36(wrong)).as(wrong).isEqualTo(wrong.equals(right));
            }
        }
    }

    @Test
    void shouldRefuseWhatCannotBeChecked() {
        assertThat(CheckCharacters.endsInMod37x36("")).isFalse();
        assertThat(CheckCharacters.endsInMod37x36("x")).isFalse();
        assertThat(CheckCharacters.endsInMod37x36("a-b")).isFalse();
        assertThatThrownBy(() -> CheckCharacters.mod37x36("ab")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CheckCharacters.mod37x36("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CheckCharacters.creditCode("I1350100M000100Y"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
