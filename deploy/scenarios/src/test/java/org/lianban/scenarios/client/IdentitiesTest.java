package org.lianban.scenarios.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lianban.intake.parties.identity.CreditCode;
import org.lianban.intake.parties.identity.Phone;
import org.lianban.intake.parties.identity.ResidentId;

class IdentitiesTest {
    @Test
    void shouldInventIdentitiesThatPassTheChecks() {
        for (int number = 0; number < 5_000; number++) {
            assertThat(ResidentId.fault(Identities.residentId("140502", number), LocalDate.of(2026, 1, 1))).isEmpty();
            assertThat(CreditCode.fault(Identities.creditCode("610830", number))).isEmpty();
            assertThat(Phone.valid(Identities.phone(number))).isTrue();
        }
    }

    @Test
    void shouldWriteAPdfWhoseTableOfContentsPointsAtItsObjects() {
        String pdf = new String(Pdf.page(List.of("居民身份证")), StandardCharsets.ISO_8859_1);
        int table = pdf.indexOf("xref\n");
        assertThat(pdf).startsWith("%PDF-1.4").endsWith("startxref\n" + table + "\n%%EOF\n");
        String[] rows = pdf.substring(table).split("\n");
        for (int object = 1; object <= 7; object++) {
            assertThat(pdf.substring(Integer.parseInt(rows[object + 2].substring(0, 10))))
                    .startsWith(object + " 0 obj");
        }
    }
}
