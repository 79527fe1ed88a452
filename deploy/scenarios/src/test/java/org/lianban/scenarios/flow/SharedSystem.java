package org.lianban.scenarios.flow;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One system on the real time for every test class that asks for it; stopped after the last. */
final class SharedSystem implements ParameterResolver {
    private record Held(RunningSystem running) implements AutoCloseable {
        @Override
        public void close() {
            running.closeAndForget();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(SharedSystem.class))
                .computeIfAbsent("system", key -> new Held(RunningSystem.fresh(null)), Held.class).running();
    }
}
