package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFault;
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueStore;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Takes documents out of a journal's files, one at a time, each copied so that nothing of it depends on the mapping. Opens
 * the files for itself, to read only. One thread.
 */
final class RecordCursor implements AutoCloseable {
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(ChronicleJournal.MAX_RECORD_BYTES);
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final RecordHeaderDecoder header = new RecordHeaderDecoder();
    private final RecordChain alone = new RecordChain();
    private final SingleChronicleQueue queue;
    private final ExcerptTailer tailer;

    private int length;
    private int cycle;
    private long position;

    RecordCursor(final Path journal) {
        queue = ChronicleQueues.openForReading(journal);
        tailer = queue.createTailer();
        tailer.singleThreadedCheckDisabled(true);
    }

    /** Goes before the first document there is. */
    void toStart() {
        tailer.toStart();
    }

    /** Goes to a document by its place in its cycle and reads it; false when there is none. */
    boolean readAt(final int documentCycle, final long place) {
        return tailer.moveToIndex(CycleFiles.ROLL_CYCLE.toIndex(documentCycle, place)) && read();
    }

    /** Reads the next document; false when there is none for now. */
    boolean read() {
        try (DocumentContext document = tailer.readingDocument()) {
            if (!document.isPresent()) {
                return false;
            }
            final Bytes<?> source = document.wire().bytes();
            final long available = source.readRemaining();
            // A longer document is no record: its length is told and its bytes are left.
            length = (int) Math.min(available, Integer.MAX_VALUE);
            cycle = CycleFiles.ROLL_CYCLE.toCycle(document.index());
            position = source.readPosition() - Integer.BYTES;
            if (available <= ChronicleJournal.MAX_RECORD_BYTES) {
                source.nativeRead(source.readPosition(), buffer.addressOffset(), available);
            }
            return true;
        }
    }

    /** Documents in a cycle. */
    long documents(final int ofCycle) {
        return Math.max(0, tailer.excerptsInCycle(ofCycle));
    }

    /** Where in a cycle's file Chronicle's last document begins, according to Chronicle; 0 when it has none. */
    long writePosition(final int ofCycle) {
        final SingleChronicleQueueStore store = queue.storeForCycle(ofCycle, queue.epoch(), false, null);
        if (store == null) {
            return 0;
        }
        try {
            return store.writePosition();
        } finally {
            queue.closeStore(store);
        }
    }

    /** Holds the document that was read, from 0 on. */
    DirectBuffer buffer() {
        return buffer;
    }

    /** Bytes of the document that was read. */
    int length() {
        return length;
    }

    /** Cycle of the document that was read. */
    int cycle() {
        return cycle;
    }

    /** Where in its file the document begins, with Chronicle's four bytes of length. */
    long position() {
        return position;
    }

    /** Number that the document gives itself; only a sound one means anything. */
    long sequence() {
        return header.wrap(buffer, 0).sequence();
    }

    /** Time that the document gives itself; only a sound one means anything. */
    long timeMs() {
        return header.wrap(buffer, 0).timeMs();
    }

    /** Whether the document is a record, as far as one can tell without its predecessor. */
    boolean sound() {
        return beginChain(alone) == RecordFault.NONE;
    }

    /** Begins a chain with the document: who its predecessor was is taken on trust. */
    RecordFault beginChain(final RecordChain chain) {
        header.wrap(buffer, 0);
        chain.resume(header.sequence() - 1, header.timeMs(), header.previousHash());
        return chain.follow(buffer, 0, length);
    }

    @Override
    public void close() {
        queue.close();
    }
}
