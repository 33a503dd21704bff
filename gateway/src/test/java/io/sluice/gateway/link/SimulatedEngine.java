package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.EngineListener;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.protocol.codec.PutGroupEncoder;
import io.sluice.engine.protocol.codec.PutGuideEncoder;
import io.sluice.engine.protocol.codec.PutStoreEncoder;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.ring.SimulatedShop;
import io.sluice.engine.view.BrandBoard;
import io.sluice.engine.view.BrandFollower;
import java.nio.file.Path;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * A real core without threads or files behind a gateway of one event loop, and a new one whenever a test wants it; its brand
 * has a store, a guide and a group.
 */
public final class SimulatedEngine implements EnginePort, EngineLink {
    private static final long TIME_MS = 1_795_262_400_000L;

    private final LinkListener listener;
    private final EngineCounters counters = new EngineCounters();
    private volatile SimulatedShop shop;
    private volatile BrandBoard brandBoard;
    private volatile long opening;

    /** Tells {@code listener}. */
    public SimulatedEngine(final LinkListener listener) {
        this.listener = listener;
        renew();
    }

    /** From now on there is another shop, as it was in the beginning. Any thread, while nothing is in flight. */
    public void renew() {
        final BrandBoard board = new BrandBoard();
        final long[] last = new long[1];
        final SimulatedShop renewed = new SimulatedShop(new BrandFollower(board, noting(last)));
        renewed.offer(SimulatedEngine::store, NO_REPLY);
        renewed.offer(SimulatedEngine::guide, NO_REPLY);
        renewed.offer(SimulatedEngine::group, NO_REPLY);
        opening = last[0];
        brandBoard = board;
        shop = renewed;
    }

    /** Tells the listener, and notes the newest record. */
    private EngineListener noting(final long[] last) {
        return new EngineListener() {
            @Override
            public void onRecord(final RecordFlyweight record, final long replyTo) {
                last[0] = record.sequence();
                listener.onRecord(record, replyTo);
            }

            @Override
            public void onAnswer(final DirectBuffer buffer, final int offset, final int length, final long replyTo) {
                listener.onAnswer(buffer, offset, length, replyTo);
            }

            @Override
            public void onBatchEnd() {
                listener.onBatchEnd();
            }
        };
    }

    /** Store 3. */
    private static int store(final MutableDirectBuffer buffer, final int offset) {
        final PutStoreEncoder encoder = new PutStoreEncoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                .actor(1)
                .store(3)
                .latitudeE6(ProtocolLimits.NO_POSITION)
                .longitudeE6(ProtocolLimits.NO_POSITION)
                .name("南京东路店");
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    /** Guide 4, who is viewer 42 and works in store 3. */
    private static int guide(final MutableDirectBuffer buffer, final int offset) {
        final PutGuideEncoder encoder = new PutGuideEncoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                .actor(1)
                .guide(4)
                .viewer(42)
                .active((short) 1);
        encoder.storesCount(1).next().store(3);
        encoder.name("李");
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    /** Group 5, which guide 4 looks after. */
    private static int group(final MutableDirectBuffer buffer, final int offset) {
        final PutGroupEncoder encoder = new PutGroupEncoder()
                .wrapAndApplyHeader(buffer, offset, new MessageHeaderEncoder())
                .actor(1)
                .group(5)
                .store(3)
                .guide(4)
                .owner(42)
                .name("福利群");
        return MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength();
    }

    @Override
    public long offer(final CommandWriter writer, final long replyTo) {
        shop.offer(writer, replyTo);
        return 0;
    }

    @Override
    public int capacity() {
        return 1;
    }

    @Override
    public int occupancy() {
        return 0;
    }

    @Override
    public void wake() {}

    /** What made the shop is not kept: who reads the journal begins behind it. */
    @Override
    public long firstSequence() {
        return opening + 1;
    }

    @Override
    public void confirm(final String consumer, final long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EngineLink link() {
        return this;
    }

    /** A reader of nothing. */
    @Override
    public JournalReader reader(final long fromSequence) {
        return new JournalReader() {
            @Override
            public RecordFlyweight next() {
                return null;
            }

            @Override
            public long hash() {
                return 0;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public long durableSequence() {
        return 0;
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return 1;
    }

    @Override
    public Throwable haltReason() {
        return null;
    }

    @Override
    public long freeBytes() {
        return 3L << 30;
    }

    @Override
    public long lowSpaceBytes() {
        return 1L << 30;
    }

    @Override
    public long slowestConsumer() {
        return Long.MAX_VALUE;
    }

    @Override
    public boolean isStorageLow() {
        return false;
    }

    @Override
    public EngineCounters counters() {
        return counters;
    }

    @Override
    public Durability durability() {
        return Durability.PROCESS;
    }

    /** Where there is nothing, until a list is loaded. */
    @Override
    public Path dataDirectory() {
        return Path.of(
                System.getProperty("java.io.tmpdir"),
                "sluice-simulated-" + ProcessHandle.current().pid());
    }

    @Override
    public BrandBoard brandBoard() {
        return brandBoard;
    }

    @Override
    public long nowMs() {
        return TIME_MS;
    }
}
