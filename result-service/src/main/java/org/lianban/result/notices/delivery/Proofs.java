package org.lianban.result.notices.delivery;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.Party;
import org.lianban.contracts.event.ResultEvent.Way;

/** 送达凭证: what proves that somebody received something. */
public final class Proofs {
    private static final int LONGEST_NAME = 50;
    private static final Pattern SIGNATURE = Pattern.compile("(sm3|sha256):[0-9a-f]{64}");
    private static final Pattern COURIER = Pattern.compile("[0-9A-Za-z-]{6,40}");

    private Proofs() {}

    /** Adds a fault for a receiver that is not named and for a proof that is none. */
    public static void check(@Nullable Way way, @Nullable String receiver, @Nullable String proof,
            List<Fault> faults) {
        if (receiver == null || receiver.isBlank() || receiver.length() > LONGEST_NAME) {
            faults.add(new Fault("/receiver", "MISSING", "应写明签收人姓名，最长50个字"));
        }
        boolean courier = way == Way.COURIER;
        if (proof == null || !(courier ? COURIER : SIGNATURE).matcher(proof).matches()) {
            faults.add(new Fault("/proof", "MALFORMED",
                    courier ? "应填写快递单号" : "应为签收凭据的摘要（sm3:或者sha256:加64位十六进制数字）"));
        }
    }

    /** 张三丰 becomes 张**. */
    public static String masked(String receiver) {
        return new Party(receiver.strip(), Party.IdType.RESIDENT_ID, "", null).masked().name();
    }
}
