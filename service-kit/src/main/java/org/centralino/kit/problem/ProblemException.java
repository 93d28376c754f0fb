package org.centralino.kit.problem;

/// Carries a [Problem] to the edge. It is an answer, not a failure, so it has no stack trace.
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.reasonKey() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
