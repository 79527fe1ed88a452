package org.lianban.result.oversight.expiry;

/** What may be done with a licence that is watched. */
public sealed interface LicenceCommand {
    /** @param agreed false: the holder does not want a renewal */
    record Consent(boolean agreed) implements LicenceCommand {}

    /** 续办 was filed as this case. */
    record File(String caseNo) implements LicenceCommand {}
}
