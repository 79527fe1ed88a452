package org.lianban.contracts.catalog;

/**
 * One record of the catalogue topic. Keys: {@code one-thing/<contentHash>} (all versions stay readable),
 * {@code effective/<code>}, {@code department/<id>}, {@code calendar/<region>}.
 */
public sealed interface CatalogEvent {

    /** A version exists; it never changes. */
    record OneThingPublished(OneThing oneThing) implements CatalogEvent {}

    /** 生效版本: which versions of a one-thing are effective from when, newest last; applications use the last that has begun. */
    record EffectiveVersions(String code, String region, String name,
            java.util.List<Effective> versions) implements CatalogEvent {}

    /** @param stage null: LIVE */
    record Effective(int version, String contentHash, java.time.Instant from,
            @org.jspecify.annotations.Nullable Stage stage) {
        public Effective(int version, String contentHash, java.time.Instant from) {
            this(version, contentHash, from, null);
        }

        /** 试运行 and 正式运行: applications are taken. */
        public boolean open() {
            return stage == null || stage == Stage.TRIAL || stage == Stage.LIVE;
        }
    }

    /** 版本阶段. */
    enum Stage {
        /** 联调联测: test cases only, out of every statistic. */
        TESTING,
        /** 试运行. */
        TRIAL,
        /** 正式运行. */
        LIVE,
        /** 暂停. */
        SUSPENDED,
        /** 废止. */
        RETIRED
    }

    record DepartmentChanged(Department department) implements CatalogEvent {}

    /** Key: {@code window/<id>}. */
    record WindowPublished(Window window) implements CatalogEvent {}

    record CalendarPublished(WorkingCalendar calendar) implements CatalogEvent {}
}
