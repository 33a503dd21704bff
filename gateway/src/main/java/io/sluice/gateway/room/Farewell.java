package io.sluice.gateway.room;

/** Why the server ends a connection: the reason of the {@code bye} frame, and the close code behind it. */
enum Farewell {
    /** The server is stopping. */
    STOPPING(1001, true),
    /** The viewer sent too many malformed or invalid frames. */
    BAD_FRAMES(4400, false),
    /** The token that paid for the ticket has expired. */
    TOKEN_EXPIRED(4401, false),
    /** Nothing was heard from the viewer for too long. */
    IDLE(4408, false),
    /** The viewer opened more connections than it may; this was the oldest. */
    REPLACED(4409, false),
    /** The viewer does not read what is written to it. */
    TOO_SLOW(4413, true),
    /** The viewer went on being too fast. */
    TOO_FAST(4429, true);

    private final short closeCode;
    private final boolean comesBack;

    Farewell(final int closeCode, final boolean comesBack) {
        this.closeCode = (short) closeCode;
        this.comesBack = comesBack;
    }

    short closeCode() {
        return closeCode;
    }

    /** Whether the viewer is told when to come back by itself. */
    boolean comesBack() {
        return comesBack;
    }
}
