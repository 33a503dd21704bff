package io.sluice.ops.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Turns a bit in the check of a journal's forced mark around, so that it cannot be told what was forced. */
final class DamagedMark {
    private static final int CHECK_BYTE = 6;

    private DamagedMark() {}

    static void of(final Path data) throws IOException {
        final Path mark = data.resolve("forced");
        final byte[] bytes = Files.readAllBytes(mark);
        bytes[CHECK_BYTE] ^= 4;
        Files.write(mark, bytes);
    }
}
