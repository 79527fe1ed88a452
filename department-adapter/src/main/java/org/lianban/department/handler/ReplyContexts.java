package org.lianban.department.handler;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.department.store.TaskRepository.Filing;
import org.lianban.department.task.ReplyContext;
import org.lianban.department.task.Task;
import org.lianban.kit.catalog.Calendars;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.time.CalendarNotCoveredException;
import org.lianban.time.DayEnd;
import org.lianban.time.WorkCalendar;

/** Looks up what a reply depends on besides its task: the version the case was filed under, and the calendar. */
public final class ReplyContexts {
    /** 法定告知 in working days (行政许可法 32). */
    private static final int NOTICE_DAYS = 5;
    /** Every region has one; older versions go when there are far more. */
    private static final int MAX_CALENDARS = 500;

    private final CatalogCopy catalog;
    private final ReplyContext.Switches switches;
    private final DayEnd dayEnd;
    private final Map<WorkingCalendar, WorkCalendar> calendars = new ConcurrentHashMap<>();

    /** @param dayEnd when a day of a legal term ends */
    public ReplyContexts(CatalogCopy catalog, ReplyContext.Switches switches, DayEnd dayEnd) {
        this.catalog = catalog;
        this.switches = switches;
        this.dayEnd = dayEnd;
    }

    /** @param filing null: the case is not known */
    ReplyContext of(Task task, @Nullable Filing filing, Instant now) {
        if (filing == null) {
            return new ReplyContext(null, false, null, switches);
        }
        Optional<OneThing> version = catalog.version(filing.catalogHash());
        return new ReplyContext(version.flatMap(v -> v.item(task.id().itemNo())).orElse(null),
                version.map(v -> v.particulars().jointHandling()).orElse(false), insideNotice(filing, now), switches);
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
        return calendars.computeIfAbsent(published, p -> Calendars.of(p, dayEnd).statutory());
    }
}
