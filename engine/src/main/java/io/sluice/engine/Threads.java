package io.sluice.engine;

/** Waits for threads of ours, which always end once they are told to. */
final class Threads {
    private Threads() {}

    /** Returns when the thread has ended; an interrupt is kept for the caller. */
    static void join(final Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (final InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
