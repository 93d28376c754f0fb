package org.centralino.simulator.problem;

/// A [Problem] on its way to the caller.
public class ProblemException extends RuntimeException {
    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.title(), null, false, false);
        this.problem = problem;
    }

    /// @return the problem
    public Problem problem() {
        return problem;
    }
}
