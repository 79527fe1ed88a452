package org.lianban.standalone.departments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lianban.standalone.departments.Deliveries.NINE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lianban.contracts.ItemState;
import org.lianban.contracts.api.Delivery.Type;
import org.lianban.standalone.departments.DepartmentLog.Entry;

class DepartmentLogTest {
    private static final Entry HEARD = new Entry(NINE, Deliveries.of(1, Type.NEW, true), null, null);
    private static final Entry ANSWERED = new Entry(NINE, null, null, Deliveries.applied("A", ItemState.IN_REVIEW));
    @TempDir
    Path directory;

    @Test
    void shouldReadWhatWasWritten() throws IOException {
        Path file = directory.resolve("a/410721-gongan.jsonl");
        assertThat(DepartmentLog.read(file)).isEmpty();
        try (DepartmentLog log = DepartmentLog.open(file)) {
            log.append(List.of(HEARD, ANSWERED));
        }
        try (DepartmentLog log = DepartmentLog.open(file)) {
            log.append(List.of(HEARD));
        }
        assertThat(DepartmentLog.read(file)).containsExactly(HEARD, ANSWERED, HEARD);
    }

    @Test
    void shouldCutOffALineThatAKillCutShort() throws IOException {
        Path file = directory.resolve("410721-gongan.jsonl");
        try (DepartmentLog log = DepartmentLog.open(file)) {
            log.append(List.of(HEARD));
        }
        Files.writeString(file, "{\"at\":\"2026-06-1", StandardOpenOption.APPEND);
        assertThat(DepartmentLog.read(file)).containsExactly(HEARD);
        try (DepartmentLog log = DepartmentLog.open(file)) {
            log.append(List.of(ANSWERED));
        }
        assertThat(DepartmentLog.read(file)).containsExactly(HEARD, ANSWERED);
    }

    @Test
    void shouldSayWhichFileCannotBeRead() throws IOException {
        Path file = Files.writeString(directory.resolve("x.jsonl"), "nonsense\n");
        assertThatThrownBy(() -> DepartmentLog.read(file)).hasMessageContaining("x.jsonl");
    }
}
