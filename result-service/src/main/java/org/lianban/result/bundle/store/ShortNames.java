package org.lianban.result.bundle.store;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lianban.result.bundle.Bundle;
import org.lianban.result.bundle.Course;
import org.lianban.result.bundle.Entry;
import org.lianban.result.bundle.Item;
import org.lianban.result.bundle.Outlet;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * What a component is called where a bundle is stored: one letter each, because a bundle is written as text with every
 * change. A letter that was given once is never given to something else.
 */
final class ShortNames extends PropertyNamingStrategy {
    private static final long serialVersionUID = 1;
    private static final Map<Class<?>, Map<String, String>> KEYS = Stream.of(
            keys(Bundle.class, "caseNo:c filing:f intake:n frozen:d items:i book:b joints:j outlet:o"),
            keys(Bundle.Filing.class, "region:r oneThing:o hash:h"),
            keys(Bundle.Intake.class, "origin:o round:r handedInAt:h correctedAt:c receipt:v withdrawals:w more:m"),
            keys(Bundle.IntakeMore.class, "term:t past:p lapsedAt:l owed:o supplements:s originals:c"),
            keys(Bundle.CorrectionTerm.class, "dueAt:d mayLapse:l"),
            keys(Bundle.Round.class, "handedInAt:h correctedAt:c dueAt:d"),
            keys(Bundle.Owed.class, "material:m type:t signedAt:s dueAt:d items:i suppliedAt:a overdueAt:o spoken:b"),
            keys(Bundle.Supplement.class, "purpose:p items:i materials:m at:a"),
            keys(Bundle.Originals.class, "returned:r materials:m receiver:w at:a"),
            keys(Bundle.Origin.class, "channel:c window:w applicantName:a provinceNo:p test:t priority:y"),
            keys(Bundle.Receipt.class, "no:n at:a test:t"),
            keys(Bundle.Withdrawal.class, "at:a items:i"),
            keys(Bundle.Frozen.class, "at:a receivedAt:v skipped:s"),
            keys(Bundle.Book.class, "version:v intakeSeen:n dispatchSeen:d published:q spoken:m settlement:e chain:h"),
            keys(Bundle.Published.class, "result:r province:p"),
            keys(Bundle.Settlement.class, "outcome:o at:a"),
            keys(Item.class, "task:t handling:h pauses:p gate:g end:e marks:m course:c handout:o"),
            keys(Item.Task.class, "kind:k department:d others:o hard:h owed:w former:f"),
            keys(Item.Former.class, "department:d until:u"),
            keys(Item.Handling.class, "acknowledgedAt:k acceptance:a preReview:r unavailableAt:u note:n"),
            keys(Item.Acceptance.class, "at:a effectiveAt:f deemed:d window:w"),
            keys(Item.PreReview.class, "at:a passed:p"),
            keys(Item.Note.class, "at:a text:x"),
            keys(Item.Pause.class, "from:f to:t procedure:n promise:p statutory:s key:k limit:l"),
            keys(Item.Gate.class, "releasedAt:r blockedBy:b blockedAt:s cancelledAt:c overdue:o held:h"),
            keys(Item.Held.class, "from:f to:t"),
            keys(Item.End.class, "outcome:o at:a decisionNo:n"),
            keys(Course.class, "correction:c extension:x filed:f conclusions:j"),
            keys(Course.Correction.class, "requestedAt:r defects:n suppliedAt:s notice:b"),
            keys(Course.Notice.class, "no:n at:a dueAt:d"),
            keys(Course.Extension.class, "at:a workingDays:n approver:r"),
            keys(Course.Filed.class, "at:a physical:p certificateNo:n"),
            keys(Course.Conclusion.class, "activity:n passed:p at:a"),
            keys(Item.Handout.class, "receivedAt:a window:w delivered:d licence:l"),
            keys(Item.Handout.Delivered.class, "at:a way:w proof:p"),
            keys(Item.Handout.Licence.class, "id:n name:t validUntil:u at:a"),
            keys(Bundle.Joint.class, "id:n kind:k organiser:o participants:p at:a place:w scheduledAt:s ended:e"),
            keys(Bundle.Joint.Ended.class, "at:a passed:p failed:f"),
            keys(Outlet.class, "chosen:c archived:a orders:o"),
            keys(Outlet.Chosen.class, "choice:c way:w at:a"),
            keys(Outlet.Archived.class, "at:a digest:d"),
            keys(Outlet.Order.class, "id:n itemNo:i level:l department:d rule:r replyDue:u at:a"),
            keys(Entry.class, "what:w at:a items:i department:d detail:x actor:u"),
            keys(Item.Marks.class, "seen:s spoken:b"))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    /** @param pairs every component with its key, {@code caseNo:c filing:f} */
    private static Map.Entry<Class<?>, Map<String, String>> keys(Class<? extends Record> type, String pairs) {
        var keys = Arrays.stream(pairs.split(" ")).map(pair -> pair.split(":"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var components = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
                .collect(Collectors.toSet());
        var distinct = keys.values().stream().collect(Collectors.toMap(Function.identity(), key -> 1, Integer::sum));
        if (!keys.keySet().equals(components) || distinct.size() != keys.size()) {
            throw new IllegalStateException("Expected a key of its own for each of " + components + " of "
                    + type.getSimpleName() + ", but got " + pairs);
        }
        return Map.entry(type, keys);
    }

    @Override
    public String nameForGetterMethod(MapperConfig<?> config, AnnotatedMethod method, String name) {
        return key(method, name);
    }

    @Override
    public String nameForConstructorParameter(MapperConfig<?> config, AnnotatedParameter parameter, String name) {
        return key(parameter, name);
    }

    /** A record of the contracts keeps its names. */
    private static String key(AnnotatedMember member, String name) {
        var keys = KEYS.get(member.getDeclaringClass());
        if (keys == null && member.getDeclaringClass().getPackage() == Bundle.class.getPackage()) {
            throw new IllegalStateException(
                    member.getDeclaringClass().getSimpleName() + " has no keys to be stored by");
        }
        return keys == null ? name : keys.getOrDefault(name, name);
    }
}
