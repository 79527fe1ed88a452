package org.lianban.result.oversight.expiry;

import java.time.Instant;

/** What happened to a licence. */
public sealed interface LicenceEvent {
    Instant at();

    /** @param days before the end, as the rules say */
    record Reminded(int days, Instant at) implements LicenceEvent {}

    /** 授权同意续办. */
    record Consented(String by, Instant at) implements LicenceEvent {}

    record Declined(String by, Instant at) implements LicenceEvent {}

    /** @param caseNo of the renewal */
    record Filed(String caseNo, Instant at) implements LicenceEvent {}

    /** @param licenceId of the new one */
    record Renewed(String licenceId, Instant at) implements LicenceEvent {}

    record Expired(Instant at) implements LicenceEvent {}

    record Revoked(String decisionNo, Instant at) implements LicenceEvent {}
}
