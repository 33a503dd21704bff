package io.sluice.engine.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Damages a closed journal's file the way a disk or a loss of power does. */
public final class SegmentEditor {
    private static final int DOCUMENT_HEADER_BYTES = ChronicleCursor.DOCUMENT_HEADER_BYTES;
    private static final int ALIGNMENT = 4;

    private final JournalDirectory directory;
    private final SegmentFiles files;

    public SegmentEditor(final JournalDirectory directory) {
        this.directory = directory;
        files = new SegmentFiles(directory.journal());
    }

    /** As if nothing had been forced behind {@code sequence}. */
    public void forcedOnlyTo(final long sequence) {
        try (ForcedMark mark = ForcedMark.open(directory.forcedMark())) {
            mark.sequence(sequence);
        }
    }

    /** Turns a bit of the mark around; a second time turns it back. */
    void flipMarkBit(final int bit) {
        final Place place = new Place(directory.forcedMark(), 0, Long.BYTES);
        final byte[] old = read(place, bit / Byte.SIZE);
        old[0] ^= (byte) (1 << bit % Byte.SIZE);
        write(place, bit / Byte.SIZE, old);
    }

    /** Turns one bit of a record's byte around. */
    void flipBit(final long sequence, final int index) {
        flipBit(placeOf(sequence), index);
    }

    /** Turns one bit of a record's byte around; a second time turns it back. */
    void flipBit(final Place place, final int index) {
        final byte[] old = read(place, place.position() + index);
        old[0] ^= 4;
        write(place, place.position() + index, old);
    }

    /** Puts zeros over a record and Chronicle's header before it, as over a page that was never written. */
    public void blank(final long sequence) {
        final Place place = placeOf(sequence);
        write(place, place.documentPosition(), new byte[DOCUMENT_HEADER_BYTES + place.length()]);
    }

    /** Puts zeros over a record and leaves Chronicle's header. */
    void blankBody(final long sequence) {
        final Place place = placeOf(sequence);
        write(place, place.position(), new byte[place.length()]);
    }

    /** Leaves the bytes of a record whose writer was killed before it wrote Chronicle's header, behind the last record. */
    void scribbleBehind(final long last, final int bytes) {
        final Place place = placeOf(last);
        final byte[] scribble = new byte[bytes];
        Arrays.fill(scribble, (byte) 0x21);
        final long end = (place.position() + place.length() + ALIGNMENT - 1) & -ALIGNMENT;
        write(place, end + DOCUMENT_HEADER_BYTES, scribble);
    }

    /** Where a record lies, which has to be sound to be found. */
    public Place placeOf(final long sequence) {
        try (SegmentCursor cursor = JournalIndex.search(files, index -> index.read(sequence))) {
            if (cursor == null) {
                throw new IllegalArgumentException("no record " + sequence);
            }
            return new Place(cursor.segment().file(), cursor.position() + DOCUMENT_HEADER_BYTES, cursor.length());
        }
    }

    private static byte[] read(final Place place, final long position) {
        try (FileChannel channel = FileChannel.open(place.file(), StandardOpenOption.READ)) {
            final ByteBuffer bytes = ByteBuffer.allocate(1);
            channel.read(bytes, position);
            return bytes.array();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(final Place place, final long position, final byte[] bytes) {
        try (FileChannel channel = FileChannel.open(place.file(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), position);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where a record lies.
     *
     * @param file      its file.
     * @param position  of its first byte, behind Chronicle's header.
     * @param length    its bytes.
     */
    public record Place(Path file, long position, int length) {
        /** Where Chronicle's header before it begins. */
        public long documentPosition() {
            return position - DOCUMENT_HEADER_BYTES;
        }
    }
}
