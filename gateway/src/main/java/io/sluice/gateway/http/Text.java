package io.sluice.gateway.http;

import java.util.List;

/** What the contract allows in strings. Any thread. */
public final class Text {
    private static final int MAX_ORDER_DIGITS = 19;

    private Text() {}

    /** Whether it is {@code least} to {@code most} characters of ASCII from '!' to '~'. */
    public static boolean isVisibleAscii(final CharSequence text, final int least, final int most) {
        final int length = text.length();
        if (length < least || length > most) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            final char character = text.charAt(i);
            if (character < '!' || character > '~') {
                return false;
            }
        }
        return true;
    }

    /** Whether it is an http or https URL, or a path, of visible ASCII. */
    public static boolean isUrl(final String text, final int most) {
        final int scheme = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : 0;
        return isVisibleAscii(text, scheme + 1, most) && (scheme > 0 || text.charAt(0) == '/');
    }

    /** Bytes of the text in UTF-8; -1 when there is half a surrogate pair in it. */
    public static int utf8Length(final String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            final char character = text.charAt(i);
            if (character < 0x80) {
                bytes++;
            } else if (character < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(character)) {
                bytes += 3;
            } else if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                return -1;
            }
        }
        return bytes;
    }

    /** Whether there is a control character (C0, DEL or C1) in it. */
    public static boolean hasControls(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The id that digits without a leading 0 stand for, up to {@code most}; -1 for anything else. */
    public static long id(final CharSequence text, final long most) {
        final int length = text.length();
        if (length == 0 || length > MAX_ORDER_DIGITS || text.charAt(0) == '0') {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            final char character = text.charAt(i);
            if (character < '0' || character > '9') {
                return -1;
            }
            value = value * 10 + (character - '0');
        }
        return value > 0 && value <= most ? value : -1;
    }

    /** The order that a string of digits stands for; -1 when it stands for none. */
    public static long orderId(final CharSequence text) {
        return id(text, Long.MAX_VALUE);
    }

    /** The names of an enum's constants. */
    static List<String> names(final Class<? extends Enum<?>> type) {
        return names(List.of(type.getEnumConstants()));
    }

    /** The names of some constants. */
    static List<String> names(final List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
