package org.lianban.intake.application.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.Channel;
import org.lianban.intake.application.Application.Notice;
import org.lianban.intake.application.Application.Receipt;
import org.lianban.intake.application.Held;

/**
 * The life of an application as stored; short names because every row has them.
 *
 * @param c channel
 * @param w window
 * @param p the province's number
 * @param r round
 * @param i items
 * @param rc receipt
 * @param n the notice of the current round
 * @param x withdrawn items
 * @param wa when all was withdrawn
 * @param wr why
 * @param h what is kept in hand since the receipt
 */
public record Facts(Channel c, @Nullable String w, @Nullable String p, int r, List<String> i, @Nullable Receipt rc,
        @Nullable Notice n, @Nullable List<String> x, @Nullable Instant wa, @Nullable String wr,
        @Nullable Held h) {}
