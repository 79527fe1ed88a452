package org.lianban.result.notices.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.lianban.command.Fault;
import org.lianban.contracts.event.ResultEvent.Way;
import org.lianban.text.Characters;
import org.lianban.text.TextKind;

/** 送达凭证: what proves that somebody received something. */
public final class Proofs {
    /** Of either kind. */
    public static final String FORM = "(sm3|sha256):[0-9a-f]{64}|[0-9A-Za-z-]{6,40}";
    public static final int LONGEST_NAME = 50;
    private static final Pattern SIGNATURE = Objects.requireNonNull(TextKind.DIGEST.pattern());
    private static final Pattern COURIER = Pattern.compile("[0-9A-Za-z-]{6,40}");

    private Proofs() {}

    /** What is wrong with who received something, and with what proves it. */
    public static List<Fault> faults(Way way, String receiver, String proof) {
        var faults = new ArrayList<Fault>();
        if (receiver.isBlank() || Characters.length(receiver) > LONGEST_NAME) {
            faults.add(new Fault("/receiver", "MISSING", "应写明签收人姓名，最长50个字"));
        }
        boolean courier = way == Way.COURIER;
        if (!(courier ? COURIER : SIGNATURE).matcher(proof).matches()) {
            faults.add(new Fault("/proof", "MALFORMED", courier ? "应填写快递单号" : "应为签收凭据的摘要（sm3:或者sha256:加64位十六进制数字）"));
        }
        return faults;
    }

    /** 张三丰 becomes 张**. */
    public static String masked(String receiver) {
        return Characters.maskName(receiver.strip());
    }
}
