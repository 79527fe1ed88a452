package org.lianban.kit.catalog;

import java.time.Instant;
import java.util.List;
import org.lianban.contracts.catalog.CatalogEvent.Effective;
import org.lianban.contracts.catalog.CatalogEvent.EffectiveVersions;
import org.lianban.contracts.catalog.Department;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.contracts.catalog.Window;
import org.lianban.contracts.catalog.WorkingCalendar;

/** The smallest published things. */
final class Things {
    static final String REGION = "410721";
    static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant SUMMER = Instant.parse("2026-06-01T00:00:00Z");

    private Things() {}

    static OneThing oneThing(String hash) {
        return new OneThing("XX-09", REGION, 1, hash, SPRING, "开办餐饮店", "开办餐饮店“一件事”", OneThing.Subject.ENTERPRISE,
                null, null, null, List.of(), null, null, null, new OneThing.Source(null, null, null, null), List.of(),
                List.of(), List.of(), List.of());
    }

    static EffectiveVersions effective(String name, Effective... versions) {
        return new EffectiveVersions("XX-09", REGION, name, List.of(versions));
    }

    static Department department(String id) {
        return new Department(id, REGION, "gongan", "公安局", Department.Kind.AGENCY, List.of("县公安局"), null, null);
    }

    static WorkingCalendar calendar(String region) {
        return new WorkingCalendar(region, 1, "sha256:" + region, "Asia/Shanghai", List.of(), List.of());
    }

    static Window window(String id, boolean active) {
        return new Window(id, REGION, "综合受理窗口", Window.Level.COUNTY, null, Window.Type.COMPREHENSIVE, List.of(),
                List.of(), List.of(), List.of(), active);
    }
}
