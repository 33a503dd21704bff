package io.sluice.engine.view;

import java.util.function.ToIntFunction;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The shows of a {@link SummaryBoard}, and what of them is let go so that all of them together stay within their bounds: of
 * the oldest show first its viewers, who cost most, and far later its rows. How many viewers came how far and what its orders
 * brought in all stay. The show that a record changes is never let go by that record. On the board's
 * thread.
 */
final class KeptShows {
    private final Long2ObjectHashMap<ShowSummary> shows = new Long2ObjectHashMap<>();
    private final int maxViewers;
    private final int maxRows;
    private long viewers;
    private long rows;
    /** The show that the record at hand changes, null for none, and what it had before. */
    private ShowSummary changing;

    private int viewersBefore;
    private int rowsBefore;

    /** No shows; once there are, so many viewers and rows of all of them, or those of one show if it alone has more. */
    KeptShows(final int maxViewers, final int maxRows) {
        this.maxViewers = maxViewers;
        this.maxRows = maxRows;
    }

    /** A show; null when no record opened it. */
    ShowSummary known(final long room) {
        return shows.get(room);
    }

    /** A show that the record at hand changes; it opens it. */
    ShowSummary change(final long room, final long sequence) {
        return change(shows.computeIfAbsent(room, none -> new ShowSummary()), sequence);
    }

    /** A show that the record at hand changes; null when no record opened it. */
    ShowSummary changeKnown(final long room, final long sequence) {
        final ShowSummary known = shows.get(room);
        return known == null ? null : change(known, sequence);
    }

    private ShowSummary change(final ShowSummary show, final long sequence) {
        changing = show;
        viewersBefore = show.audience().known();
        rowsBefore = show.rowCount();
        show.changedBy(sequence);
        return show;
    }

    /** The record at hand has changed what it changes: lets go what is too much now. */
    void changed() {
        if (changing == null) {
            return;
        }
        viewers += changing.audience().known() - viewersBefore;
        rows += changing.rowCount() - rowsBefore;
        while (viewers > maxViewers) {
            final ShowSummary oldest = oldest(show -> show.audience().known());
            if (oldest == null) {
                break;
            }
            viewers -= oldest.audience().known();
            oldest.audience().forget();
        }
        while (rows > maxRows) {
            final ShowSummary oldest = oldest(ShowSummary::rowCount);
            if (oldest == null) {
                break;
            }
            rows -= oldest.rowCount();
            oldest.forgetRows();
        }
        changing = null;
    }

    /**
     * The oldest show that has any and is not being changed; null when there is none. It looks at every
     * show, but what it finds is let go for good, so that it looks hardly more often than there are shows.
     */
    private ShowSummary oldest(final ToIntFunction<ShowSummary> any) {
        ShowSummary oldest = null;
        for (final ShowSummary show : shows.values()) {
            final boolean mayGo = show != changing && any.applyAsInt(show) > 0;
            if (mayGo && (oldest == null || show.changedBy() < oldest.changedBy())) {
                oldest = show;
            }
        }
        return oldest;
    }
}
