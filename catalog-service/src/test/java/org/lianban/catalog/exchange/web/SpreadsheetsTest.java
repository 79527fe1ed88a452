package org.lianban.catalog.exchange.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lianban.catalog.exchange.Imported;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.seed.Seed;
import org.lianban.catalog.seed.config.SeedFiles;
import org.lianban.contracts.catalog.Department;

class SpreadsheetsTest {
    /** What a county exports, mends in a spreadsheet and imports again loses nothing. */
    @ParameterizedTest
    @EnumSource(Spreadsheets.Format.class)
    void shouldReadBackEverySeededOneThing(Spreadsheets.Format format) {
        Seed seed = SeedFiles.read();
        Set<String> departments = seed.departments().stream().map(Department::id).collect(Collectors.toSet());
        List<Content> contents = seed.oneThings();
        assertThat(contents).hasSize(103);
        Imported imported = Spreadsheets.read(format, Spreadsheets.write(format, contents), departments);
        assertThat(imported.faults()).isEmpty();
        assertThat(imported.contents()).isEqualTo(contents);
    }
}
