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

    record Effective(int version, String contentHash, java.time.Instant from) {}

    record DepartmentChanged(Department department) implements CatalogEvent {}

    record CalendarPublished(WorkingCalendar calendar) implements CatalogEvent {}
}
