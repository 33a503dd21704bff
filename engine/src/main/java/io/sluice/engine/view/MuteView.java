package io.sluice.engine.view;

/**
 * A viewer's mute.
 *
 * @param operator  who muted, 0 when that is not known.
 * @param untilMs   when it ends, core time in epoch ms; Long.MAX_VALUE is for good, and 0 for who is not muted.
 * @param reason    why, empty for none.
 */
public record MuteView(long operator, long untilMs, String reason) {
    /** Of who is not muted, as far as is known. */
    public static final MuteView NONE = new MuteView(0, 0, "");
    /** Of who is muted by a record that is not known any more. */
    static final MuteView UNKNOWN = new MuteView(0, Long.MAX_VALUE, "");
}
