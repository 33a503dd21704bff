package io.sluice.engine.protocol;

/** What a touch changed for its viewer: the bits of an accepted touch's {@code detail}, written to the journal. */
public enum TouchEffect {
    /** It bound the viewer to a guide, or prolonged the binding. */
    BOUND(1),
    /** The viewer has an inviter now. */
    INVITED(2),
    /** The viewer is in a group now. */
    JOINED(4);

    private final int bit;

    TouchEffect(final int bit) {
        this.bit = bit;
    }

    /** The bit that stands for this effect. */
    public int bit() {
        return bit;
    }

    /** Whether the detail of an accepted touch has this effect. */
    public boolean isIn(final long detail) {
        return (detail & bit) != 0;
    }
}
