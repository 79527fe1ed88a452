package org.lianban.result.records.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 目录: what the package holds and of what.
 *
 * @param format {@value #FORMAT}
 * @param itemNo null: of the whole case
 * @param custodian 原件留存单位: the lead department; null where the one-thing has none
 * @param asOf the instant that deadlines were read at
 * @param version of the case that the journal ends with
 * @param chainHead hash of the journal's last chapter
 * @param files every other file, in order
 * @param checks 四性检测 and 归档要素 as found when it was packed, GB/T 18894, DA/T 85
 * @param seal SHA-256 over this manifest with an empty seal
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Manifest(String format, String caseNo, @Nullable String itemNo, String region, String oneThing,
        String oneThingName, @Nullable String custodian, Instant asOf, long version, String chainHead,
        List<File> files, List<Check> checks, String seal) {
    static final String FORMAT = "lianban-archive/1";

    /** @param sm3 {@code sm3:} and 64 hex digits (GB/T 32905) */
    public record File(String name, long bytes, String sha256, String sm3) {}

    /** 检测项. */
    public record Check(String name, boolean passed, String note) {}

    Manifest sealed(String as) {
        return new Manifest(format, caseNo, itemNo, region, oneThing, oneThingName, custodian, asOf, version,
                chainHead, files, checks, as);
    }
}
