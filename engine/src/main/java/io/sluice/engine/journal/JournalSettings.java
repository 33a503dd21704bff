package io.sluice.engine.journal;

import java.util.Objects;

/**
 * How a journal is written.
 *
 * @param durability  what {@link Journal#force()} gives; {@link Durability#DISK} by default.
 * @param blockBytes  bytes of a cycle file that are mapped, and that the file grows by, at a time; from
 *     {@link #MIN_BLOCK_BYTES} to {@link #MAX_BLOCK_BYTES}, {@link #DEFAULT_BLOCK_BYTES} by default.
 * @param acceptedBytes  bytes of records that can be accepted and not appended yet; for so many there is always room on the
 *     disk. 0 by default.
 * @param opener      opens the files that are forced; those of the file system by default.
 */
public record JournalSettings(Durability durability, int blockBytes, long acceptedBytes, ForcedFile.Opener opener) {
    /** 64 MiB. */
    public static final int DEFAULT_BLOCK_BYTES = 64 << 20;
    /** 128 KiB: Chronicle puts an index of its own into one block. */
    public static final int MIN_BLOCK_BYTES = 128 << 10;
    /** 1 GiB. */
    public static final int MAX_BLOCK_BYTES = 1 << 30;

    /** The defaults. */
    public JournalSettings() {
        this(Durability.DISK, DEFAULT_BLOCK_BYTES, 0, ChannelForcedFile::open);
    }

    /** Refuses what is missing or out of range. */
    public JournalSettings {
        Objects.requireNonNull(durability, "durability");
        Objects.requireNonNull(opener, "opener");
        if (blockBytes < MIN_BLOCK_BYTES || blockBytes > MAX_BLOCK_BYTES) {
            throw new IllegalArgumentException(
                    "blockBytes=" + blockBytes + " is not within " + MIN_BLOCK_BYTES + ".." + MAX_BLOCK_BYTES);
        }
        if (acceptedBytes < 0) {
            throw new IllegalArgumentException("acceptedBytes=" + acceptedBytes + " is negative");
        }
    }

    /** These settings with another durability. */
    public JournalSettings withDurability(final Durability other) {
        return new JournalSettings(other, blockBytes, acceptedBytes, opener);
    }

    /** These settings with another block size. */
    public JournalSettings withBlockBytes(final int other) {
        return new JournalSettings(durability, other, acceptedBytes, opener);
    }

    /** These settings with other bytes that can be accepted at once. */
    public JournalSettings withAcceptedBytes(final long other) {
        return new JournalSettings(durability, blockBytes, other, opener);
    }

    /** These settings with another opener. */
    public JournalSettings withOpener(final ForcedFile.Opener other) {
        return new JournalSettings(durability, blockBytes, acceptedBytes, other);
    }
}
