package org.lianban.catalog.seed;

import java.util.List;
import java.util.Optional;

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
