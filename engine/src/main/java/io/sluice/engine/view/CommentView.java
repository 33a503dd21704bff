package io.sluice.engine.view;

/** A comment as moderators see it. Changed by its {@link TalkBoard} only and read on that board's thread. */
public final class CommentView {
    private final long sequence;
    private final long timeMs;
    private final long room;
    private final long viewer;
    private final String text;
    private long hiddenBy;
    private long reports;

    CommentView(final long sequence, final long timeMs, final long room, final long viewer, final String text) {
        this.sequence = sequence;
        this.timeMs = timeMs;
        this.room = room;
        this.viewer = viewer;
        this.text = text;
    }

    /** Number of its record, by which it is known. */
    public long sequence() {
        return sequence;
    }

    /** When it was said, core time in epoch ms. */
    public long timeMs() {
        return timeMs;
    }

    /** Where it was said. */
    public long room() {
        return room;
    }

    /** Who said it. */
    public long viewer() {
        return viewer;
    }

    /** What was said. */
    public String text() {
        return text;
    }

    /** The operator who hid it, 0 while nobody has. */
    public long hiddenBy() {
        return hiddenBy;
    }

    /** How many viewers reported it. */
    public long reports() {
        return reports;
    }

    void report(final long viewers) {
        reports = viewers;
    }

    void hide(final long operator) {
        hiddenBy = operator;
    }
}
