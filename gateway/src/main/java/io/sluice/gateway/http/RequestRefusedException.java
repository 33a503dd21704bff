package io.sluice.gateway.http;

import java.io.Serial;

/** Ends the handling of a request or a frame whose shape is wrong. Carries no stack trace: it is an answer, not a bug. */
public final class RequestRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Refuses with this problem. */
    public RequestRefusedException(final Problem problem) {
        super(problem.code().name(), null, false, false);
        this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
