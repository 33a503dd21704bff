package io.sluice.ops.journal;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * How far an export has come, kept in a file of its own that is replaced in one step.
 *
 * @param sequence  the last record that was exported.
 * @param bytes     length of the output with that record; what is behind it was never confirmed.
 */
record ExportPosition(long sequence, long bytes) {
    /**
     * Reads a position; empty when there is no such file.
     *
     * @throws IOException when the file is no position.
     */
    static Optional<ExportPosition> read(final Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            final JsonObject json = new JsonObject(Files.readString(file));
            return Optional.of(new ExportPosition(json.getLong("sequence"), json.getLong("bytes")));
        } catch (final DecodeException | ClassCastException | NullPointerException unreadable) {
            throw new IOException(file + ": is no position of an export", unreadable);
        }
    }

    /** Replaces the file. To be called once the output is on the disk. */
    void write(final Path file) throws IOException {
        final Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(
                next,
                new JsonObject().put("sequence", sequence).put("bytes", bytes).encode() + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
