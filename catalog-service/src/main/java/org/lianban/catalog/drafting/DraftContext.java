package org.lianban.catalog.drafting;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.command.Fault;
import org.lianban.contracts.catalog.OneThing;

/**
 * What the decision looks at beside the draft.
 *
 * @param openGroups departments that are no single office (各商业银行): the lead speaks for them
 * @param form faults of the content itself
 * @param gate what the six artefacts and the lint still miss
 * @param next the version that testing would announce; null where the form has faults
 */
public record DraftContext(Instant now, Set<String> openGroups, List<Fault> form, List<Fault> gate,
        @Nullable OneThing next) {}
