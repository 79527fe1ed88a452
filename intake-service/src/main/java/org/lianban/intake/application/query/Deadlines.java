package org.lianban.intake.application.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lianban.contracts.catalog.Term;
import org.lianban.contracts.catalog.WorkingCalendar;
import org.lianban.intake.application.CaseAnswer.Due;
import org.lianban.kit.catalog.Calendars;
import org.lianban.kit.catalog.CatalogCopy;
import org.lianban.time.Budget;
import org.lianban.time.CalendarNotCoveredException;
import org.lianban.time.DayEnd;
import org.lianban.time.Deadline;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** 收件时限: by when an application must be received or sent back, two service hours after hand-in (新政文〔2024〕62号 附件3). */
public final class Deadlines {
    private static final Budget TWO_HOURS = Budget.serviceMinutes(120);

    private record Countable(WorkingCalendar published, WorkCalendar calendar) {}

    private final CatalogCopy catalog;
    private final Map<String, Countable> countable = new ConcurrentHashMap<>();

    public Deadlines(CatalogCopy catalog) {
        this.catalog = catalog;
    }

    public Due due(String region, Instant handedInAt) {
        Optional<WorkingCalendar> published = catalog.calendar(region);
        if (published.isEmpty()) {
            return new Due(null, true, "工作日历尚未发布，时限暂不能计算");
        }
        try {
            Deadline deadline = Ledger.started(TWO_HOURS, handedInAt, "提交申请").deadline(calendar(published.get()),
                    handedInAt);
            return new Due(deadline.due(), deadline.provisional(), deadline.doubt());
        } catch (CalendarNotCoveredException before) {
            return new Due(null, true, "提交时间早于已发布的工作日历，时限不能计算");
        }
    }

    /** Built once per published calendar: counting needs tables that take a while to make. */
    private WorkCalendar calendar(WorkingCalendar published) {
        Countable known = countable.get(published.region());
        if (known == null || known.published() != published) {
            known = new Countable(published, Calendars.of(published, DayEnd.MIDNIGHT));
            countable.put(published.region(), known);
        }
        return known.calendar();
    }

    /** The earliest end of the terms, each counted from the same instant; empty where no calendar covers them. */
    public Optional<Instant> earliest(String region, Instant from, List<Term> terms) {
        Optional<WorkingCalendar> published = catalog.calendar(region);
        if (published.isEmpty() || terms.isEmpty()) {
            return Optional.empty();
        }
        try {
            return terms.stream().map(term -> Ledger.started(budget(term), from, "补正、补齐")
                    .deadline(calendar(published.get()), from).due()).filter(Objects::nonNull)
                    .map(due -> (Instant) due).min(Comparator.naturalOrder());
        } catch (CalendarNotCoveredException before) {
            return Optional.empty();
        }
    }

    private static Budget budget(Term term) {
        return switch (term.unit()) {
            case WORKING_DAYS -> Budget.workingDays(term.amount());
            case SERVICE_MINUTES -> Budget.serviceMinutes(term.amount());
        };
    }
}
