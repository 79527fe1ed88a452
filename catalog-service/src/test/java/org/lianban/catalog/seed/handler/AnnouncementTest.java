package org.lianban.catalog.seed.handler;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lianban.catalog.RunningCatalog;
import org.lianban.catalog.listing.Command;
import org.lianban.catalog.listing.handler.ListingHandler;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.catalog.listing.query.OneThingQueries;
import org.lianban.command.once.Outcome;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.servers.Database;
import org.lianban.servers.TestServers;
import reactor.core.publisher.Flux;

/** On real servers: the topic always holds what the database does. */
class AnnouncementTest {
    private final Database database = TestServers.freshDatabase();
    private RunningCatalog service;

    @BeforeEach
    void start() {
        service = RunningCatalog.on(database);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private CatalogCopy copy() {
        return service.bean(CatalogCopy.class);
    }

    private FirstStartHandler handler() {
        return service.bean(FirstStartHandler.class);
    }

    private ListingHandler listing() {
        return service.bean(ListingHandler.class);
    }

    private static Command now() {
        return Command.ofSystem(Instant.parse("2026-09-18T02:00:00Z"));
    }

    private OneThing effective(String code) {
        return service.bean(OneThingQueries.class).effective(code, Instant.parse("2026-09-18T02:00:00Z")).block();
    }

    private void assertNothingMissing() {
        await().atMost(ofSeconds(30)).untilAsserted(
                () -> assertThat(handler().announceMissing(now(), copy()).block()).isZero());
    }

    @Test
    void shouldAnnounceTheWholeSeedAtTheFirstStart() {
        await().atMost(ofSeconds(30)).untilAsserted(() -> {
            assertThat(copy().size()).isGreaterThanOrEqualTo(103);
            assertThat(copy().departments()).hasSizeGreaterThanOrEqualTo(129);
            assertThat(copy().effective("410721", "新生儿出生", Instant.parse("2026-09-18T02:00:00Z")))
                    .contains(effective("XX-09"));
            assertThat(copy().calendar("410721")).isPresent();
            assertThat(copy().windows("410721")).extracting(Window::id).contains("410721-fz01", "410721-xz01",
                    "410721-zh01");
        });
        assertNothingMissing();
    }

    @Test
    void shouldAnnounceAgainWhatTheTopicLost() {
        assertNothingMissing();
        int records = 103 + 103 + 129 + 1 + 15;
        assertThat(handler().announceMissing(now(), new CatalogCopy()).block()).isEqualTo(records);
    }

    @Test
    void shouldFindItsCatalogueAgainAfterARestart() {
        OneThing before = effective("XX-09");
        Content changed = Content.of(before);
        listing().publish(now(), changed, Instant.parse("2026-09-18T02:00:00Z")).block();
        service.close();
        service = RunningCatalog.on(database);
        assertThat(effective("XX-09").version()).isEqualTo(2);
        assertNothingMissing();
        assertThat(copy().effectiveVersions("XX-09").orElseThrow().versions()).hasSize(2);
    }

    @Test
    void shouldNumberPublicationsThatRaceWithoutGapOrDouble() {
        Content content = Content.of(effective("XX-09"));
        Instant from = Instant.parse("2026-09-18T02:00:00Z");
        List<Outcome<OneThing>> outcomes = Flux.range(1, 8)
                .flatMap(i -> listing().publish(now(), content, from.plusSeconds(i)), 8).collectList().block();
        long done = outcomes.stream().filter(Outcome.Done.class::isInstance).count();
        List<OneThingQueries.Version> versions = service.bean(OneThingQueries.class).versions("XX-09", 100).block();
        assertThat(versions).extracting(OneThingQueries.Version::version).hasSize((int) done + 1)
                .doesNotHaveDuplicates().first().isEqualTo((int) done + 1);
        assertThat(versions).extracting(OneThingQueries.Version::effectiveFrom)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void shouldNeverChangeAVersionNorHaveTwoEffectiveAtOneInstant() throws SQLException {
        try (Connection connection = database.connect(); Statement sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute("update one_thing_version set name = 'x' where code = 'XX-09'"))
                    .hasMessageContaining("never changes");
            assertThatThrownBy(() -> sql.execute("delete from one_thing_version"))
                    .hasMessageContaining("never changes");
            assertThatThrownBy(() -> sql.execute("""
                    insert into one_thing_version select 'sha256:other', code, 2, region, name, effective_from,
                        document, published_at, published_by from one_thing_version where code = 'XX-09'
                    """)).hasMessageContaining("one_thing_version_code_effective_from_key");
        }
    }
}
