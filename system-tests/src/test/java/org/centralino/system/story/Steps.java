package org.centralino.system.story;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// The tests of a class are steps of one story: after the first that fails, the rest is not told. Its
/// windows are photographed.
public final class Steps implements ExecutionCondition, AfterTestExecutionCallback {
    private static final Namespace OURS = Namespace.create(Steps.class);
    private static final String BROKEN = "broken";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        var broken = context.getStore(OURS).get(BROKEN, String.class);
        return context.getTestMethod().isPresent() && broken != null
                ? ConditionEvaluationResult.disabled("The story stopped at: " + broken)
                : ConditionEvaluationResult.enabled("The story goes on");
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isEmpty()) {
            return;
        }
        var step = context.getRequiredTestMethod().getName();
        context.getParent().orElseThrow().getStore(OURS).put(BROKEN, step);
        if (context.getRequiredTestInstance() instanceof Photographed story) {
            story.photograph(step);
        }
    }
}
