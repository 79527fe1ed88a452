package org.lianban.kit.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.lianban.kit.catalog.Things.REGION;
import static org.lianban.kit.catalog.Things.SPRING;
import static org.lianban.kit.catalog.Things.SUMMER;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lianban.contracts.catalog.CatalogEvent.CalendarPublished;
import org.lianban.contracts.catalog.CatalogEvent.DepartmentChanged;
import org.lianban.contracts.catalog.CatalogEvent.Effective;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.CatalogEvent.WindowPublished;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.messaging.NotYet;
import org.lianban.messaging.Refused;

class CatalogCopyTest {
    /** Close to the overflow that nanoTime may have. */
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final CatalogCopy copy = new CatalogCopy(nanos::get);

    private void publishTwoVersions() {
        copy.apply(new OneThingPublished(Things.oneThing("sha256:1")));
        copy.apply(new OneThingPublished(Things.oneThing("sha256:2")));
        copy.apply(
                Things.effective("开办餐饮店", new Effective(1, "sha256:1", SPRING), new Effective(2, "sha256:2", SUMMER)));
    }

    @Test
    void shouldFindTheVersionOfAnInstantByCodeAndByName() {
        publishTwoVersions();
        for (String asked : new String[]{"XX-09", "开办餐饮店"}) {
            assertThat(copy.effective(REGION, asked, SPRING.minusNanos(1))).isEmpty();
            assertThat(copy.effective(REGION, asked, SPRING)).hasValue(Things.oneThing("sha256:1"));
            assertThat(copy.effective(REGION, asked, SUMMER.minusNanos(1))).hasValue(Things.oneThing("sha256:1"));
            assertThat(copy.effective(REGION, asked, SUMMER)).hasValue(Things.oneThing("sha256:2"));
        }
    }

    @Test
    void shouldNotFindAnothersThingNorAnOldName() {
        publishTwoVersions();
        assertThat(copy.effective("410725", "XX-09", SUMMER)).isEmpty();
        assertThat(copy.effective("410725", "开办餐饮店", SUMMER)).isEmpty();
        assertThat(copy.effective(REGION, "开办", SUMMER)).isEmpty();
        copy.apply(Things.effective("开饭馆", new Effective(1, "sha256:1", SPRING)));
        assertThat(copy.effective(REGION, "开办餐饮店", SUMMER)).isEmpty();
        assertThat(copy.effective(REGION, "开饭馆", SUMMER)).hasValue(Things.oneThing("sha256:1"));
        copy.apply(Things.effective("开饭馆", new Effective(1, "sha256:1", SPRING)));
        assertThat(copy.effective(REGION, "开饭馆", SUMMER)).as("announced again").isPresent();
    }

    @Test
    void shouldKeepEveryVersionByItsHash() {
        publishTwoVersions();
        assertThat(copy.version("sha256:1")).isPresent();
        assertThat(copy.version("sha256:2")).isPresent();
        assertThat(copy.version("sha256:3")).isEmpty();
        assertThat(copy.size()).isEqualTo(2);
        assertThat(copy.effectiveVersions("XX-09").orElseThrow().versions()).hasSize(2);
    }

    @Test
    void shouldWaitAMinuteForAVersionThatIsOnItsWayAndThenRefuse() {
        assertThatExceptionOfType(NotYet.class).isThrownBy(() -> copy.requireVersion("sha256:1"));
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        assertThatExceptionOfType(NotYet.class).isThrownBy(() -> copy.requireVersion("sha256:1"));
        nanos.incrementAndGet();
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> copy.requireVersion("sha256:1"));
        assertThatExceptionOfType(NotYet.class).as("each version has its own minute")
                .isThrownBy(() -> copy.requireVersion("sha256:2"));
        copy.apply(new OneThingPublished(Things.oneThing("sha256:1")));
        assertThat(copy.requireVersion("sha256:1")).isEqualTo(Things.oneThing("sha256:1"));
    }

    @Test
    void shouldPreferTheRegionsOwnCalendar() {
        assertThat(copy.calendar(REGION)).isEmpty();
        copy.apply(new CalendarPublished(Things.calendar("CN")));
        assertThat(copy.calendar(REGION)).hasValue(Things.calendar("CN"));
        assertThat(copy.ownCalendar(REGION)).isEmpty();
        copy.apply(new CalendarPublished(Things.calendar(REGION)));
        assertThat(copy.calendar(REGION)).hasValue(Things.calendar(REGION));
        assertThat(copy.calendar("410725")).hasValue(Things.calendar("CN"));
    }

    @Test
    void shouldKnowDepartments() {
        copy.apply(new DepartmentChanged(Things.department("410721-gongan")));
        assertThat(copy.department("410721-gongan")).isPresent();
        assertThat(copy.department("410721-shuiwu")).isEmpty();
        assertThat(copy.departments()).hasSize(1);
    }

    @Test
    void shouldShowTestVersionsToTestCasesOnly() {
        copy.apply(new OneThingPublished(Things.oneThing("sha256:1")));
        copy.apply(new OneThingPublished(Things.oneThing("sha256:2")));
        copy.apply(Things.effective("开办餐饮店", new Effective(1, "sha256:1", SPRING, Stage.LIVE),
                new Effective(2, "sha256:2", SUMMER, Stage.TESTING)));
        assertThat(copy.effective(REGION, "XX-09", SUMMER)).hasValue(Things.oneThing("sha256:1"));
        assertThat(copy.testing(REGION, "XX-09", SUMMER)).hasValue(Things.oneThing("sha256:2"));
        assertThat(copy.testing(REGION, "XX-09", SPRING)).isEmpty();
    }

    @Test
    void shouldTakeNoApplicationsWhileSuspendedOrRetiredAndSayWhy() {
        copy.apply(new OneThingPublished(Things.oneThing("sha256:1")));
        for (Stage stage : new Stage[]{Stage.SUSPENDED, Stage.RETIRED}) {
            copy.apply(Things.effective("开办餐饮店", new Effective(1, "sha256:1", SPRING, Stage.LIVE),
                    new Effective(1, "sha256:1", SUMMER, stage)));
            assertThat(copy.effective(REGION, "XX-09", SUMMER.minusNanos(1))).isPresent();
            assertThat(copy.effective(REGION, "XX-09", SUMMER)).isEmpty();
            assertThat(copy.stage(REGION, "开办餐饮店", SUMMER)).hasValue(stage);
        }
        assertThat(copy.stage(REGION, "XX-10", SUMMER)).isEmpty();
        assertThat(copy.open(REGION, SUMMER.minusNanos(1))).extracting(OneThing::contentHash)
                .containsExactly("sha256:1");
        assertThat(copy.open(REGION, SUMMER)).isEmpty();
        assertThat(copy.open("610922", SUMMER.minusNanos(1))).isEmpty();
    }

    @Test
    void shouldKnowTheWindowsOfARegionAsTheyAreNow() {
        copy.apply(new WindowPublished(Things.window("410721-zh02", true)));
        copy.apply(new WindowPublished(Things.window("410721-zh01", true)));
        copy.apply(new WindowPublished(Things.window("410721-zh01", false)));
        assertThat(copy.windows(REGION)).extracting(Window::id, Window::active)
                .containsExactly(tuple("410721-zh01", false), tuple("410721-zh02", true));
        assertThat(copy.windows("140502")).isEmpty();
        assertThat(copy.window("410721-zh02")).isPresent();
    }
}
