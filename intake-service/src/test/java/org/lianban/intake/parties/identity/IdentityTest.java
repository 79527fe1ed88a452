package org.lianban.intake.parties.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.intake.commands.Series;
import org.lianban.security.CheckCharacters;

class IdentityTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "440524188001010014"})
    void shouldAcceptResidentNumbersOfTheStandard(String number) {
        assertThat(ResidentId.fault(number, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"110105194912310021, 校验码", "1101051949123100, 18 位", "11010519491231002Y, 18 位",
            "99010519491231002X, 地区码", "110105194902300021, 出生日期", "110105202603030021, 出生日期",
            "110105179912310021, 出生日期", "１1010519491231002X, 18 位"})
    void shouldSayWhatIsWrongWithAResidentNumber(String number, String part) {
        assertThat(ResidentId.fault(number, TODAY)).hasValueSatisfying(text -> assertThat(text).contains(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "11370800MB28559184", "11310000MB2F30661Y", "11100000000013338W",
            "11500000MB190671XX", "11500000mb190671xx"})
    void shouldAcceptRealCreditCodes(String code) {
        assertThat(CreditCode.fault(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"91350100M000100Y44, 校验码", "91350100M000100Y, 18 位", "9135010IM000100Y43, 不含 I",
            "91A50100M000100Y43, 区划", "91350100M000100Y53, 组织机构代码"})
    void shouldSayWhatIsWrongWithACreditCode(String code, String part) {
        assertThat(CreditCode.fault(code)).hasValueSatisfying(text -> assertThat(text).contains(part));
    }

    @ParameterizedTest
    @CsvSource({"M000100Y, 4", "MB190671, X", "MB285591, 8"})
    void shouldComputeTheOrganisationCheck(String code, char check) {
        assertThat(CheckCharacters.organisationCode(code)).isEqualTo(check);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11100000000013338W01111430000006122244L20230000403001U",
            "11100000MB032716990223401000000000160019",
            "11100000000013338W00911330105002500287C20250522010020"})
    void shouldCheckMod37x36AsOnElectronicCertificates(String joined) {
        assertThat(CheckCharacters.endsInMod37x36(joined)).isTrue();
    }

    @Test
    void shouldRefuseWhatMod37x36CannotCarry() {
        assertThat(CheckCharacters.endsInMod37x36("")).isFalse();
        assertThat(CheckCharacters.endsInMod37x36("a-b")).isFalse();
        assertThatThrownBy(() -> CheckCharacters.mod37x36("ab")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRejectEverySingleWrongCharacter() {
        Random random = new Random(20260302);
        for (int round = 0; round < 500; round++) {
            String resident = resident(random);
            String credit = credit(random);
            String caseNo = Series.CASE.number("410721", LocalDate.of(2026, 1, 1).plusDays(random.nextInt(9_000)),
                    1 + random.nextInt(Series.LAST_ORDER));
            assertThat(ResidentId.fault(resident, TODAY)).as(resident).isEmpty();
            assertThat(CreditCode.fault(credit)).as(credit).isEmpty();
            assertThat(Series.isCaseNumber(caseNo)).as(caseNo).isTrue();
            for (int at = 0; at < resident.length(); at++) {
                String wrong = mutated(resident, at, at < 17 ? "0123456789" : "0123456789X", random);
                assertThat(ResidentId.fault(wrong, TODAY)).as(resident + " to " + wrong).isPresent();
            }
            for (int at = 0; at < credit.length(); at++) {
                String wrong = mutated(credit, at, CREDIT, random);
                assertThat(CreditCode.fault(wrong)).as(credit + " to " + wrong).isPresent();
            }
            for (int at = 0; at < caseNo.length(); at++) {
                String wrong = mutated(caseNo, at, "0123456789", random);
                assertThat(Series.isCaseNumber(wrong)).as(caseNo + " to " + wrong).isFalse();
            }
        }
    }

    private static String mutated(String text, int at, String alphabet, Random random) {
        char other;
        do {
            other = alphabet.charAt(random.nextInt(alphabet.length()));
        } while (other == text.charAt(at));
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    private static String resident(Random random) {
        LocalDate born = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(35_000));
        String body = "410721" + born.toString().replace("-", "") + "%03d".formatted(random.nextInt(1_000));
        return body + CheckCharacters.residentId(body);
    }

    private static String credit(Random random) {
        StringBuilder organisation = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            organisation.append(CREDIT.charAt(random.nextInt(CREDIT.length())));
        }
        String body = "91410721" + organisation + CheckCharacters.organisationCode(organisation.toString());
        return body + CheckCharacters.creditCode(body);
    }

    @Test
    void shouldComposeNumbers() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        String caseNo = Series.CASE.number("410721", day, 1);
        assertThat(caseNo).hasSize(24).startsWith("41072120260302YJS000001");
        assertThat(CheckCharacters.endsInMod37x36(caseNo)).isTrue();
        assertThat(Series.RECEIPT.number("410721", day, 42)).isEqualTo("SJHZ41072120260302000042");
        assertThat(Series.NOTICE.number("410721", day, 999_999)).isEqualTo("YCGZ41072120260302999999");
        assertThatThrownBy(() -> Series.CASE.number("410721", day, 1_000_000))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("999999");
    }

    @ParameterizedTest
    @CsvSource({"13800000000, true", "+8613800000000, true", "0373-5588888, true", "03735588888, true",
            "5588888, true", "400-810-0000, true", "12800000000, false", "1380000000, false", "phone, false",
            "0373-5588888-12, true"})
    void shouldTellTelephones(String number, boolean valid) {
        assertThat(Phone.valid(number)).isEqualTo(valid);
    }
}
