package io.sluice.ops.journal;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/**
 * How far an export has come, kept in a file of its own that is replaced in one step.
 *
 * @param export    the options that say what is exported where; another export must not go on from here.
 * @param sequence  the last record that was exported; the one before the first when none was.
 * @param hash      the reader's hash there, which tells its journal from others.
 * @param bytes     length of the output with that record; what is behind it was never confirmed.
 */
record ExportPosition(String export, long sequence, long hash, long bytes) {
    private static final int HEX = 16;

    ExportPosition {
        Objects.requireNonNull(export, "export");
    }

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
            return Optional.of(new ExportPosition(
                    json.getString("export"),
                    json.getLong("sequence"),
                    Long.parseUnsignedLong(json.getString("hash"), HEX),
                    json.getLong("bytes")));
        } catch (final DecodeException | ClassCastException | NullPointerException | NumberFormatException unreadable) {
            throw new IOException(file + ": is no position of an export", unreadable);
        }
    }

    /**
     * Replaces the file and brings it to the disk: neither a half-written position nor none may be found where the output
     * is. To be called once the output is on the disk.
     */
    void write(final Path file) throws IOException {
        final JsonObject json = new JsonObject()
                .put("export", export)
                .put("sequence", sequence)
                .put("hash", Long.toHexString(hash))
                .put("bytes", bytes);
        final Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, json.encode() + "\n");
        ExportOutput.force(next);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        ExportOutput.force(file.toAbsolutePath().getParent());
    }
}
