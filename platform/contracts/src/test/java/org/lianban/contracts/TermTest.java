package org.lianban.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lianban.contracts.catalog.Term;
import tools.jackson.core.JacksonException;

class TermTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 10_000})
    void shouldTakeAmountsWithinTheBounds(int amount) {
        assertThat(Term.workingDays(amount)).isEqualTo(new Term(amount, Term.Unit.WORKING_DAYS));
        assertThat(Term.serviceMinutes(amount)).isEqualTo(new Term(amount, Term.Unit.SERVICE_MINUTES));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 10_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void shouldRefuseAmountsBeyondTheBounds(int amount) {
        assertThatIllegalArgumentException().isThrownBy(() -> Term.workingDays(amount))
                .withMessage("A term is 0 to 10000 units, not " + amount);
    }

    @Test
    void shouldRefuseTheSameOnTheWire() {
        assertRefused("{\"amount\":10001,\"unit\":\"WORKING_DAYS\"}");
        assertRefused("{\"amount\":2,\"unit\":\"HOURS\"}");
        assertRefused("{\"unit\":\"WORKING_DAYS\"}");
    }

    @Test
    void shouldNeverMixUnits() {
        assertThat(Term.workingDays(2)).isNotEqualTo(Term.serviceMinutes(2));
    }

    private static void assertRefused(String json) {
        assertThatThrownBy(() -> Contract.JSON.readValue(json, Term.class))
                .isInstanceOf(JacksonException.class);
    }
}
