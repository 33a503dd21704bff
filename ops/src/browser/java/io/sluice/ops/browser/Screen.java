package io.sluice.ops.browser;

/** A screen that people watch a live room on. */
enum Screen {
    /** A phone held upright. */
    PHONE(390, 844, 2, true),
    /** An operator's tablet, held across. */
    TABLET(1_024, 768, 1, true),
    /** An operator's desk. */
    DESK(1_280, 900, 1, false),
    /** A desktop's window. */
    DESKTOP(1_440, 900, 1, false);

    private final int width;
    private final int height;
    private final int scale;
    private final boolean touch;

    Screen(final int width, final int height, final int scale, final boolean touch) {
        this.width = width;
        this.height = height;
        this.scale = scale;
        this.touch = touch;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int scale() {
        return scale;
    }

    boolean touch() {
        return touch;
    }
}
