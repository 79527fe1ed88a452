package org.lianban.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianban.contracts.catalog.ItemKind;
import org.lianban.contracts.event.DispatchEvent.CancelReason;

class OutcomeTest {

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void shouldHaveAFinalStateOfTheSameName(Outcome outcome) {
        assertThat(ItemState.of(outcome).isFinal()).isTrue();
        assertThat(ItemState.of(outcome)).hasToString(outcome.name());
    }

    @Test
    void shouldEndItemsInNoOtherStates() {
        assertThat(Arrays.stream(ItemState.values()).filter(ItemState::isFinal).map(Enum::name)
                .collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(Outcome.values()).map(Enum::name).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVED", "MATCHED"})
    void shouldLetDependentsGoOn(Outcome outcome) {
        assertThat(outcome.satisfiesDependents()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = {"APPROVED", "MATCHED"})
    void shouldHoldDependentsBack(Outcome outcome) {
        assertThat(outcome.satisfiesDependents()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void shouldNeverSatisfyDependentsByCancelling(CancelReason reason) {
        assertThat(reason.outcome().satisfiesDependents()).isFalse();
        assertThat(reason.outcome()).isEqualTo(reason == CancelReason.WITHDRAWN
                ? Outcome.WITHDRAWN
                : Outcome.TERMINATED);
    }

    /** 行政许可法 32 speaks of licences only. */
    @ParameterizedTest
    @EnumSource
    void shouldDeemOnlyLicencesAccepted(ItemKind kind) {
        assertThat(kind.deemedAccepted()).isEqualTo(kind == ItemKind.LICENSE);
    }
}
