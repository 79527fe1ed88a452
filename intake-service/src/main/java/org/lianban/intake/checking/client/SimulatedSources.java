package org.lianban.intake.checking.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lianban.contracts.catalog.MaterialRules.Mode;
import org.lianban.contracts.catalog.OneThing.Question;
import org.lianban.intake.checking.client.SharingProperties.Fact;
import org.lianban.intake.checking.exemption.Judging.SourceAnswer;
import reactor.core.publisher.Mono;

/** 模拟数据源: answers from a table of facts, by the same contract as the real ones. */
public final class SimulatedSources implements DataSource, DataSource.LicenceLibrary {
    private final List<Fact> facts;

    public SimulatedSources(List<Fact> facts) {
        this.facts = List.copyOf(facts);
    }

    @Override
    public Mono<SourceAnswer> ask(Question question) {
        return Mono.fromSupplier(() -> fact(question.source(), question.party().idNumber(), Map.of())
                .map(fact -> question.mode() == Mode.VERIFY ? verified(fact, question) : values(fact, question))
                .orElseGet(() -> new SourceAnswer.Denied("没有查到相关记录")));
    }

    private static SourceAnswer verified(Fact fact, Question question) {
        return question.claims().entrySet().stream()
                .filter(claim -> !claim.getValue().equals(fact.values().get(claim.getKey()))).findFirst()
                .<SourceAnswer>map(claim -> new SourceAnswer.Denied("“" + claim.getKey() + "”与登记的内容不一致"))
                .orElseGet(() -> new SourceAnswer.Confirmed(Map.of()));
    }

    /** No more than was asked for. */
    private static SourceAnswer values(Fact fact, Question question) {
        Map<String, String> values = new HashMap<>(fact.values());
        values.keySet().removeIf(name -> !question.fields().contains(name) && !question.claims().containsKey(name));
        return new SourceAnswer.Confirmed(values);
    }

    @Override
    public Mono<SourceAnswer> find(Sought sought) {
        Map<String, String> type = sought.certificateType() == null
                ? Map.of()
                : Map.of("certificateType", sought.certificateType());
        return Mono.fromSupplier(() -> fact(sought.library(), sought.holder().idNumber(), type)
                .<SourceAnswer>map(fact -> new SourceAnswer.Confirmed(fact.values()))
                .orElseGet(() -> new SourceAnswer.Denied("没有查到有效的电子证照")));
    }

    private Optional<Fact> fact(String source, String idNumber, Map<String, String> with) {
        return facts.stream().filter(f -> f.source().equals(source) && f.idNumber().equals(idNumber)
                && f.values().entrySet().containsAll(with.entrySet())).findFirst();
    }
}
