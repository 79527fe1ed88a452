package org.lianban.catalog.drafting.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lianban.contracts.catalog.OneThing.Group;
import org.lianban.contracts.catalog.OneThing.Item;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.contracts.catalog.Term;
import org.lianban.time.Budget;
import org.lianban.time.CalendarNotCoveredException;
import org.lianban.time.Ledger;
import org.lianban.time.WorkCalendar;

/** 路径: which items a case takes under a graph, and when the whole is due at the latest. */
final class Route {
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final List<String> unplaced = new ArrayList<>();

    private Route() {}

    /** What the answers choose; an answer without a place, and a question without an answer, are told. */
    static Route of(List<Item> all, List<Question> questions, Map<String, String> answers) {
        Route route = new Route();
        Set<String> chosen = new TreeSet<>();
        for (Question question : questions) {
            String answer = answers.getOrDefault(question.id(), question.defaultAnswer());
            if (answer == null) {
                route.unplaced.add("问题%s“%s”没有答案".formatted(question.id(), question.text()));
                continue;
            }
            question.options().stream().filter(o -> o.value().equals(answer)).findFirst().ifPresentOrElse(
                    o -> chosen.addAll(o.items()),
                    () -> route.unplaced.add("问题%s没有选项“%s”".formatted(question.id(), answer)));
        }
        Set<String> asked = questions.stream().map(Question::id).collect(Collectors.toSet());
        answers.keySet().stream().filter(id -> !asked.contains(id)).sorted()
                .forEach(id -> route.unplaced.add("没有问题%s".formatted(id)));
        for (Item item : all) {
            Group group = item.group();
            if (group == null || chosen.contains(item.no())) {
                route.items.put(item.no(), item);
            }
        }
        return route;
    }

    Set<String> numbers() {
        return items.keySet();
    }

    List<String> unplaced() {
        return unplaced;
    }

    /** What differs to get from one route to the other, each as a sentence; names bind items, since numbers may move. */
    static List<String> changes(Route before, Route after) {
        Map<String, Item> old = before.byName();
        Map<String, Item> now = after.byName();
        List<String> changes = new ArrayList<>();
        old.forEach((name, item) -> {
            Item other = now.get(name);
            if (other == null) {
                changes.add("不再办理“%s”".formatted(name));
                return;
            }
            if (!item.departments().getFirst().equals(other.departments().getFirst())) {
                changes.add("“%s”由%s改为%s办理".formatted(name, item.departments().getFirst(),
                        other.departments().getFirst()));
            }
            Set<String> waited = before.names(item.hard());
            Set<String> waits = after.names(other.hard());
            if (!waited.equals(waits)) {
                changes.add("“%s”的前置由%s改为%s".formatted(name, waited, waits));
            }
        });
        now.keySet().stream().filter(name -> !old.containsKey(name))
                .forEach(name -> changes.add("增加办理“%s”".formatted(name)));
        return changes;
    }

    private Map<String, Item> byName() {
        return items.values().stream()
                .collect(Collectors.toMap(Item::name, i -> i, (first, second) -> first, LinkedHashMap::new));
    }

    private Set<String> names(List<String> numbers) {
        return numbers.stream().map(items::get).filter(Objects::nonNull).map(Item::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Last day of the whole on the calendar: the longest way from receipt, every item accepted at once; an item ends no
     * earlier than its prerequisites. Empty where an item on the way has no limit or the calendar does not reach.
     */
    Optional<LocalDate> lastDay(Instant received, WorkCalendar calendar) {
        Map<String, Integer> finish = new HashMap<>();
        int days = 0;
        for (Item item : items.values()) {
            Integer own = finish(item, finish);
            if (own == null) {
                return Optional.empty();
            }
            days = Math.max(days, own);
        }
        try {
            return Optional.ofNullable(Ledger.started(new Budget(days, Budget.Unit.WORKING_DAYS), received, "收件")
                    .explain(calendar, received).deadline().lastDay());
        } catch (CalendarNotCoveredException beyond) {
            return Optional.empty();
        }
    }

    /** In working days; a prerequisite outside of the case is none. */
    private @Nullable Integer finish(Item item, Map<String, Integer> finish) {
        Integer known = finish.get(item.no());
        if (known != null) {
            return known;
        }
        Term limit = item.promise() == null ? item.statutory() : item.promise();
        if (limit == null) {
            return null;
        }
        int days = limit.unit() == Term.Unit.WORKING_DAYS ? limit.amount() : 1;
        for (String no : item.hard()) {
            Item prerequisite = items.get(no);
            Integer before = prerequisite == null ? Integer.valueOf(0) : finish(prerequisite, finish);
            if (before == null) {
                return null;
            }
            days = Math.max(days, before);
        }
        finish.put(item.no(), days);
        return days;
    }
}
