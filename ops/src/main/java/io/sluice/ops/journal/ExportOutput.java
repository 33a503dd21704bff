package io.sluice.ops.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where exported rows go. One thread. */
interface ExportOutput extends AutoCloseable {
    /** Writes one row, or the header. */
    void write(String row) throws IOException;

    /** Brings what was written to where it survives, and answers how many bytes there are. */
    long confirm() throws IOException;

    @Override
    void close() throws IOException;

    /** The command's own output, which cannot be confirmed. */
    static ExportOutput of(final PrintWriter out) {
        return new ExportOutput() {
            @Override
            public void write(final String row) throws IOException {
                out.print(row);
            }

            @Override
            public long confirm() throws IOException {
                if (out.checkError()) {
                    throw new IOException("the output was closed");
                }
                return 0;
            }

            @Override
            public void close() {
                out.flush();
            }
        };
    }

    /**
     * A file, of which what is behind {@code bytes} is cut off. Its name is on the disk from then on.
     *
     * @throws IOException when it is shorter than that.
     */
    static ExportOutput of(final Path file, final long bytes) throws IOException {
        final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.size() < bytes) {
            channel.close();
            throw new IOException(file + ": is shorter than the " + bytes + " bytes its position says");
        }
        channel.truncate(bytes).position(bytes);
        force(file.toAbsolutePath().getParent());
        return new FileOutput(channel);
    }

    /** Brings what was done to a file, or to the names in a directory, to the disk. */
    static void force(final Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Gathers rows and writes them in large pieces. */
    final class FileOutput implements ExportOutput {
        private static final int PIECE_CHARS = 1 << 16;

        private final FileChannel channel;
        private final StringBuilder gathered = new StringBuilder();

        private FileOutput(final FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public void write(final String row) throws IOException {
            gathered.append(row);
            if (gathered.length() >= PIECE_CHARS) {
                flush();
            }
        }

        private void flush() throws IOException {
            final ByteBuffer bytes = StandardCharsets.UTF_8.encode(gathered.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            gathered.setLength(0);
        }

        @Override
        public long confirm() throws IOException {
            flush();
            channel.force(true);
            return channel.position();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
