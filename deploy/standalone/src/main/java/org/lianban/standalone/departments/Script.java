package org.lianban.standalone.departments;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.lianban.contracts.api.Delivery;

/** What a department is told to do: one behaviour for all tasks, others for some, and perhaps a time out of reach. */
public final class Script {
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private volatile Behaviour usual = Behaviour.prompt();
    private volatile Instant downUntil = Instant.MIN;

    private record Rule(Predicate<Delivery> when, Behaviour behaviour) {}

    /** For every task that no rule takes. */
    public void usually(Behaviour behaviour) {
        usual = behaviour;
    }

    /** For tasks whose first delivery fulfils the condition; the latest rule wins. */
    public void when(Predicate<Delivery> condition, Behaviour behaviour) {
        rules.addFirst(new Rule(condition, behaviour));
    }

    /** Sends and fetches nothing before this instant of the system's clock; {@link Instant#MAX} is for ever. */
    public void downUntil(Instant instant) {
        downUntil = instant;
    }

    public void up() {
        downUntil = Instant.MIN;
    }

    boolean down(Instant now) {
        return now.isBefore(downUntil);
    }

    Behaviour of(Delivery task) {
        return rules.stream().filter(rule -> rule.when().test(task)).map(Rule::behaviour).findFirst().orElse(usual);
    }
}
