package io.sluice.ops.journal;

import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalFaultException;
import io.sluice.engine.journal.ReadOnlyJournal;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.RecordHeaderDecoder;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of a journal, which holds the records of one UTC day of core time.
 *
 * @param name           the file's name.
 * @param bytes          its length; it is sparse, so it may take less of the disk.
 * @param firstSequence  its first record.
 * @param lastSequence   its last record; less than the first when there is none.
 * @param firstTimeMs    core time of the first record, epoch ms; 0 when there is none.
 * @param lastTimeMs     core time of the last record, epoch ms; 0 when there is none.
 * @param formatVersion  of the last record's header; 0 when there is none.
 */
record JournalFile(
        String name,
        long bytes,
        long firstSequence,
        long lastSequence,
        long firstTimeMs,
        long lastTimeMs,
        int formatVersion) {
    private static final String SUFFIX = ".cq4";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd'F'");

    /**
     * The files of a journal, oldest first.
     *
     * @throws JournalFaultException when the first or last record of one is damaged.
     */
    static List<JournalFile> in(final JournalDirectory directory, final ReadOnlyJournal journal) throws IOException {
        final List<Path> paths;
        try (Stream<Path> all = Files.list(directory.journal())) {
            paths = all.filter(path -> path.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        final List<JournalFile> files = new ArrayList<>();
        for (final Path path : paths) {
            files.add(of(path, journal));
        }
        return files;
    }

    private static JournalFile of(final Path path, final ReadOnlyJournal journal) throws IOException {
        final String name = path.getFileName().toString();
        final LocalDate day = LocalDate.parse(name.substring(0, name.length() - SUFFIX.length()), DAY);
        final long first = journal.sequenceAtOrAfter(startMs(day));
        final long last = journal.sequenceAtOrAfter(startMs(day.plusDays(1))) - 1;
        if (last < first) {
            return new JournalFile(name, Files.size(path), first, last, 0, 0, 0);
        }
        final RecordHeaderDecoder oldest = header(journal, first);
        final RecordHeaderDecoder newest = header(journal, last);
        return new JournalFile(
                name, Files.size(path), first, last, oldest.timeMs(), newest.timeMs(), newest.formatVersion());
    }

    private static long startMs(final LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private static RecordHeaderDecoder header(final ReadOnlyJournal journal, final long sequence) {
        try (EventReader reader = new EventReader(journal, sequence)) {
            final RecordFlyweight record = reader.nextRecord(sequence);
            return new RecordHeaderDecoder().wrap(record.buffer(), record.offset());
        }
    }

    JsonObject toJson() {
        final JsonObject json = new JsonObject().put("name", name).put("bytes", bytes);
        if (lastSequence >= firstSequence) {
            json.put("firstSequence", firstSequence)
                    .put("lastSequence", lastSequence)
                    .put("firstTime", Instant.ofEpochMilli(firstTimeMs).toString())
                    .put("lastTime", Instant.ofEpochMilli(lastTimeMs).toString())
                    .put("formatVersion", formatVersion);
        }
        return json;
    }

    String toLine() {
        final String head = name + "  " + bytes + " bytes  ";
        return lastSequence < firstSequence
                ? head + "no records"
                : head + firstSequence + " to " + lastSequence + "  " + Instant.ofEpochMilli(firstTimeMs) + " to "
                        + Instant.ofEpochMilli(lastTimeMs) + "  format " + formatVersion;
    }
}
