package io.sluice.engine.view;

import io.sluice.engine.journal.RecordDispatcher;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.AppealMuteDecoder;
import io.sluice.engine.protocol.codec.BlockWordDecoder;
import io.sluice.engine.protocol.codec.DecideAppealDecoder;
import io.sluice.engine.protocol.codec.HideCommentDecoder;
import io.sluice.engine.protocol.codec.MuteViewerDecoder;
import io.sluice.engine.protocol.codec.PostCommentDecoder;
import io.sluice.engine.protocol.codec.ReportCommentDecoder;
import io.sluice.engine.protocol.codec.SlowRoomDecoder;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What was said in the brand's rooms and what moderators did about it. It is built from the records from a given one on and
 * from nothing else.
 *
 * <p>It keeps the newest {@link #COMMENTS} comments of all rooms together, some 300 bytes each, the last {@link #DEEDS} deeds
 * {@link #MUTES} mutes and {@link #APPEALS} appeals. One thread at a time.
 */
public final class TalkBoard {
    /** How many comments are kept. */
    public static final int COMMENTS = 20_000;
    /** How many deeds are kept. */
    public static final int DEEDS = 200;
    /** How many mutes are kept. */
    public static final int MUTES = 10_000;

    /** How many appeals are kept. */
    public static final int APPEALS = 500;

    private static final Comparator<CommentView> MOST_REPORTED = Comparator.comparingLong(CommentView::reports)
            .thenComparingLong(CommentView::sequence)
            .reversed();

    private final long fromSequence;
    /** The newest first. */
    private final Deque<CommentView> comments = new ArrayDeque<>();

    private final Long2ObjectHashMap<CommentView> bySequence = new Long2ObjectHashMap<>();
    private final Deque<TalkDeed> deeds = new ArrayDeque<>();
    private final Map<Long, MuteView> mutes = new LinkedHashMap<>();
    /** By their records, the oldest first. */
    private final Map<Long, AppealView> appeals = new LinkedHashMap<>();

    private final RecordDispatcher dispatcher = new RecordDispatcher(new TalkRecords(this));
    private final Progress progress;

    /**
     * A board of no talk.
     *
     * @param fromSequence  number of the first record it will be given: what was said before is not known.
     */
    public TalkBoard(final long fromSequence) {
        this.fromSequence = fromSequence;
        progress = new Progress("talk", fromSequence);
    }

    /**
     * Moves the board by the next record; one that it holds already is passed over.
     *
     * @throws IllegalStateException when a record was left out: the board would lie from then on.
     */
    public void apply(final RecordFlyweight record) {
        if (!progress.isNext(record)) {
            return;
        }
        if (counts(record.commandType())) {
            dispatcher.onRecord(record);
        }
        progress.took(record);
    }

    /** Number of the first record that counts. */
    public long fromSequence() {
        return fromSequence;
    }

    /** Number of the last record applied. */
    public long sequence() {
        return progress.sequence();
    }

    /**
     * Comments of a room, the newest first.
     *
     * @param before   only those of records before this one; Long.MAX_VALUE for the newest.
     * @param wanted   a part of what was said, whatever its case, or the number of who said it; empty for all.
     * @param maximum  no more than that.
     */
    public List<CommentView> comments(final long room, final long before, final String wanted, final int maximum) {
        final String lower = wanted.toLowerCase(Locale.ROOT);
        return comments.stream()
                .filter(comment -> comment.room() == room && comment.sequence() < before)
                .filter(comment -> isWanted(comment, lower))
                .limit(maximum)
                .toList();
    }

    private static boolean isWanted(final CommentView comment, final String lower) {
        return lower.isEmpty()
                || comment.text().toLowerCase(Locale.ROOT).contains(lower)
                || Long.toString(comment.viewer()).equals(lower);
    }

    /** What moderators did last in a room and to all rooms, the newest first. */
    public List<TalkDeed> deeds(final long room) {
        return deeds.stream()
                .filter(deed -> deed.room() == 0 || deed.room() == room)
                .toList();
    }

    /** Comments of a room that viewers reported and nobody has hidden, those that most did first. */
    public List<CommentView> reported(final long room, final int maximum) {
        return comments.stream()
                .filter(comment -> comment.room() == room && comment.reports() > 0 && comment.hiddenBy() == 0)
                .sorted(MOST_REPORTED)
                .limit(maximum)
                .toList();
    }

    /** All appeals, the newest first. */
    public List<AppealView> appeals() {
        final Deque<AppealView> newestFirst = new ArrayDeque<>();
        appeals.values().forEach(newestFirst::addFirst);
        return List.copyOf(newestFirst);
    }

    /** A viewer's mute as it was put last, also one that has ended; {@link MuteView#NONE} for none. */
    public MuteView mute(final long viewer) {
        return mutes.getOrDefault(viewer, MuteView.NONE);
    }

    /** A comment that is known, null for any other. */
    CommentView comment(final long commentSequence) {
        return bySequence.get(commentSequence);
    }

    void add(final CommentView comment) {
        if (comments.size() == COMMENTS) {
            bySequence.remove(comments.removeLast().sequence());
        }
        comments.addFirst(comment);
        bySequence.put(comment.sequence(), comment);
    }

    void note(final TalkDeed deed) {
        if (deeds.size() == DEEDS) {
            deeds.removeLast();
        }
        deeds.addFirst(deed);
    }

    /** Puts a mute, or {@link MuteView#NONE} in its place; what was said against the one before is over. */
    void mute(final long viewer, final MuteView mute) {
        appeals.replaceAll((record, appeal) -> appeal.viewer() == viewer && appeal.state() == AppealView.State.OPEN
                ? appeal.become(AppealView.State.OVER, mute.operator())
                : appeal);
        mutes.remove(viewer);
        if (!mute.equals(MuteView.NONE)) {
            mutes.put(viewer, mute);
        }
        if (mutes.size() > MUTES) {
            mutes.remove(mutes.keySet().iterator().next());
        }
    }

    void appeal(final AppealView appeal) {
        appeals.put(appeal.sequence(), appeal);
        if (appeals.size() > APPEALS) {
            appeals.remove(appeals.keySet().iterator().next());
        }
    }

    void decide(final long appeal, final boolean granted, final long operator) {
        final AppealView.State state = granted ? AppealView.State.GRANTED : AppealView.State.DENIED;
        final AppealView decided = appeals.computeIfPresent(appeal, (record, known) -> known.become(state, operator));
        if (decided != null && granted) {
            mutes.remove(decided.viewer());
        }
    }

    private static boolean counts(final int commandType) {
        return switch (commandType) {
            case PostCommentDecoder.TEMPLATE_ID,
                    MuteViewerDecoder.TEMPLATE_ID,
                    HideCommentDecoder.TEMPLATE_ID,
                    BlockWordDecoder.TEMPLATE_ID,
                    SlowRoomDecoder.TEMPLATE_ID,
                    ReportCommentDecoder.TEMPLATE_ID,
                    AppealMuteDecoder.TEMPLATE_ID,
                    DecideAppealDecoder.TEMPLATE_ID -> true;
            default -> false;
        };
    }
}
