package io.sluice.gateway.admission;

/** What admission decides, and the reason something was shed for. */
public enum Shed {
    /** Let in. */
    ADMITTED("let in"),
    /** The viewer does this too often. */
    VIEWER_RATE("too often by one viewer"),
    /** The address asks too often. */
    ADDRESS_RATE("too often from one address"),
    /** More tickets are wanted than are issued in a second. */
    TICKET_RATE("more tickets than are issued in a second"),
    /** As many tickets are out as may be. */
    TICKETS_OUT("as many tickets are out as may be"),
    /** The ring is so full that orders go first. */
    RING_PRESSURE("the ring is so full that orders go first"),
    /** The ring is full, or too much is unanswered. */
    RING_FULL("the ring is full"),
    /** The journal's disk is below its watermark. */
    STORAGE_LOW("the journal's disk is below its watermark"),
    /** The server is stopping. */
    STOPPING("the server is stopping");

    private final String sentence;

    Shed(final String sentence) {
        this.sentence = sentence;
    }

    /** The reason in words. */
    public String sentence() {
        return sentence;
    }
}
