package io.sluice.engine.view;

import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.codec.JudgeReviewDecoder;
import io.sluice.engine.protocol.codec.PutItemDecoder;
import io.sluice.engine.protocol.codec.WriteReviewDecoder;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What buyers say of the brand's items, with its texts: what is shown, and what operators have before them. It is built from
 * the records from a given one on and from nothing else; a text whose record was pruned is not shown.
 *
 * <p>It keeps those that wait, which the core bounds, the {@value #MAX_SHOWN} shown ones that were approved last, cases
 * before others, and the {@value #MAX_REJECTED} that were rejected last: up to 3 KiB each. Of each item it keeps a title and
 * two sums. One thread at a time.
 */
public final class ReviewBoard {
    /** Texts that are kept of all shown reviews. */
    public static final int MAX_SHOWN = 10_000;
    /** Texts that are kept of all rejected ones. */
    public static final int MAX_REJECTED = 200;

    private static final ItemReviewsView NONE = new ItemReviewsView();

    private final Long2ObjectHashMap<ReviewView> kept = new Long2ObjectHashMap<>();
    private final ReviewList lists = new ReviewList();
    private final Long2ObjectHashMap<ItemReviewsView> items = new Long2ObjectHashMap<>();
    /** Each viewer's reviews that are kept, by the records that wrote them. */
    private final Long2ObjectHashMap<NavigableMap<Long, ReviewView>> byViewer = new Long2ObjectHashMap<>();

    private final Long2ObjectHashMap<String> titles = new Long2ObjectHashMap<>();
    private final RecordDispatcher dispatcher = new RecordDispatcher(new ReviewRecords(this));
    private final Progress progress;

    /**
     * A board without any.
     *
     * @param fromSequence  number of the first record it will be given.
     */
    public ReviewBoard(final long fromSequence) {
        progress = new Progress("reviews", fromSequence);
    }

    /**
     * Moves the board by the next record; one that it holds already is passed over.
     *
     * @throws IllegalStateException when a record was left out: a text would be missing.
     */
    public void apply(final RecordFlyweight record) {
        if (!progress.isNext(record)) {
            return;
        }
        switch (record.commandType()) {
            case WriteReviewDecoder.TEMPLATE_ID, JudgeReviewDecoder.TEMPLATE_ID, PutItemDecoder.TEMPLATE_ID ->
                dispatcher.onRecord(record);
            default -> {
                // It says nothing of reviews.
            }
        }
        progress.took(record);
    }

    /** Number of the last record applied. */
    public long sequence() {
        return progress.sequence();
    }

    /** What is said of an item; of one without reviews nothing. */
    public ItemReviewsView item(final long item) {
        final ItemReviewsView known = items.get(item);
        return known == null ? NONE : known;
    }

    /** What an item is called; null when no record of those applied says it. */
    public String title(final long item) {
        return titles.get(item);
    }

    /** How many wait to be judged. */
    public int waiting() {
        return lists.size(ReviewState.WAITING);
    }

    /** Those that wait, the oldest first. */
    public Collection<ReviewView> waitingOldestFirst() {
        return lists.oldestFirst(ReviewState.WAITING);
    }

    /** Those of a state, which came to it before a record, the newest first. */
    public Collection<ReviewView> newestFirst(final ReviewState state, final long before) {
        return lists.newestFirst(state, before);
    }

    /** What a viewer wrote and is kept, the newest first. */
    public Collection<ReviewView> ofViewer(final long viewer) {
        final NavigableMap<Long, ReviewView> known = byViewer.get(viewer);
        return known == null ? List.of() : known.descendingMap().values();
    }

    /** A review that is kept, by its number; null for any other. */
    ReviewView kept(final long review) {
        return kept.get(review);
    }

    void title(final long item, final String title) {
        titles.put(item, title);
    }

    /** Takes a review as it stands now in place of what was kept of it. */
    void put(final ReviewView review) {
        forget(kept.get(review.review()));
        kept.put(review.review(), review);
        lists.add(review);
        itemOf(review.item()).kept().add(review);
        byViewer.computeIfAbsent(review.viewer(), none -> new TreeMap<>()).put(review.writtenAt(), review);
        if (lists.size(ReviewState.REJECTED) > MAX_REJECTED) {
            forget(lists.oldest(ReviewState.REJECTED));
        }
        if (lists.size(ReviewState.APPROVED) + lists.size(ReviewState.CASE) > MAX_SHOWN) {
            final ReviewView approved = lists.oldest(ReviewState.APPROVED);
            forget(approved == null ? lists.oldest(ReviewState.CASE) : approved);
        }
    }

    /** The reviews of an item of which a record told. */
    ItemReviewsView itemOf(final long item) {
        return items.computeIfAbsent(item, none -> new ItemReviewsView());
    }

    private void forget(final ReviewView review) {
        if (review != null) {
            kept.remove(review.review());
            lists.remove(review);
            itemOf(review.item()).kept().remove(review);
            forgetOfViewer(review);
        }
    }

    private void forgetOfViewer(final ReviewView review) {
        final NavigableMap<Long, ReviewView> own = byViewer.get(review.viewer());
        own.remove(review.writtenAt());
        if (own.isEmpty()) {
            byViewer.remove(review.viewer());
        }
    }
}
