package io.sluice.ops.doctor;

/** What a check says, from good to bad; the worst of all is the doctor's, and its exit code. */
enum Verdict {
    /** As it should be. */
    OK(0),
    /** Nothing can be said here; the finding says why. */
    SKIPPED(0),
    /** A show can be held, and something about it will be worse than it could be. */
    WARN(3),
    /** The server does not start, or does not keep what its configuration promises. */
    FAIL(1);

    private final int exitCode;

    Verdict(final int exitCode) {
        this.exitCode = exitCode;
    }

    /** What the command exits with when this is the worst. */
    int exitCode() {
        return exitCode;
    }

    /** The worse of two. */
    Verdict orWorse(final Verdict other) {
        return other.compareTo(this) > 0 ? other : this;
    }
}
