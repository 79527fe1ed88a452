package org.lianban.contracts.province;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 上报回执 on {@code province.record-answers.v1}: what the province made of one batch. Rows that are not named were taken.
 *
 * @param batch as sent
 * @param rejected rows that were not taken, each with the reason
 */
public record RecordAnswer(String batch, @Nullable List<Rejected> rejected) {

    public record Rejected(String rowGuid, String reason) {}
}
