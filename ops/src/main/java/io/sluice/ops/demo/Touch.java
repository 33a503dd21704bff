package io.sluice.ops.demo;

/**
 * By whose share code a viewer came to the room.
 *
 * @param source what kind of whom
 * @param id the store's, guide's, group's or viewer's, 0 for nobody's
 */
public record Touch(Source source, long id) {
    /** Came by themselves. */
    public static final Touch NONE = new Touch(Source.NOBODY, 0);

    /** Whether the viewer came by themselves. */
    public boolean isNone() {
        return source == Source.NOBODY;
    }

    /** Whose codes there are. */
    public enum Source {
        /** Nobody's: by themselves. */
        NOBODY,
        /** A store's: the poster at its door. */
        STORE,
        /** A guide's. */
        GUIDE,
        /** A group's, which the viewer joins. */
        GROUP,
        /** Another viewer's, who shared on. */
        VIEWER
    }
}
