package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the end of a journal before it is appended to. A process that dies leaves every document whole. A machine that
 * loses its power may have written the pages behind the last force in any order: then records there are torn, and what
 * stands behind the first torn one is cut off, for none of it was ever acknowledged. Damage at or before the forced mark is
 * refused and never repaired.
 */
final class TailRecovery {
    /** Chronicle's document header: a length of 30 bits, and a flag of a document that is being written. */
    private static final int LENGTH_MASK = 0x3FFF_FFFF;

    private static final int ALIGNMENT = 4;
    private static final Logger LOGGER = LoggerFactory.getLogger(TailRecovery.class);

    private final CycleFiles files;
    private final TornTail tornTail;
    private final int blockBytes;
    private final long forcedSequence;

    TailRecovery(final JournalDirectory directory, final int blockBytes, final long forcedSequence) {
        files = new CycleFiles(directory.journal());
        tornTail = new TornTail(directory, blockBytes);
        this.blockBytes = blockBytes;
        this.forcedSequence = forcedSequence;
    }

    /**
     * Leaves a journal whose every record from the forced mark on is sound.
     *
     * @return the chain up to its last record.
     * @throws JournalFaultException when a record that was forced is missing or damaged.
     */
    RecordChain recover() {
        tornTail.discardRebuild();
        setUnfinishedCyclesAside();
        final RecordChain chain = new RecordChain();
        if (files.cycles().length > 0) {
            // Gives Chronicle's table of cycles back when it is missing, and its lock when a process died with it.
            ChronicleQueues.openForWriting(files.directory(), blockBytes, new RecordClock())
                    .close();
            follow(chain);
        }
        if (chain.sequence() < forcedSequence) {
            throw new JournalFaultException(
                    chain.sequence() + 1, "missing, although records up to " + forcedSequence + " were forced");
        }
        return chain;
    }

    /** A cycle file without Chronicle's own header was never written to by a force. */
    private void setUnfinishedCyclesAside() {
        for (final int cycle : files.cycles()) {
            if (headerAt(files.file(cycle), 0) <= 0) {
                tornTail.setAside(cycle);
            }
        }
    }

    private void follow(final RecordChain chain) {
        final boolean torn;
        try (ChronicleJournalReader reader = openBehindMark()) {
            torn = !readToEnd(reader) || !writePositionReached(reader.cursor());
            chain.resume(
                    reader.chain().sequence(),
                    reader.chain().timeMs(),
                    reader.chain().hash());
        }
        if (torn && chain.sequence() >= forcedSequence) {
            LOGGER.warn("journal {} is torn behind record {}: cut", files.directory(), chain.sequence());
            tornTail.cutBehind(chain.sequence());
        }
    }

    private ChronicleJournalReader openBehindMark() {
        try {
            final long from = forcedSequence > 0 ? forcedSequence + 1 : firstSequence();
            return new ChronicleJournalReader(files.directory(), from);
        } catch (final IllegalArgumentException e) {
            final JournalFaultException fault =
                    new JournalFaultException(forcedSequence, "missing, although it was forced");
            fault.initCause(e);
            throw fault;
        }
    }

    private long firstSequence() {
        return Math.max(1, JournalIndex.search(files, JournalIndex::firstSequence));
    }

    private static boolean readToEnd(final ChronicleJournalReader reader) {
        try {
            while (reader.next() != null) {
                // Following the chain is all there is to do.
            }
            return true;
        } catch (final JournalFaultException e) {
            LOGGER.warn("{}", e.getMessage());
            return false;
        }
    }

    /**
     * Whether Chronicle, which goes on behind the document at its write position, would go on where readers get to. When
     * pages up to there were lost, readers stop before the loss and would never see what is appended behind it.
     */
    private boolean writePositionReached(final RecordCursor cursor) {
        final int[] cycles = files.cycles();
        final int last = cycles[cycles.length - 1];
        final Path file = files.file(last);
        final long writePosition = cursor.writePosition(last);
        long position = cursor.cycle() == last ? cursor.position() : 0;
        while (position <= writePosition) {
            final int header = headerAt(file, position);
            if (header <= 0) {
                return false;
            }
            final long end = position + Integer.BYTES + (header & LENGTH_MASK);
            position = (end + ALIGNMENT - 1) & -ALIGNMENT;
        }
        return true;
    }

    /** Chronicle's header of a document; 0 when there is none, negative while it is being written. */
    private static int headerAt(final Path file, final long position) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final ByteBuffer header = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(header, position);
            return header.getInt(0);
        } catch (final IOException e) {
            throw new UncheckedIOException("cycle file " + file, e);
        }
    }
}
