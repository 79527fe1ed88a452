package org.lianban.catalog.listing.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.ItemKind;

class BaseCheckTest {
    private static List<Fault> faults(String code) {
        return BaseCheck.of(new BaseVersion("2026-1", "省基本目录", List.of(new BaseVersion.BaseItem(code, "出生登记",
                ItemKind.CONFIRM, List.of(), List.of(), List.of(), List.of(), List.of(), null, null))));
    }

    @Test
    void shouldCountARareCharacterOnce() {
        assertThat(faults("𠮷".repeat(50))).isEmpty();
        assertThat(faults("𠮷".repeat(51))).extracting(Fault::pointer).containsExactly("/items/0/code");
    }
}
