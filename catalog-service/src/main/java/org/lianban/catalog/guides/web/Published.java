package org.lianban.catalog.guides.web;

import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.guides.Guide;
import org.lianban.catalog.guides.GuideWriter;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.catalog.listing.query.RegisterQueries;
import org.lianban.catalog.listing.web.OneThingController;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.http.Parameters;
import org.lianban.http.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the version that a guide is written from. */
@Component
record Published(OneThingQueries oneThings, RegisterQueries departments, InstantSource clock) {
    /** A version, and how the region calls its departments. */
    record Version(OneThing oneThing, Map<String, String> names) {
        Guide guide() {
            return new GuideWriter(oneThing, names).write();
        }
    }

    /** @throws Problem 400 for bad parameters, 404 where there is no such version, both signalled or thrown */
    Mono<Version> find(String code, @Nullable String version, @Nullable String hash) {
        return find(new Parameters(), code, version, hash);
    }

    Mono<Version> find(Parameters parameters, String code, @Nullable String version, @Nullable String hash) {
        return OneThingController.find(oneThings, parameters, code, version, hash, clock.instant()).flatMap(
                oneThing -> departments.departmentNames(oneThing.region()).map(names -> new Version(oneThing, names)));
    }
}
