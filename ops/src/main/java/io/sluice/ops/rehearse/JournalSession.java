package io.sluice.ops.rehearse;

import io.sluice.bench.load.Flow;
import io.sluice.bench.load.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.LongHashSet;

/**
 * One stretch of a room's evening in which there was never a long pause: what came in which second, and of what mix it was.
 * Pauses of more than a minute count as one. One thread.
 */
final class JournalSession {
    private static final long MS_PER_SECOND = 1_000;
    private static final long MOST_PAUSE_MS = 60_000;

    private final Map<Flow, List<Integer>> counts = new EnumMap<>(Flow.class);
    private final Map<Long, Long> pressed = new HashMap<>();
    private final Map<Long, Long> stockAtStart;
    private final Map<Long, Long> stockAdded = new HashMap<>();
    /** What nobody has come behind yet: if nobody does, the session was over by then. */
    private final Map<Long, Long> stockAddedSince = new HashMap<>();

    private final LongHashSet viewers = new LongHashSet();
    private final LongHashSet reserved = new LongHashSet();
    private long lastMs;
    /** From the beginning, without what was left out. */
    private long playedMs;

    private long leftOutMs;
    private long orders;
    private long lines;
    private long repeats;
    private long paid;
    private long cancelled;

    /**
     * A session that begins now.
     *
     * @param stock  units of each known item that are left to sell.
     */
    JournalSession(final long atMs, final Map<Long, Long> stock) {
        lastMs = atMs;
        stockAtStart = new HashMap<>(stock);
    }

    /** So many came at a moment of core time, epoch ms, no earlier than the one before. */
    void came(final Flow flow, final long atMs, final int many) {
        final long pauseMs = Math.max(0, atMs - lastMs);
        leftOutMs += Math.max(0, pauseMs - MOST_PAUSE_MS);
        playedMs += Math.min(MOST_PAUSE_MS, pauseMs);
        lastMs = Math.max(lastMs, atMs);
        stockAddedSince.forEach((item, units) -> stockAdded.merge(item, units, Long::sum));
        stockAddedSince.clear();
        final List<Integer> seconds = counts.computeIfAbsent(flow, none -> new ArrayList<>());
        final int second = (int) (playedMs / MS_PER_SECOND);
        while (seconds.size() <= second) {
            seconds.add(0);
        }
        seconds.set(second, seconds.get(second) + many);
    }

    /** Somebody did something. */
    void sawViewer(final long viewer) {
        viewers.add(viewer);
    }

    /** An order had a line of this offer. */
    void pressed(final long offer) {
        lines++;
        pressed.merge(offer, 1L, Long::sum);
    }

    /** An order was pressed for the first time. */
    void ordered() {
        orders++;
    }

    /** An order was pressed again with the same key. */
    void repeated() {
        repeats++;
    }

    /** An order holds stock. */
    void reserved(final long order) {
        reserved.add(order);
    }

    /** An order was paid; one of before does not count. */
    void paid(final long order) {
        paid += reserved.contains(order) ? 1 : 0;
    }

    /** An order was given back; one of before does not count. */
    void cancelled(final long order) {
        cancelled += reserved.contains(order) ? 1 : 0;
    }

    /** Units came in, or were written off, after which so many were left; those of a pruned record were there before. */
    void stockChanged(final long item, final long change, final long available) {
        stockAtStart.putIfAbsent(item, available - change);
        stockAddedSince.merge(item, change, Long::sum);
    }

    long lastMs() {
        return lastMs;
    }

    long orders() {
        return orders;
    }

    int viewers() {
        return viewers.size();
    }

    /** What was left out of its pauses, ms. */
    long leftOutMs() {
        return leftOutMs;
    }

    /** Seconds that its profile has. */
    int seconds() {
        return (int) (playedMs / MS_PER_SECOND) + 1;
    }

    /** Its counts; it has no joins, for a journal has none. No more seconds than a profile may have. */
    Profile profile() {
        final Profile profile = new Profile(seconds());
        counts.forEach((flow, each) -> {
            for (int second = 0; second < each.size(); second++) {
                profile.add(flow, second, each.get(second));
            }
        });
        return profile;
    }

    /** The offers that were pressed, most often first. */
    List<Long> offers() {
        return pressed.entrySet().stream()
                .sorted(Map.Entry.<Long, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** How often an offer was in an order. */
    long pressesOf(final long offer) {
        return pressed.get(offer);
    }

    /** Units of an item that it began with or that came in; null when the journal does not say. */
    Long stockOf(final long item) {
        final Long first = stockAtStart.get(item);
        return first == null ? null : Math.max(0, first + stockAdded.getOrDefault(item, 0L));
    }

    /** Lines of an order if they are 1 to this, evenly. */
    int maxLines() {
        return orders == 0 ? 1 : (int) Math.max(1, Math.min(16, Math.round(2.0 * lines / orders - 1)));
    }

    double twiceShare() {
        return share(repeats, orders);
    }

    double payShare() {
        return share(paid, reserved.size());
    }

    double cancelShare() {
        return Math.min(1 - payShare(), share(cancelled, reserved.size()));
    }

    private static double share(final long part, final long whole) {
        return whole == 0 ? 0 : Math.min(1, (double) part / whole);
    }
}
