package io.sluice.gateway.imports;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Whether a file is UTF-8, looked at before it is read: a reader that replaced what is not would load wrong names. */
final class Utf8 {
    private static final int CHUNK_BYTES = 64 * 1024;

    private long line = 1;
    private char before;

    private Utf8() {}

    /** The first line with bytes that are not UTF-8, 0 for none. */
    static long firstBadLine(final Path path) throws IOException {
        return new Utf8().read(path);
    }

    private long read(final Path path) throws IOException {
        final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        final ByteBuffer bytes = ByteBuffer.allocate(CHUNK_BYTES);
        final CharBuffer characters = CharBuffer.allocate(CHUNK_BYTES);
        try (FileChannel channel = FileChannel.open(path)) {
            boolean isAtEnd = false;
            while (!isAtEnd) {
                isAtEnd = channel.read(bytes) < 0;
                bytes.flip();
                final CoderResult result = decoder.decode(bytes, characters, isAtEnd);
                countLines(characters.flip());
                if (result.isError()) {
                    return line;
                }
                bytes.compact();
                characters.clear();
            }
        }
        return 0;
    }

    /** A line ends with CR, LF or both, as the reader's do. */
    private void countLines(final CharBuffer characters) {
        while (characters.hasRemaining()) {
            final char character = characters.get();
            if (character == '\r' || (character == '\n' && before != '\r')) {
                line++;
            }
            before = character;
        }
    }
}
