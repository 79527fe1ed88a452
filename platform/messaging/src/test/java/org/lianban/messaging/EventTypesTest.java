package org.lianban.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EventTypesTest {
    private record Single(String text) {}

    private final EventTypes types = EventTypes.builder().sealed("test", TestEvent.class)
            .single("other", Single.class).build();

    @Test
    void shouldNameEveryRecordOfASealedFamilyWithItsVersion() {
        assertThat(types.of(new TestEvent.Noted("")).name()).isEqualTo("org.lianban.test.Noted.v1");
        assertThat(types.of(new TestEvent.CountedV2(1)).name()).isEqualTo("org.lianban.test.Counted.v2");
        assertThat(types.of(new TestEvent.SentByTV("")).name()).isEqualTo("org.lianban.test.SentByTV.v1");
        assertThat(types.of(new Single("")).name()).isEqualTo("org.lianban.other.Single.v1");
    }

    @Test
    void shouldFindTheCarrierByName() {
        assertThat(types.byName("org.lianban.test.Counted.v2"))
                .hasValue(new EventTypes.Type("org.lianban.test.Counted.v2", "test", TestEvent.CountedV2.class));
        assertThat(types.byName("org.lianban.test.Counted.v1")).isEmpty();
    }

    @Test
    void shouldTakeAnUnregisteredClassForABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> types.of("text")).withMessageContaining("String");
        assertThatIllegalArgumentException().isThrownBy(() -> EventTypes.builder().sealed("test", Single.class));
    }
}
