package org.lianban.intake.desk;

import java.util.Map;
import org.lianban.intake.check.StoredMaterial;
import org.lianban.intake.store.AnswerStore.Answered;
import org.lianban.intake.store.AnswerStore.Key;
import org.lianban.intake.store.Stored;

/**
 * What a batch found in the database.
 *
 * @param cases locked, by number
 * @param answered by key
 * @param materials by digest
 */
record Known(Map<String, Stored> cases, Map<Key, Answered> answered, Map<String, StoredMaterial> materials) {}
