package io.sluice.ops.doctor;

import java.util.Locale;

/** Amounts of bytes as people read them. */
final class ByteWords {
    private static final double MIB = 1 << 20;
    private static final double GIB = 1 << 30;

    private ByteWords() {}

    /** As in 512 MiB or 1.5 GiB. */
    static String of(final long bytes) {
        return bytes < GIB
                ? String.format(Locale.ROOT, "%.0f MiB", bytes / MIB)
                : String.format(Locale.ROOT, "%.1f GiB", bytes / GIB);
    }
}
