package org.lianban.catalog.seed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.catalog.listing.publication.Content;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.Window.Operation;
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
        References references = new References(Yaml.parse(text(texts, REFERENCES)));
        Register register = new Register(Register.Office.read(text(texts, DEPARTMENTS)));
        Assembly assembly = new Assembly(register, aliases, Flow.read(text(texts, FLOWS)),
                new SeedForms(Yaml.parse(text(texts, FORMS)), references), references);
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
            RegionList.ListedOneThing listed, List<RegionList> lists) {
        Lending.Loan loan = lending.find(list, listed, lists)
                .orElseThrow(() -> new IllegalArgumentException("Nobody lends items for " + listed.code()));
        return assembly.borrowed(list, listed, loan.lender(), loan.oneThing());
    }

    private static String text(Map<String, String> texts, String file) {
        return Objects.requireNonNull(texts.get(file), file);
    }

    /** Finds the one-thing whose items a bare name borrows: same city first, then same province, then any other region. */
    record Lending(Aliases aliases) {
        record Loan(RegionList lender, RegionList.ListedOneThing oneThing) {}

        Optional<Loan> find(RegionList borrower, RegionList.ListedOneThing name, List<RegionList> regions) {
            String wanted = aliases.canonical(name.name());
            return regions.stream().filter(region -> !region.region().equals(borrower.region()))
                    .flatMap(region -> region.oneThings().stream().map(oneThing -> new Loan(region, oneThing)))
                    .filter(loan -> !loan.oneThing().items().isEmpty())
                    .filter(loan -> aliases.canonical(loan.oneThing().name()).equals(wanted))
                    .min((a, b) -> distance(borrower, a.lender()) - distance(borrower, b.lender()));
        }

        /** By GB/T 2260: the first four digits are the city, the first two the province; ties keep the order of the lists. */
        private static int distance(RegionList a, RegionList b) {
            int common = 0;
            while (common < 6 && a.region().charAt(common) == b.region().charAt(common)) {
                common++;
            }
            return 6 - (common < 2 ? 0 : common < 4 ? 2 : 4);
        }
    }

    /**
     * 首批窗口 of a region: a comprehensive and a certificate window in the county's hall and one window in a town, which the
     * lists ask for but do not number.
     */
    static final class FirstWindows {
        /** Everything but handing results out. */
        private static final Set<Operation> RECEIVING = EnumSet.of(Operation.RECEIVE, Operation.ENTER, Operation.UPLOAD,
                Operation.DISTRIBUTE);
        private static final Set<Operation> HANDING_OUT = EnumSet.of(Operation.GATHER, Operation.FEED_BACK);

        private FirstWindows() {}

        static List<Window> of(RegionList list) {
            String region = list.region();
            String name = list.source().regionName() == null ? region : list.source().regionName();
            String hall = region + "-zh01";
            return List.of(
                    window(hall, region, name + "政务服务中心综合受理窗口", Window.Level.COUNTY, null, Window.Type.COMPREHENSIVE,
                            EnumSet.allOf(Operation.class)),
                    window(region + "-fz01", region, name + "政务服务中心发证窗口", Window.Level.COUNTY, hall,
                            Window.Type.CERTIFICATE, HANDING_OUT),
                    window(region + "-xz01", region, name + "乡镇便民服务中心综合受理窗口", Window.Level.TOWNSHIP, hall,
                            Window.Type.COMPREHENSIVE, RECEIVING));
        }

        private static Window window(String id, String region, String name, Window.Level level, @Nullable String parent,
                Window.Type type, Set<Operation> operations) {
            return new Window(id, region, name, level, parent, type,
                    List.of(new Window.Clerk("clerk-1", "窗口人员一", operations),
                            new Window.Clerk("clerk-2", "窗口人员二", operations)),
                    List.of(), List.of(), List.of(), true);
        }
    }
}
