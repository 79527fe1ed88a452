package org.lianban.result.notices.licence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.clock.Terms;

/**
 * 制证规则: which approved item yields a licence, and what it says.
 *
 * @param authorities USCC by department id, where known
 */
public record Ordering(Map<String, String> authorities, Names names) {
    /** Names of departments, as letters of this case print them. */
    @FunctionalInterface
    public interface Names {
        String office(Bundle bundle, Terms terms, String itemNo, String departmentId);
    }

    /** Whether the item yields a licence; unknown counts as yes, since it is asked again when the order is carried out. */
    public static boolean yields(@Nullable Terms terms, String itemNo) {
        return terms == null || terms.oneThing().item(itemNo).map(i -> i.rules().certificateType() != null)
                .orElse(false);
    }

    /** @return empty for an item that yields none */
    public Optional<Licence.Order> of(Bundle b, Terms terms, String itemNo, long serial, Instant decidedAt,
            @Nullable String decisionNo) {
        OneThing oneThing = terms.oneThing();
        return oneThing.item(itemNo).flatMap(item -> {
            var type = item.rules().certificateType();
            if (type == null) {
                return Optional.empty();
            }
            var task = b.item(itemNo).task();
            var department = task == null ? item.primaryDepartment() : task.department();
            var origin = b.intake().origin();
            var result = item.rules().resultName();
            var decidedOn = terms.calendar().dateOf(decidedAt);
            return Optional.of(new Licence.Order(b.caseNo(), itemNo, serial, type,
                    result == null ? item.name() : result,
                    oneThing.name(), item.name(), origin == null ? "" : origin.applicantName(),
                    names.office(b, terms, itemNo, department), authorities.getOrDefault(department, oneThing.region()),
                    decisionNo, decidedOn, until(decidedOn, item.rules().certificateMonths())));
        });
    }

    /** Sixty months from 2 December 2026 end on 1 December 2031. */
    static @Nullable LocalDate until(LocalDate from, @Nullable Integer months) {
        return months == null ? null : from.plusMonths(months).minusDays(1);
    }
}
