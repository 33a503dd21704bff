package io.sluice.engine.sim;

import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.Durability;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.journal.JournalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The real journal on real files, beneath which power is lost: each life of the engine has a directory of its own, made of
 * what the disk would hold of the one before. One thread.
 */
final class FileDisk implements SimulatedDisk {
    /** So many forces of files and directories go well before power is cut in the midst of them. */
    private static final int MAX_FORCES_BEFORE_CUT = 4;

    private final Path lives;
    private final LossyFiles files;
    private final UnsafeBuffer record = new UnsafeBuffer(ByteBuffer.allocateDirect(ChronicleJournal.MAX_RECORD_BYTES));
    private Path data;
    private ChronicleJournal journal;
    private PowerCutAt powerCutAt = PowerCutAt.NEVER;
    private int number;
    private int images;

    /**
     * An empty disk.
     *
     * @param lives  an empty directory.
     * @param lies   files and directories that it forgets to force.
     */
    FileDisk(final Path lives, final Predicate<Path> lies) {
        this.lives = lives;
        data = nextLife();
        files = new LossyFiles(data, lives.resolve("kept"), lies);
    }

    private Path nextLife() {
        number++;
        final Path life = lives.resolve(Integer.toString(number));
        try {
            return Files.createDirectory(life);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often power was lost. */
    int images() {
        return images;
    }

    @Override
    public void cutPower(final PowerCutAt where) {
        powerCutAt = where;
        files.cutAfter(where == PowerCutAt.BEFORE_FORCE ? number % MAX_FORCES_BEFORE_CUT : Integer.MAX_VALUE);
    }

    @Override
    public void force() {
        journal.force();
        if (powerCutAt != PowerCutAt.NEVER) {
            throw new PowerCut();
        }
    }

    @Override
    public void losePower(final Random random) {
        final Path image = nextLife();
        try {
            files.loseInto(image, random);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        images++;
        leaveFor(image);
    }

    @Override
    public void recover() {
        if (journal != null) {
            final Path image = nextLife();
            try {
                files.dieInto(image);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
            leaveFor(image);
        }
        cutPower(PowerCutAt.NEVER);
        journal = ChronicleJournal.open(
                new JournalDirectory(data),
                new JournalSettings()
                        .withBlockBytes(JournalSettings.MIN_BLOCK_BYTES)
                        .withOpener(files));
    }

    /** What a journal does as it is closed is done to the directory that was left, of which nothing is seen any more. */
    private void leaveFor(final Path image) {
        files.cutAfter(Integer.MAX_VALUE);
        data = image;
        close();
    }

    @Override
    public void append(final DirectBuffer buffer, final int offset, final int length) {
        record.putBytes(0, buffer, offset, length);
        journal.append(record, 0, length);
    }

    @Override
    public Durability durability() {
        return Durability.DISK;
    }

    @Override
    public JournalReader reader(final long fromSequence) {
        return journal.reader(fromSequence);
    }

    @Override
    public long firstSequence() {
        return journal.firstSequence();
    }

    @Override
    public long lastSequence() {
        return journal.lastSequence();
    }

    @Override
    public long sequenceAtOrAfter(final long timeMs) {
        return journal.sequenceAtOrAfter(timeMs);
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
            journal = null;
        }
    }
}
