package org.lianban.intake.check;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;

/**
 * What a policy looks at.
 *
 * @param oneThing the version the application falls under; null: there is none
 * @param stored the uploaded files it refers to, by digest
 * @param today in China
 */
record Examined(Filing filing, @Nullable OneThing oneThing, Choice choice, Map<String, StoredMaterial> stored,
        LocalDate today) {}
