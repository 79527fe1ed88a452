package org.lianban.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The directory of event types: {@code org.lianban.<source>.<Event>.v<N>} and the record that carries it. The version
 * is 1, or what a class name ends in ({@code CaseReceivedV2}).
 */
public final class EventTypes {
    /** @param source short name of the publisher */
    public record Type(String name, String source, Class<?> carrier) {}

    private final Map<String, Type> byName;
    private final Map<Class<?>, Type> byCarrier;

    private EventTypes(Map<String, Type> byName, Map<Class<?>, Type> byCarrier) {
        this.byName = Map.copyOf(byName);
        this.byCarrier = Map.copyOf(byCarrier);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<Type> byName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws IllegalArgumentException for a class that was never registered: a bug, not an input */
    public Type of(Object data) {
        Type type = byCarrier.get(data.getClass());
        if (type == null) {
            throw new IllegalArgumentException(data.getClass() + " is not a registered event");
        }
        return type;
    }

    public static final class Builder {
        private final Map<String, Type> byName = new HashMap<>();
        private final Map<Class<?>, Type> byCarrier = new HashMap<>();

        /** Registers every record that a sealed interface permits. */
        public Builder sealed(String source, Class<?> family) {
            Class<?>[] carriers = family.getPermittedSubclasses();
            if (carriers == null) {
                throw new IllegalArgumentException(family + " is not sealed");
            }
            for (Class<?> carrier : carriers) {
                single(source, carrier);
            }
            return this;
        }

        public Builder single(String source, Class<?> carrier) {
            String simple = carrier.getSimpleName();
            int v = simple.lastIndexOf('V');
            boolean versioned = v > 0 && v + 1 < simple.length()
                    && simple.substring(v + 1).chars().allMatch(Character::isDigit);
            String name = "org.lianban." + source + "." + (versioned ? simple.substring(0, v) : simple) + ".v"
                    + (versioned ? simple.substring(v + 1) : "1");
            Type type = new Type(name, source, carrier);
            byName.put(name, type);
            byCarrier.put(carrier, type);
            return this;
        }

        public EventTypes build() {
            return new EventTypes(byName, byCarrier);
        }
    }
}
