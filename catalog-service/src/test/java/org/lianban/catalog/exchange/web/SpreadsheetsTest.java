package org.lianban.catalog.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.seed.Seed;
import org.lianban.catalog.seed.config.SeedFiles;
import org.lianban.contracts.catalog.Department;
import org.lianban.form.Form;

class SpreadsheetsTest {
    /** What a county exports, mends in a spreadsheet and imports again loses nothing. */
    @ParameterizedTest
    @EnumSource(Spreadsheets.Format.class)
    void shouldReadBackEverySeededOneThing(Spreadsheets.Format format) {
        Seed seed = SeedFiles.read();
        Set<String> departments = seed.departments().stream().map(Department::id).collect(Collectors.toSet());
        List<Content> contents = seed.oneThings();
        assertThat(contents).hasSize(103);
        assertThat(Spreadsheets.read(format, Spreadsheets.write(format, contents), departments))
                .isEqualTo(new Form.Whole<>(contents));
    }

    @Test
    void shouldSayWhichEncodingIsMeant() {
        byte[] utf16 = "工作表,一件事编码".getBytes(StandardCharsets.UTF_16);
        assertThat(Spreadsheets.read(Spreadsheets.Format.CSV, utf16, Set.of())).isInstanceOfSatisfying(
                Form.Faulty.class, faulty -> assertThat(faulty.faults().toString()).contains("UTF-8"));
    }
}
