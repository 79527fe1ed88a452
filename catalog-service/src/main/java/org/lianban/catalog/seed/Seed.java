package org.lianban.catalog.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;

/**
 * 初始清单: what a new catalogue starts with.
 *
 * @param windows the first of every region, until its own are registered
 * @param report one line per item of a one-thing that has a reference flow: which step it was taken for
 */
public record Seed(List<Department> departments, List<WorkingCalendar> calendars, List<Content> oneThings,
        List<Window> windows, List<String> report) {
    /** The beginning of the first year whose working days are known, so that a case of any known day finds its list. */
    public static final Instant EFFECTIVE_FROM = Instant.parse("2023-12-31T16:00:00Z");

    /** Lists in the order in which they lend to each other among equals. */
    static final List<String> LISTS = List.of("shiquan-610922", "qingjian-610830", "pingli-610926",
            "jincheng-chengqu-140502", "xinxiang-410721");
    static final String DEPARTMENTS = "catalog/departments.yaml";
    static final String FLOWS = "flows/reference-flows.csv";
    static final String ALIASES = "flows/aliases.yaml";
    static final String FORMS = "forms.yaml";
    static final String REFERENCES = "references.yaml";
    static final String CALENDAR = "calendar/cn-working-calendar.csv";
    static final String PROVISIONAL_CALENDAR = "calendar/cn-working-calendar-2027-provisional.csv";

    /** Every text that {@link #assemble} reads, by its path below the seed's directory. */
    public static List<String> files() {
        List<String> files = new ArrayList<>(LISTS.stream().map(Seed::listFile).toList());
        files.addAll(List.of(DEPARTMENTS, FLOWS, ALIASES, FORMS, REFERENCES, CALENDAR, PROVISIONAL_CALENDAR));
        return List.copyOf(files);
    }

    private static String listFile(String list) {
        return "catalog/" + list + ".yaml";
    }

    /** @param texts content of {@link #files()} by path */
    public static Seed assemble(Map<String, String> texts) {
        Aliases aliases = Aliases.read(text(texts, ALIASES));
        References references = new References(text(texts, REFERENCES));
        Register register = new Register(Office.read(text(texts, DEPARTMENTS)));
        Assembly assembly = new Assembly(register, aliases, Flow.read(text(texts, FLOWS)),
                new SeedForms(text(texts, FORMS), references), references);
        List<RegionList> lists = LISTS.stream().map(l -> RegionList.read(text(texts, listFile(l)))).toList();
        Lending lending = new Lending(aliases);
        List<Content> contents = new ArrayList<>();
        List<String> report = new ArrayList<>();
        for (RegionList list : lists) {
            for (RegionList.ListedOneThing listed : list.oneThings()) {
                contents.add(listed.items().isEmpty()
                        ? borrowed(assembly, lending, list, listed, lists)
                        : assembly.own(list, listed));
                FlowMatch.report(listed, assembly.match(listed)).forEach(report::add);
            }
        }
        return new Seed(List.copyOf(register.all()),
                List.of(CalendarCsv.read(text(texts, CALENDAR), text(texts, PROVISIONAL_CALENDAR))), contents,
                lists.stream().flatMap(list -> FirstWindows.of(list).stream()).toList(), report);
    }

    private static Content borrowed(Assembly assembly, Lending lending, RegionList list,
            RegionList.ListedOneThing listed,
            List<RegionList> lists) {
        Lending.Loan loan = lending.find(list, listed, lists)
                .orElseThrow(() -> new IllegalArgumentException("Nobody lends items for " + listed.code()));
        return assembly.borrowed(list, listed, loan.lender(), loan.oneThing());
    }

    private static String text(Map<String, String> texts, String file) {
        return Objects.requireNonNull(texts.get(file), file);
    }
}
