package io.sluice.engine.core;

import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/** Comments and likes, and what keeps them in bounds. A comment's text is the journal's, the core keeps none. */
public final class Talk {
    private static final long MS_A_SECOND = 1_000;

    private final Catalogue catalogue;
    private final Points points;
    private final Mutes mutes;
    private final BlockWords words = new BlockWords();
    private final CommentTable comments;
    private final ReportTable reports;

    Talk(final Catalogue catalogue, final int maxMutes, final Points points, final CoreReserves reserves) {
        this.catalogue = catalogue;
        this.points = points;
        mutes = new Mutes(maxMutes);
        comments = new CommentTable(reserves.orders());
        reports = new ReportTable(reserves.orders());
    }

    /** Who may not talk, with the commands on that. */
    public Mutes mutes() {
        return mutes;
    }

    /** What may not be said, with the command on that. */
    public BlockWords words() {
        return words;
    }

    CommentTable comments() {
        return comments;
    }

    ReportTable reports() {
        return reports;
    }

    /**
     * Lets a comment into a room or refuses it.
     *
     * @param memory  how it is remembered who said it where, by when the command was written: whoever decides an old one again
     *                must forget what was forgotten then, and nothing else, or other comments could be hidden than could.
     */
    public void comment(
            final long viewer,
            final long roomId,
            final FoldedText text,
            final CommentMemory memory,
            final Decision decision) {
        final Room room = catalogue.room(roomId);
        final long mutedUntilMs = mutes.untilMs(viewer);
        if (viewer <= 0 || text.bytes() < 1 || text.bytes() > ProtocolLimits.MAX_COMMENT_BYTES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (room.state() == RoomState.ENDED) {
            decision.refuse(Outcome.ROOM_ENDED);
        } else if (mutedUntilMs > decision.timeMs()) {
            decision.refuse(Outcome.VIEWER_MUTED, mutedUntilMs);
        } else if (slowUntilMs(room, viewer) > decision.timeMs()) {
            decision.refuse(Outcome.TALK_SLOWED, slowUntilMs(room, viewer));
        } else if (words.areIn(text)) {
            decision.refuse(Outcome.COMMENT_BLOCKED);
        } else {
            decision.accept(Outcome.ACCEPTED);
            if (memory != CommentMemory.NONE) {
                final boolean isShared = memory == CommentMemory.SHARED;
                comments.add(decision.sequence(), viewer, room, decision.timeMs(), isShared);
            }
            points.onComment(viewer, decision);
        }
    }

    /** Adds likes to a room. */
    public void like(final long roomId, final int count, final Decision decision) {
        final Room room = catalogue.room(roomId);
        if (count < 1 || count > ProtocolLimits.MAX_LIKES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (room.state() == RoomState.ENDED) {
            decision.refuse(Outcome.ROOM_ENDED);
        } else {
            room.like(count);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Takes a comment from the screens; the detail of the decision is who said it. */
    public void hide(final long room, final long comment, final Decision decision) {
        final long found = find(room, comment);
        if (found == CommentTable.NONE) {
            decision.refuse(Outcome.COMMENT_UNKNOWN);
        } else {
            decision.accept(comments.isHidden(found) ? Outcome.REPEATED : Outcome.ACCEPTED)
                    .detail(comments.viewer(found));
            comments.hide(found);
        }
    }

    /** Takes note that a viewer finds a comment wrong; the detail of the decision is how many have. */
    public void report(final long viewer, final long room, final long comment, final Decision decision) {
        final long found = find(room, comment);
        if (viewer <= 0) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (found == CommentTable.NONE) {
            decision.refuse(Outcome.COMMENT_UNKNOWN);
        } else if (reports.has(comment, viewer)) {
            decision.accept(Outcome.REPEATED).detail(comments.reports(found));
        } else {
            reports.add(comment, viewer);
            comments.report(found);
            decision.accept(Outcome.ACCEPTED).detail(comments.reports(found));
        }
    }

    /** Says how long a viewer has to wait from one comment in the room to the next, 0 for no wait. */
    public void slow(final long roomId, final int seconds, final Decision decision) {
        final Room room = catalogue.room(roomId);
        if (seconds < 0 || seconds > ProtocolLimits.MAX_SLOW_SECONDS) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else {
            if (room.slowSeconds() == 0 && seconds > 0) {
                comments.index(room);
            }
            room.slow(seconds);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Shows every hidden comment that is still known, of a room the oldest first. */
    public void forEachHidden(final HiddenVisitor visitor) {
        comments.forEachHidden(catalogue, visitor);
    }

    /** What the first version of the state had of it. */
    void save(final StateOutput output) {
        mutes.save(output);
    }

    void load(final StateInput input) {
        mutes.load(input);
    }

    boolean hasSlowRooms() {
        final boolean[] found = new boolean[1];
        catalogue.forEachRoom(room -> found[0] |= room.slowSeconds() > 0);
        return found[0];
    }

    void saveSlowRooms(final StateOutput output) {
        catalogue.forEachRoom(room -> output.putInt(room.slowSeconds()));
    }

    void loadSlowRooms(final StateInput input) {
        catalogue.forEachRoom(room -> room.slow(input.getInt()));
    }

    /** Makes findable what was loaded. */
    void index() {
        catalogue.forEachRoom(room -> {
            if (room.slowSeconds() > 0) {
                comments.index(room);
            }
        });
        reports.index();
    }

    private long find(final long roomId, final long comment) {
        final Room room = catalogue.room(roomId);
        return room == null ? CommentTable.NONE : comments.find(room, comment);
    }

    /** A moment gone by for who may speak. */
    private long slowUntilMs(final Room room, final long viewer) {
        return room.slowSeconds() == 0 ? 0 : comments.lastMs(room.id(), viewer) + room.slowSeconds() * MS_A_SECOND;
    }
}
