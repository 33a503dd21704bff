package io.sluice.bench.load;

/**
 * How viewers behave.
 *
 * @param viewers         how many there are at most; one who comes back is the same.
 * @param firstViewer     id of the first, the others count up.
 * @param httpShare       part of the orders that come over HTTP and not by the socket, 0 to 1.
 * @param payShare        part of the reserved orders that are paid.
 * @param cancelShare     part of them that are given back; the others are abandoned and expire.
 * @param thinkFromMs     how long a viewer thinks at least before paying or giving back.
 * @param thinkToMs       and at most.
 * @param twiceShare      part of the orders that are pressed a second time with the same key before the answer is there.
 * @param skew            how hot the first offer is: an offer is pressed in proportion to 1 / rank^skew (Zipf).
 * @param maxLines        lines of an order, 1 to this, evenly.
 * @param answerTimeoutMs an order that has no answer by then is sent again with the same key, once.
 * @param awayMs          how long one who dropped off is away.
 * @param stallMs         how long one who stalls does not read.
 */
public record Crowd(
        int viewers,
        long firstViewer,
        double httpShare,
        double payShare,
        double cancelShare,
        long thinkFromMs,
        long thinkToMs,
        double twiceShare,
        double skew,
        int maxLines,
        long answerTimeoutMs,
        long awayMs,
        long stallMs) {
    /** The part at {@code index} of so many even ones: viewers that are in no other part, who behave alike. */
    Crowd part(final int index, final int of) {
        final int least = viewers / of;
        final int more = viewers % of;
        return new Crowd(
                least + (index < more ? 1 : 0),
                firstViewer + (long) index * least + Math.min(index, more),
                httpShare,
                payShare,
                cancelShare,
                thinkFromMs,
                thinkToMs,
                twiceShare,
                skew,
                maxLines,
                answerTimeoutMs,
                awayMs,
                stallMs);
    }
}
