package io.sluice.ops.journal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * How far a long reading or sending has come, drawn on one line of stderr when that is a terminal. It is drawn when the per cent
 * changes, so most records cost a division and no output. One thread.
 */
public final class ProgressBar implements AutoCloseable {
    private static final Path STDERR = Path.of("/proc/self/fd/2");
    private static final int WIDTH = 40;
    private static final int WHOLE = 100;

    private final PrintWriter err;
    private final boolean shown;
    private final long first;
    private final long last;
    private int percent = -1;

    /**
     * A bar from one record, or byte, to another.
     *
     * @param shown  whether it is drawn at all.
     */
    public ProgressBar(final PrintWriter err, final boolean shown, final long first, final long last) {
        this.err = err;
        this.shown = shown && last >= first;
        this.first = first;
        this.last = last;
    }

    /** Whether this process's stderr is a terminal; where the system has no /proc it is taken for none. */
    public static boolean isTerminal() {
        try {
            final String target = Files.readSymbolicLink(STDERR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (final IOException | UnsupportedOperationException unknown) {
            return false;
        }
    }

    /** The record or byte with this number is done. */
    public void at(final long sequence) {
        if (!shown) {
            return;
        }
        final int now = (int) Math.min(WHOLE, (sequence - first + 1) * WHOLE / (last - first + 1));
        if (now != percent) {
            percent = now;
            final int filled = now * WIDTH / WHOLE;
            err.print(String.format(
                    Locale.ROOT,
                    "\r[%s%s] %3d %%  %d of %d",
                    "#".repeat(filled),
                    ".".repeat(WIDTH - filled),
                    now,
                    sequence,
                    last));
            err.flush();
        }
    }

    /** Leaves an empty line behind. */
    @Override
    public void close() {
        if (percent >= 0) {
            err.print("\r\033[K");
            err.flush();
        }
    }
}
