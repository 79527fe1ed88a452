package org.lianban.catalog.seed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.Department;

/** 部门名录: finds a department by the name a region prints, and makes offices for a region that borrows items. */
final class Register {
    private final Map<String, Office> offices = new LinkedHashMap<>();
    private final Map<String, String> officeByPrintedName = new HashMap<>();
    private final Map<String, Department> departments = new LinkedHashMap<>();
    private final Map<String, Set<String>> lenders = new HashMap<>();

    Register(List<Office> offices) {
        for (Office office : offices) {
            this.offices.put(office.id(), office);
            office.names().forEach((region, names) -> {
                names.forEach(name -> officeByPrintedName.put(region + "/" + name, office.id()));
                put(office, region, names, office.note());
            });
        }
    }

    private void put(Office office, String region, List<String> names, @Nullable String note) {
        String id = id(region, office.id());
        String parent = office.parent() == null ? null : id(region, office.parent());
        departments.put(id,
                new Department(id, region, office.id(), office.label(), office.kind(), names, parent, note));
    }

    private static String id(String region, String office) {
        return region + "-" + office;
    }

    /** @throws IllegalArgumentException for a name that the region's offices do not have */
    String resolve(String region, String printedName) {
        String office = officeByPrintedName.get(region + "/" + printedName);
        if (office == null) {
            throw new IllegalArgumentException("No office of " + region + " is called " + printedName);
        }
        return id(region, office);
    }

    /**
     * The office of {@code region} that corresponds to a department of the lending region. Where the region prints no
     * name for it, it is made with the lender's names and says so.
     */
    String borrow(String region, String lenderDepartment) {
        Department lender = departments.get(lenderDepartment);
        if (lender == null) {
            throw new IllegalArgumentException("Unknown department " + lenderDepartment);
        }
        Office office = offices.get(lender.office());
        if (office == null || office.names().containsKey(region)) {
            return id(region, lender.office());
        }
        if (office.parent() != null) {
            borrow(region, id(lender.region(), office.parent()));
        }
        String id = id(region, office.id());
        Department known = departments.get(id);
        Set<String> names = new LinkedHashSet<>(known == null ? List.of() : known.names());
        names.addAll(lender.names());
        Set<String> regions = lenders.computeIfAbsent(id, any -> new LinkedHashSet<>());
        regions.add(lender.region());
        put(office, region, List.copyOf(names), "名称借自" + String.join("、", regions));
        return id;
    }

    Collection<Department> all() {
        return new ArrayList<>(departments.values());
    }

    /** A kind of office that has the same id in every region; {@code names} are its spellings by region code. */
    record Office(String id, String label, Department.Kind kind, @Nullable String parent, @Nullable String note,
            Map<String, List<String>> names) {

        static List<Office> read(String text) {
            return Yaml.parse(text).list("departments").stream().map(Office::office).toList();
        }

        private static Office office(Yaml entry) {
            Yaml byRegion = entry.at("names");
            Map<String, List<String>> names = new LinkedHashMap<>();
            byRegion.keys().forEach(region -> names.put(region, byRegion.strings(region)));
            return new Office(entry.need("id"), entry.need("label"), Department.Kind.valueOf(entry.need("kind")),
                    entry.text("parent"), entry.text("note"), names);
        }
    }
}
