package io.sluice.ops.demo;

/**
 * How a viewer came to the room; a 0 or an empty code stands for none.
 *
 * @param store store id
 * @param guide guide id
 * @param group group id
 * @param inviter viewer id of who invited
 * @param share share code
 */
public record Touch(long store, long guide, long group, long inviter, String share) {
    /** Came by themselves. */
    public static final Touch NONE = new Touch(0, 0, 0, 0, "");

    /** Whether nothing is known about how the viewer came. */
    public boolean isNone() {
        return equals(NONE);
    }
}
