package io.sluice.engine.ring;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.Journal;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.RecordChain;
import org.agrona.DirectBuffer;

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

    private static final class ForgetfulJournal implements Journal {
        @Override
        public void append(final DirectBuffer buffer, final int offset, final int length) {}

        @Override
        public void force() {}

        @Override
        public Durability durability() {
            return Durability.PROCESS;
        }

        @Override
        public JournalReader reader(final long fromSequence) {
            throw new UnsupportedOperationException("nothing is kept");
        }

        @Override
        public long firstSequence() {
            return 0;
        }

        @Override
        public long lastSequence() {
            return 0;
        }

        @Override
        public long sequenceAtOrAfter(final long timeMs) {
            return 1;
        }

        @Override
        public void close() {}
    }
}
