package org.lianban.catalog.guides;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.seed.Seed;
import org.lianban.catalog.seed.config.SeedFiles;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.documents.PdfWriter;

/** Every published list can be printed: each guide is a well-formed page whose drawing shows every item. */
class SeedGuideTest {
    private static final Instant PRINTED = Instant.parse("2026-11-21T07:00:00Z");

    @Test
    void shouldPrintTheGuideOfEveryOneThing() throws Exception {
        Seed seed = SeedFiles.read();
        Map<String, String> names = seed.departments().stream()
                .collect(Collectors.toMap(Department::id, d -> d.names().getFirst()));
        PdfWriter writer = new PdfWriter();
        int most = 0;
        for (Content content : seed.oneThings()) {
            OneThing oneThing = content.version(1, Seed.EFFECTIVE_FROM);
            Guide guide = new GuideWriter(oneThing, names).write();
            GuidePage page = new GuidePage(oneThing, guide, "https://example.cn/" + oneThing.code(), PRINTED);
            String svg = Flowchart.svg(oneThing, guide);
            for (Item item : oneThing.items()) {
                assertThat(svg).as(oneThing.code()).contains(">" + item.no() + " ");
            }
            assertThat(names.values()).as(oneThing.code()).containsAll(guide.items().stream()
                    .flatMap(i -> i.departments().stream()).map(Guide.Office::name).toList());
            try (PDDocument pdf = Loader.loadPDF(writer.pdf(page.guide(GuidePage.Form.FULL)))) {
                assertThat(pdf.getNumberOfPages()).as(oneThing.code()).isBetween(2, 9);
            }
            try (PDDocument pdf = Loader.loadPDF(writer.pdf(page.guide(GuidePage.Form.BRIEF)))) {
                assertThat(pdf.getNumberOfPages()).as(oneThing.code()).isLessThanOrEqualTo(3);
            }
            most = Math.max(most, oneThing.items().size());
        }
        assertThat(seed.oneThings()).hasSize(103);
        assertThat(most).isEqualTo(18);
    }
}
