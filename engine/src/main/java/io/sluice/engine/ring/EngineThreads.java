package io.sluice.engine.ring;

import java.util.concurrent.ThreadFactory;

/** Names the ring's threads in the order in which the Disruptor asks for them, the handlers' order, and sees them end. */
final class EngineThreads implements ThreadFactory {
    private static final String[] NAMES = {"sluice-core", "sluice-sealer"};

    private final Thread[] threads = new Thread[NAMES.length];
    private int made;

    @Override
    public Thread newThread(final Runnable work) {
        final Thread thread = new Thread(work, NAMES[made]);
        thread.setDaemon(true);
        threads[made++] = thread;
        return thread;
    }

    /** Whether all threads have ended by {@code deadlineNs}; an interrupt counts as no, and is kept. */
    boolean joinUntil(final long deadlineNs) {
        for (final Thread thread : threads) {
            final long leftMs = Math.max(1, (deadlineNs - System.nanoTime()) / 1_000_000);
            try {
                thread.join(leftMs);
            } catch (final InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            if (thread.isAlive()) {
                return false;
            }
        }
        return true;
    }
}
