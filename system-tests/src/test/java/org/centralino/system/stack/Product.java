package org.centralino.system.stack;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the running product: started when the first test asks for it, shared by all that ask for the same, and
/// stopped when a test asks for another or the last one is over.
public final class Product implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningStack.class;
    }

    @Override
    public RunningStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.GLOBAL)
                .computeIfAbsent(OneAtATime.class, _ -> new OneAtATime(), OneAtATime.class)
                .of(context.getRequiredTestClass().isAnnotationPresent(AsInProduction.class));
    }

    private static final class OneAtATime implements AutoCloseable {
        private @Nullable RunningStack running;
        private boolean asInProduction;

        RunningStack of(boolean wantedAsInProduction) {
            if (running == null || asInProduction != wantedAsInProduction) {
                close();
                asInProduction = wantedAsInProduction;
                running = wantedAsInProduction ? RunningStack.startedAsInProduction() : RunningStack.asWanted();
            }
            return running;
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
                running = null;
            }
        }
    }
}
