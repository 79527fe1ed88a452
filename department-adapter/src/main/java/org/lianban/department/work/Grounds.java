package org.lianban.department.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.department.store.TaskStore.Filing;
import org.lianban.department.task.Ground;
import org.lianban.department.task.Task;
import org.lianban.kit.catalog.Calendars;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.time.CalendarNotCoveredException;
import org.lianban.time.WorkCalendar;

/** Looks up what a reply depends on besides its task: the version the case was filed under, and the calendar. */
public final class Grounds {
    /** 法定告知 in working days (行政许可法 32). */
    private static final int NOTICE_DAYS = 5;
    /** Every region has one; older versions go when there are far more. */
    private static final int MAX_CALENDARS = 500;

    private final CatalogCopy catalog;
    private final Settings settings;
    private final Map<WorkingCalendar, WorkCalendar> calendars = new ConcurrentHashMap<>();

    public Grounds(CatalogCopy catalog, Settings settings) {
        this.catalog = catalog;
        this.settings = settings;
    }

    /** @param filing null: the case is not known */
    Ground of(Task task, @Nullable Filing filing, Instant now) {
        if (filing == null) {
            return new Ground(null, false, null, settings.switches());
        }
        Optional<OneThing> version = catalog.version(filing.catalogHash());
        return new Ground(version.flatMap(v -> v.item(task.id().itemNo())).orElse(null),
                version.map(v -> v.particulars().jointHandling()).orElse(false), insideNotice(filing, now),
                settings.switches());
    }

    /** Null where nobody can tell: no calendar, or one that does not reach so far. Nothing is guessed. */
    private @Nullable Boolean insideNotice(Filing filing, Instant now) {
        WorkCalendar calendar = catalog.calendar(filing.region()).map(this::counting).orElse(null);
        if (calendar == null || filing.receivedAt() == null) {
            return null;
        }
        try {
            LocalDate last = calendar.addWorkingDays(calendar.dateOf(filing.receivedAt()), NOTICE_DAYS);
            return now.isBefore(calendar.endOf(last));
        } catch (CalendarNotCoveredException unknown) {
            return null;
        }
    }

    /** A statutory term: what a county closes for itself does not lengthen it. */
    private WorkCalendar counting(WorkingCalendar published) {
        if (calendars.size() > MAX_CALENDARS) {
            calendars.clear();
        }
        return calendars.computeIfAbsent(published, p -> Calendars.of(p, settings.dayEnd()).statutory());
    }
}
