package org.lianban.result.bundle.query;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lianban.result.bundle.change.CaseChange;
import reactor.core.publisher.Mono;

/** Journals of several cases, replayed. */
public interface Journals {
    /** Every change of each case in order, as the rooms saw it; cases without a journal are left out. */
    Mono<Map<String, List<CaseChange>>> changes(Connection connection, Set<String> cases);
}
