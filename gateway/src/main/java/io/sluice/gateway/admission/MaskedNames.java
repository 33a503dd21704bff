package io.sluice.gateway.admission;

/** How a viewer is called in front of others: nobody's name or id is shown. */
public final class MaskedNames {
    private static final String STARS = "**";
    private static final String NAMELESS = "用户" + STARS;

    private MaskedNames() {}

    /**
     * The first character of a name and two stars, whatever its length; of a viewer without one, two stars and the last
     * two digits of the id.
     *
     * @param name the name from the viewer's token, null or blank for none.
     */
    public static String of(final long viewer, final String name) {
        final String text = name == null ? "" : name.strip();
        if (text.isEmpty() || !isShowable(text.codePointAt(0))) {
            final long digits = viewer % 100;
            return NAMELESS + (digits < 10 ? "0" : "") + digits;
        }
        return text.substring(0, text.offsetByCodePoints(0, 1)) + STARS;
    }

    /** Neither a control, nor one that turns the text around or shows nothing, nor half a character. */
    private static boolean isShowable(final int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
