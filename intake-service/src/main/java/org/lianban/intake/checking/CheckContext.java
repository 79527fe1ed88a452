package org.lianban.intake.checking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.intake.materials.StoredMaterial;

/**
 * What a check needs to know besides the application and the catalogue.
 *
 * @param stored the uploaded files it refers to, by digest
 * @param today in China
 * @param stage for a one-thing that takes no applications, why; null otherwise
 */
public record CheckContext(Map<String, StoredMaterial> stored, LocalDate today, Instant now, Gathered gathered,
        @Nullable Stage stage) {}
