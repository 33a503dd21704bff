package io.sluice.engine.ring;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;

/**
 * The shop of {@link SampleCommands} behind a ring without threads, whose journal forgets: what is offered is decided and
 * told before the offer returns. The same for every one that is made. One thread.
 */
public final class SimulatedShop {
    /** The longest command that leaves room in a slot for every decision. */
    public static final int MAX_COMMAND_BYTES = 2_048;

    private static final int SLOTS = 2;
    private static final long TIME_MS = 1_795_262_400_000L;

    private final RecordChain chain = new RecordChain();
    private final SimulatedRing ring;

    /** A shop whose records, those that made it included, {@code listener} hears. */
    public SimulatedShop(final EngineListener listener) {
        ring = new SimulatedRing(
                SLOTS,
                new FlashCore(CoreReserves.NONE),
                chain,
                new ForgetfulJournal(),
                () -> TIME_MS + chain.sequence(),
                listener,
                new HaltSignal(SimulatedShop::fail));
        SampleCommands.shop().values().forEach(command -> offer(command, CommandRing.NO_REPLY));
    }

    /** Decides a command and what the core itself asks for behind it, or answers a query. */
    public void offer(final CommandWriter writer, final long replyTo) {
        ring.offer(writer, replyTo);
        while (!ring.isEmpty()) {
            ring.decide(1, () -> {});
            ring.seal(1);
        }
    }

    private static void fail(final Throwable why) {
        throw new AssertionError("halted", why);
    }
}
