package org.lianban.result.notices.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lianban.result.notices.delivery.Shipment;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The examples in the API description are what the doors really take and answer. */
class OfficeExamplesTest {
    private final JsonMapper strict = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @Test
    void shouldReadEveryExampleAsWhatItStandsFor() {
        assertThat(strict.readValue(OfficeExamples.NOTICES, NoticeView.Notices.class).notices()).hasSize(1);
        assertThat(strict.readValue(OfficeExamples.NOTICE, NoticeView.class).delivered()).isNotNull();
        assertThat(strict.readValue(OfficeExamples.PROOF, ProofForm.class).way()).isNotNull();
        assertThat(strict.readValue(OfficeExamples.VERIFIED, NoticeView.Verification.class).genuine()).isTrue();
        assertThat(strict.readValue(OfficeExamples.RESULTS, ResultsView.class).results()).hasSize(1);
        assertThat(strict.readValue(OfficeExamples.DELIVERY, DeliveryController.DeliveryForm.class).items())
                .hasSize(1);
        assertThat(strict.readValue(OfficeExamples.BOOKING, ShipmentController.BookForm.class).contents()).hasSize(1);
        assertThat(strict.readValue(OfficeExamples.SHIPMENT, Shipment.class).state())
                .isEqualTo(Shipment.State.PREPARED);
        assertThat(
                strict.readValue(OfficeExamples.LICENCES, new TypeReference<java.util.List<LicenceController.Order>>() {
                })).hasSize(1);
    }
}
