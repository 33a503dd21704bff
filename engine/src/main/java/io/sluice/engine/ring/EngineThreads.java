package io.sluice.engine.ring;

import java.util.concurrent.ThreadFactory;

/** Names the ring's threads in the order in which the Disruptor asks for them: the handlers' order. */
final class EngineThreads implements ThreadFactory {
    private static final String[] NAMES = {"sluice-core", "sluice-sealer"};

    private int next;

    @Override
    public Thread newThread(final Runnable work) {
        final Thread thread = new Thread(work, NAMES[next++]);
        thread.setDaemon(true);
        return thread;
    }
}
