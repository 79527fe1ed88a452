package org.lianban.department.task;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.api.Reply;

/** Twelve characters that tell whether two replies say the same. Fields that are absent do not count. */
final class Fingerprint {
    private static final int BYTES = 9;

    private Fingerprint() {}

    static String of(Reply r) {
        StringBuilder text = new StringBuilder(128).append(r.type());
        field(text, "reasons", r.reasons());
        field(text, "findings", r.findings());
        field(text, "procedure", r.procedure());
        field(text, "pausesPromise", r.pausesPromise());
        field(text, "pausesStatutory", r.pausesStatutory());
        field(text, "noticeNo", r.noticeNo());
        field(text, "decisionNo", r.decisionNo());
        field(text, "result", r.result());
        field(text, "note", r.note());
        field(text, "officer", r.officer());
        Reply.Details d = r.details();
        if (d != null) {
            details(text, d);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    private static void details(StringBuilder text, Reply.Details d) {
        field(text, "defects", d.defects());
        field(text, "workingDays", d.workingDays());
        field(text, "approver", d.approver());
        field(text, "approverRole", d.approverRole());
        field(text, "activityId", d.activityId());
        field(text, "officers", d.officers());
        field(text, "physical", d.physical());
        field(text, "certificateName", d.certificateName());
        field(text, "certificateNo", d.certificateNo());
        field(text, "fileDigest", d.fileDigest());
        field(text, "competentAuthority", d.competentAuthority());
    }

    private static void field(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append('\u001f').append(name).append('=').append(value);
        }
    }
}
