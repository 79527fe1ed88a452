package org.lianban.catalog.guides.web;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Where the public finds what, and the time it is asked. */
@Component
final class Links {
    private final GuideProperties properties;
    private final InstantSource clock;

    Links(GuideProperties properties, InstantSource clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** The lasting address of a guide: always the version effective then. */
    String guide(String code) {
        return properties.address(code);
    }

    Instant now() {
        return clock.instant();
    }
}
