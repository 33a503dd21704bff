package io.sluice.engine.ring;

import com.lmax.disruptor.ExceptionHandler;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Stops the engine at the first bug or broken disk: the reason is kept, told once, and from then on no handler touches
 * another slot. Nothing is retried. Any thread.
 */
public final class HaltSignal implements ExceptionHandler<Object> {
    private final AtomicReference<Throwable> reason = new AtomicReference<>();
    private final Consumer<Throwable> onHalt;

    /** Tells {@code onHalt} the first reason, on the thread that found it. */
    public HaltSignal(final Consumer<Throwable> onHalt) {
        this.onHalt = onHalt;
    }

    /** Whether the engine has halted. */
    public boolean isRaised() {
        return reason.get() != null;
    }

    /** Why the engine has halted, null while it has not. */
    public Throwable reason() {
        return reason.get();
    }

    /** Halts the engine. */
    public void raise(final Throwable why) {
        if (reason.compareAndSet(null, why)) {
            onHalt.accept(why);
        }
    }

    @Override
    public void handleEventException(final Throwable why, final long sequence, final Object slot) {
        raise(why);
    }

    @Override
    public void handleOnStartException(final Throwable why) {
        raise(why);
    }

    @Override
    public void handleOnShutdownException(final Throwable why) {
        raise(why);
    }
}
