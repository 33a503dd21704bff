package io.sluice.gateway.link;

import io.sluice.engine.EngineLink;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.DecisionEncoder;
import io.sluice.engine.protocol.codec.MessageHeaderEncoder;
import io.sluice.engine.ring.EngineCounters;
import io.sluice.engine.view.BrandBoard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.concurrent.UnsafeBuffer;

/** An engine that takes what it is offered, or not, and answers when the test says so, on the test's thread. */
public class ScriptedEngine implements EnginePort, EngineLink {
    private static final int SLOT_BYTES = 4_096;
    private static final long TIME_MS = 1_795_262_400_000L;

    private final LinkListener listener;
    private final RecordChain chain = new RecordChain();
    private final List<Offered> offered = new CopyOnWriteArrayList<>();
    private final List<byte[]> journal = new CopyOnWriteArrayList<>();
    private final List<Integer> readersOpened = new ArrayList<>();
    private final BrandBoard brandBoard = new BrandBoard();
    private int readersClosed;
    private final EngineCounters counters = new EngineCounters();
    private volatile long result;
    private volatile long lost;
    private volatile int occupancy;
    private int wakes;

    public ScriptedEngine(final LinkListener listener) {
        this.listener = listener;
    }

    /** From now on every offer ends like this: 0 is taken. */
    public void willAnswer(final long newResult) {
        result = newResult;
    }

    /** Slots taken from now on, of 100. */
    public void willBeOccupied(final int slots) {
        occupancy = slots;
    }

    /** From now on the journal's readers do not find a record, nor what is behind it. */
    public void willLose(final long sequence) {
        lost = sequence;
    }

    /** Commands taken and not answered. */
    public int waiting() {
        return offered.size();
    }

    /** How often it was woken. */
    int wakes() {
        return wakes;
    }

    /** Readers that were asked for. */
    public int readersOpened() {
        return readersOpened.size();
    }

    /** Readers that were asked for and not closed. */
    int readersOpen() {
        return readersOpened.size() - readersClosed;
    }

    /** Accepts the oldest command, as one batch. */
    public void acceptNext() {
        accept(offered.remove(0));
        listener.onBatchEnd();
    }

    /** Accepts all commands, as one batch. */
    public void acceptAll() {
        final List<Offered> all = List.copyOf(offered);
        offered.clear();
        all.forEach(this::accept);
        listener.onBatchEnd();
    }

    /** Hands over a record that nobody waits for, without ending the batch. */
    public void append(final CommandWriter writer) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[SLOT_BYTES]);
        final int length = writer.write(buffer, RecordFlyweight.HEADER_LENGTH);
        accept(new Offered(buffer, length, EngineLink.NO_REPLY));
    }

    /** Ends the batch. */
    public void endBatch() {
        listener.onBatchEnd();
    }

    /** Answers the oldest command once more, as no engine does. */
    void answerAgain(final long replyTo) {
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[64]);
        listener.onAnswer(buffer, 0, 64, replyTo);
        listener.onBatchEnd();
    }

    /** Reply address of the newest command that waits. */
    long newestAddress() {
        return offered.get(offered.size() - 1).replyTo();
    }

    @Override
    public long offer(final CommandWriter writer, final long replyTo) {
        if (result < 0) {
            return result;
        }
        final UnsafeBuffer buffer = new UnsafeBuffer(new byte[SLOT_BYTES]);
        offered.add(new Offered(buffer, writer.write(buffer, RecordFlyweight.HEADER_LENGTH), replyTo));
        return offered.size();
    }

    @Override
    public int capacity() {
        return 100;
    }

    @Override
    public int occupancy() {
        return occupancy;
    }

    @Override
    public void wake() {
        wakes++;
    }

    @Override
    public EngineLink link() {
        return this;
    }

    @Override
    public JournalReader reader(final long fromSequence) {
        readersOpened.add((int) fromSequence);
        return new Reader((int) fromSequence - 1);
    }

    @Override
    public long durableSequence() {
        return journal.size();
    }

    @Override
    public long firstSequence() {
        return Math.min(1, journal.size());
    }

    @Override
    public void confirm(final String consumer, final long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return timeMs <= TIME_MS ? 1 : journal.size() + 1L;
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
        return result == STORAGE_LOW;
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
                "sluice-scripted-" + ProcessHandle.current().pid());
    }

    @Override
    public BrandBoard brandBoard() {
        return brandBoard;
    }

    @Override
    public long nowMs() {
        return TIME_MS;
    }

    private void accept(final Offered command) {
        final int decision = RecordFlyweight.HEADER_LENGTH + command.length();
        final DecisionEncoder encoder = new DecisionEncoder()
                .wrapAndApplyHeader(command.buffer(), decision, new MessageHeaderEncoder())
                .outcome(Outcome.ACCEPTED.code())
                .detail(0)
                .item(0)
                .available(0);
        final int length = chain.seal(
                command.buffer(),
                0,
                command.length(),
                MessageHeaderEncoder.ENCODED_LENGTH + encoder.encodedLength(),
                TIME_MS);
        final byte[] bytes = new byte[length];
        command.buffer().getBytes(0, bytes);
        journal.add(bytes);
        listener.onRecord(new RecordFlyweight().wrap(command.buffer(), 0), command.replyTo());
    }

    private record Offered(UnsafeBuffer buffer, int length, long replyTo) {}

    private final class Reader implements JournalReader {
        private final RecordFlyweight flyweight = new RecordFlyweight();
        private int index;

        Reader(final int index) {
            this.index = index;
        }

        @Override
        public RecordFlyweight next() {
            return index < journal.size() && index + 1 != lost
                    ? flyweight.wrap(new UnsafeBuffer(journal.get(index++)), 0)
                    : null;
        }

        @Override
        public long hash() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            readersClosed++;
        }
    }
}
