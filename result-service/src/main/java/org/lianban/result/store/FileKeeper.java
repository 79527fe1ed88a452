package org.lianban.result.store;

import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lianban.contracts.event.IntakeEvent.CaseReceived;
import org.lianban.result.file.CaseFile;
import org.lianban.result.follow.Followed;
import org.lianban.result.follow.Follower;
import org.lianban.result.follow.Heard;
import reactor.core.publisher.Mono;

/** Opens a file with each receipt. */
public final class FileKeeper implements Follower {
    private final FileStore store;

    public FileKeeper(FileStore store) {
        this.store = store;
    }

    @Override
    public Mono<Void> follow(Connection tx, List<Followed> cases, Instant now) {
        var files = new ArrayList<CaseFile>();
        for (Followed followed : cases) {
            for (Heard heard : followed.heard()) {
                if (heard.event() instanceof CaseReceived received) {
                    files.add(CaseFile.of(received));
                }
            }
        }
        return store.insert(tx, files);
    }
}
