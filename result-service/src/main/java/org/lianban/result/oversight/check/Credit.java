package org.lianban.result.oversight.check;

import java.time.Instant;

/**
 * 履约记录 of one commitment for one item.
 *
 * @param kept whether the commitment was fulfilled
 * @param ground name of the event it rests on, and the number of its paper
 */
public record Credit(String caseNo, String material, String itemNo, boolean kept, String ground, Instant at) {}
