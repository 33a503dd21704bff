package io.sluice.engine.journal;

import io.sluice.engine.protocol.RecordChain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.agrona.CloseHelper;

/**
 * Finds records by number and by time, over the files of a journal as they are when it is made: both ascend, so they are
 * searched. One thread.
 */
final class JournalIndex implements AutoCloseable {
    private static final SegmentCursor.Precedence ALL = (sequence, timeMs) -> true;

    /** So many damaged records at a file's beginning are stepped over to learn from a sound one what numbers they had. */
    private static final int MOST_DAMAGED = 64;

    private final SegmentFiles files;
    private final List<Segment> segments;
    private SegmentCursor cursor;
    /** Number of the first record of the file that was asked for it last. */
    private long first;

    private JournalIndex(final SegmentFiles files, final List<Segment> segments) {
        this.files = files;
        this.segments = segments;
    }

    /** Asks one question; again when a file that was to be looked at was archived or pruned meanwhile. */
    static <T> T search(final SegmentFiles files, final Function<JournalIndex, T> question) {
        while (true) {
            final List<Segment> listed = files.all();
            try (JournalIndex index = new JournalIndex(files, listed)) {
                return question.apply(index);
            } catch (final SegmentGoneException gone) {
                if (files.all().equals(listed)) {
                    throw gone;
                }
            }
        }
    }

    /**
     * The files before that with the newest record, oldest first: whole, for nobody appends to them any more.
     *
     * @throws JournalFaultException when one does not begin with a record.
     */
    List<SegmentRange> whole() {
        final List<SegmentRange> whole = new ArrayList<>();
        final int newest = readable() - 1;
        for (int place = 0; place < newest; place++) {
            // What stands at a file's end may be torn and no part of the journal: where the next begins tells the end.
            whole.add(new SegmentRange(segments.get(place), firstOf(place), firstOf(place + 1) - 1));
        }
        return whole;
    }

    private long firstOf(final int place) {
        if (!readFirst(place)) {
            final Segment segment = segments.get(place);
            throw new JournalFaultException(files.firstSequence(segment.run()), "no record begins", segment, 0);
        }
        return first;
    }

    /** Number of the oldest record, damaged or not; 0 when there is none, or none that tells. */
    long firstSequence() {
        return !segments.isEmpty() && readFirst(0) ? first : 0;
    }

    /** Number of the newest record, 0 when there is none. */
    long lastSequence() {
        final int last = readable() - 1;
        return last < 0 ? 0 : lastWhere(last, ALL);
    }

    /** Number of the first record at or after a time; one more than the newest when there is none. */
    long sequenceAtOrAfter(final long timeMs) {
        if (readable() == 0) {
            return 1;
        }
        final int behind = firstNotPreceding((sequence, recordMs) -> recordMs < timeMs);
        return behind == 0 ? firstSequence() : lastWhere(behind - 1, (sequence, recordMs) -> recordMs < timeMs) + 1;
    }

    /** What the files hold, oldest first. */
    List<JournalSegment> describe() {
        return IntStream.range(0, segments.size()).mapToObj(this::describe).toList();
    }

    private JournalSegment describe(final int place) {
        if (!readFirst(place)) {
            return withoutRecords();
        }
        final long firstSequence = first;
        final long firstTimeMs = cursor.timeMs();
        final int formatVersion = cursor.formatVersion();
        final long last = lastWhere(place, ALL);
        if (last < firstSequence) {
            // Its first record is damaged, and it is too short for others to be found behind.
            return withoutRecords();
        }
        final String name = cursor.segment().label();
        final long lastTimeMs = readIn(place, last) ? cursor.timeMs() : firstTimeMs;
        return new JournalSegment(name, cursor.size(), firstSequence, last, firstTimeMs, lastTimeMs, formatVersion);
    }

    private JournalSegment withoutRecords() {
        return new JournalSegment(cursor.segment().label(), cursor.size(), 0, -1, 0, 0, 0);
    }

    /** The files that hold a record and those behind it; none when it is older than the oldest. */
    List<Segment> from(final long sequence) {
        final int behind = firstNotPreceding((other, timeMs) -> other <= sequence);
        return behind == 0 ? List.of() : segments.subList(behind - 1, segments.size());
    }

    /**
     * Reads the record with a number.
     *
     * @return a cursor that has read it, which is the caller's to close; null when it is not there.
     * @throws JournalFaultException when it, or what lies on the way to it, is damaged.
     */
    SegmentCursor read(final long sequence) {
        final int behind = firstNotPreceding((other, timeMs) -> other <= sequence);
        if (behind == 0) {
            return null;
        }
        return readIn(behind - 1, sequence) ? handOver() : null;
    }

    private boolean readIn(final int place, final long sequence) {
        final long firstSequence = firstOf(place);
        cursor.rewind();
        final long last = cursor.seek((other, timeMs) -> other < sequence);
        if (!cursor.read()) {
            return false;
        }
        if (!cursor.sound()) {
            throw cursor.fault(
                    last == 0 ? firstSequence : last + 1,
                    cursor.beginChain(new RecordChain()).sentence());
        }
        return cursor.sequence() == sequence;
    }

    private SegmentCursor handOver() {
        final SegmentCursor handedOver = cursor;
        cursor = null;
        return handedOver;
    }

    /** The first file whose first record does not precede, by halving; as many as there are when all precede. */
    private int firstNotPreceding(final SegmentCursor.Precedence precedence) {
        int low = 0;
        int high = readable();
        while (low < high) {
            final int middle = (low + high) >>> 1;
            if (readFirst(middle) && precedence.precedes(first, cursor.timeMs())) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Number of a file's last record that precedes. What an earlier start left torn at its file's end is not meant: the
     * next file begins with the numbers that it had.
     */
    private long lastWhere(final int place, final SegmentCursor.Precedence precedence) {
        final long limit = place + 1 < segments.size() ? beginningOf(place + 1) : Long.MAX_VALUE;
        open(place);
        return Math.min(cursor.seek(precedence), limit - 1);
    }

    /** Number of a file's first record, or the one it will have; above all numbers when nothing tells. */
    private long beginningOf(final int place) {
        final Path run = segments.get(place).run();
        if (!run.equals(segments.get(place - 1).run())) {
            return files.firstSequence(run);
        }
        return readFirst(place) ? first : Long.MAX_VALUE;
    }

    /** How many of the files hold records: the newest may not yet, or hold nothing but a torn one. */
    private int readable() {
        int count = segments.size();
        while (count > 0 && !readFirst(count - 1)) {
            count--;
        }
        return count;
    }

    /**
     * Finds a file's first number; a damaged first record's is that of the first sound one behind it, less those between.
     * False when nothing tells.
     */
    private boolean readFirst(final int place) {
        open(place);
        for (int damaged = 0; damaged < MOST_DAMAGED && cursor.read(); damaged++) {
            if (cursor.sound()) {
                first = cursor.sequence() - damaged;
                return true;
            }
        }
        return false;
    }

    /** Before the first record of a file. */
    private void open(final int place) {
        final Segment segment = segments.get(place);
        if (cursor == null || !cursor.segment().equals(segment)) {
            close();
            cursor = SegmentCursor.open(segment, Math.max(1, files.firstSequence(segment.run())));
        }
        cursor.rewind();
    }

    @Override
    public void close() {
        CloseHelper.quietClose(cursor);
        cursor = null;
    }
}
