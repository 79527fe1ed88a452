package org.lianban.result.bundle.journal;

/**
 * One transaction of a case, as it is kept. The texts are kept as they were written: the chain is over their characters.
 *
 * @param version of the case after it
 * @param entries 办理轨迹: JSON array
 * @param facts the events, in order: JSON array of {@code [source, sequence, event, epoch milliseconds,
 *     actor or null, data]}. Parties, form values, addressees and results handed on are left out (least data)
 * @param chain 43 characters, see {@link Chain}; empty for a row of before chains were kept
 */
public record JournalRow(long version, String entries, String facts, String chain) {}
