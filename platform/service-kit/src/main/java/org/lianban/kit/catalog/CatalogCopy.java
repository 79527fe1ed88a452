package org.lianban.kit.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.CatalogEvent.CalendarPublished;
import org.lianban.contracts.catalog.CatalogEvent.DepartmentChanged;
import org.lianban.contracts.catalog.CatalogEvent.Effective;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.CatalogEvent.OneThingPublished;
import org.lianban.contracts.catalog.CatalogEvent.Stage;
import org.lianban.contracts.catalog.CatalogEvent.WindowPublished;
import org.lianban.contracts.catalog.CatalogEvent;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.messaging.NotYet;
import org.lianban.messaging.Refused;

/**
 * What this instance knows of the catalogue: every published version by content hash, which is effective when,
 * departments and calendars. Fed by {@link org.lianban.kit.catalog.stream.CatalogFeed}; the compacted topic is the truth and is read from its
 * beginning at every start.
 */
public final class CatalogCopy {
    /** The calendar of every region that has none of its own. */
    public static final String NATIONAL = "CN";
    private static final long MISSING_LIMIT_NANOS = 60_000_000_000L;

    private final Map<String, OneThing> versions = new ConcurrentHashMap<>();
    private final Map<String, EffectiveVersions> effective = new ConcurrentHashMap<>();
    private final Map<String, String> codeByName = new ConcurrentHashMap<>();
    private final Map<String, Department> departments = new ConcurrentHashMap<>();
    private final Map<String, WorkingCalendar> calendars = new ConcurrentHashMap<>();
    private final Map<String, Window> windows = new ConcurrentHashMap<>();
    private final Map<String, Long> missingSince = new ConcurrentHashMap<>();

    private final LongSupplier nanos;

    public CatalogCopy() {
        this(System::nanoTime);
    }

    /** @param nanos runs as {@link System#nanoTime} does */
    CatalogCopy(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Takes over one record of the topic; also what tests fill a copy with. */
    public void apply(CatalogEvent event) {
        switch (event) {
            case OneThingPublished(OneThing oneThing) -> {
                versions.put(oneThing.contentHash(), oneThing);
                missingSince.remove(oneThing.contentHash());
            }
            case EffectiveVersions e -> {
                EffectiveVersions before = effective.put(e.code(), e);
                if (before != null) {
                    codeByName.remove(before.region() + "/" + before.name(), e.code());
                }
                codeByName.put(e.region() + "/" + e.name(), e.code());
            }
            case DepartmentChanged(Department department) -> departments.put(department.id(), department);
            case WindowPublished(Window window) -> windows.put(window.id(), window);
            case CalendarPublished(WorkingCalendar calendar) -> calendars.put(calendar.region(), calendar);
        }
    }

    public Optional<OneThing> version(String contentHash) {
        return Optional.ofNullable(versions.get(contentHash));
    }

    /**
     * The version a case was filed under. It was published before the case, so it is here or on its way.
     *
     * @throws NotYet for a minute
     * @throws Refused afterwards: no such version was ever published
     */
    public OneThing requireVersion(String contentHash) {
        OneThing known = versions.get(contentHash);
        if (known != null) {
            return known;
        }
        long since = missingSince.computeIfAbsent(contentHash, h -> nanos.getAsLong());
        if (nanos.getAsLong() - since > MISSING_LIMIT_NANOS) {
            throw new Refused("Expected a published one-thing version " + contentHash + ", but there is none");
        }
        throw new NotYet("Version " + contentHash + " has not arrived yet");
    }

    /**
     * The version that applications of this instant use, by code ({@code XX-09}) or exact name within the region; empty
     * while it is suspended or retired.
     */
    public Optional<OneThing> effective(String region, String codeOrName, Instant at) {
        return announced(region, codeOrName)
                .flatMap(e -> last(e.versions().stream().filter(v -> v.stage() != Stage.TESTING), at))
                .filter(Effective::open).map(Effective::contentHash).flatMap(this::version);
    }

    /** Every one-thing that takes applications in the region at this instant, by code. */
    public List<OneThing> open(String region, Instant at) {
        return effective.values().stream().filter(e -> e.region().equals(region)).map(EffectiveVersions::code).sorted()
                .flatMap(code -> effective(region, code, at).stream()).toList();
    }

    /** 联调联测: the version that test cases of this instant use. */
    public Optional<OneThing> testing(String region, String codeOrName, Instant at) {
        return announced(region, codeOrName)
                .flatMap(e -> last(e.versions().stream().filter(v -> v.stage() == Stage.TESTING), at))
                .map(Effective::contentHash).flatMap(this::version);
    }

    /** Where a one-thing stands, so that a door can say why it takes no applications; empty for an unknown one. */
    public Optional<Stage> stage(String region, String codeOrName, Instant at) {
        return announced(region, codeOrName).flatMap(e -> last(e.versions().stream(), at))
                .map(v -> v.stage() == null ? Stage.LIVE : v.stage());
    }

    private Optional<EffectiveVersions> announced(String region, String codeOrName) {
        EffectiveVersions found = effective.get(codeOrName);
        if (found == null) {
            String code = codeByName.get(region + "/" + codeOrName);
            found = code == null ? null : effective.get(code);
        }
        return Optional.ofNullable(found).filter(e -> e.region().equals(region));
    }

    private static Optional<Effective> last(Stream<Effective> versions, Instant at) {
        return versions.filter(v -> !v.from().isAfter(at)).reduce((first, second) -> second);
    }

    public Optional<Window> window(String id) {
        return Optional.ofNullable(windows.get(id));
    }

    /** Every window of the region, closed ones too, by id. */
    public List<Window> windows(String region) {
        return windows.values().stream().filter(w -> w.region().equals(region))
                .sorted(Comparator.comparing(Window::id)).toList();
    }

    public Optional<Department> department(String id) {
        return Optional.ofNullable(departments.get(id));
    }

    public Collection<Department> departments() {
        return departments.values();
    }

    /** The region's own calendar, else the national one. */
    public Optional<WorkingCalendar> calendar(String region) {
        WorkingCalendar own = calendars.get(region);
        return Optional.ofNullable(own == null ? calendars.get(NATIONAL) : own);
    }

    /** Published versions known; 0 before catalog-service ever published. */
    public int size() {
        return versions.size();
    }

    /** For catalog-service, which announces again what the topic lacks. */
    public Optional<EffectiveVersions> effectiveVersions(String code) {
        return Optional.ofNullable(effective.get(code));
    }

    /** The calendar of exactly this region. */
    public Optional<WorkingCalendar> ownCalendar(String region) {
        return Optional.ofNullable(calendars.get(region));
    }
}
