package org.lianban.intake.application.handler;

import java.util.Map;
import org.lianban.intake.application.Stored;
import org.lianban.intake.application.store.AnswerStore.Answered;
import org.lianban.intake.application.store.AnswerStore.Key;
import org.lianban.intake.materials.StoredMaterial;

/**
 * What a batch found in the database.
 *
 * @param cases locked, by number
 * @param answered by key
 * @param materials by digest
 */
public record Known(Map<String, Stored> cases, Map<Key, Answered> answered, Map<String, StoredMaterial> materials) {}
