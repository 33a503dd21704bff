package io.sluice.engine.view;

import io.sluice.engine.protocol.RoomState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.agrona.collections.LongArrayList;
import org.agrona.collections.LongHashSet;

/**
 * A room as the records left it, and what of it changed since somebody last {@linkplain #clearChanges cleared} that.
 * Changes are gathered, not queued: however often an offer changes, it stands once among the changed ones. Changed by its
 * {@link RoomBoard} only and read on the board's thread.
 */
public final class RoomView {
    /** How many hidden comments are told: more than any screen has of a room's comments. */
    public static final int HIDDEN = 200;

    private final long id;
    private final RoomBoard board;
    private final List<OfferView> offers = new ArrayList<>();
    private final List<OfferView> changedOffers = new ArrayList<>();
    private final TipRanking tips = new TipRanking();
    private LongHashSet bookers = new LongHashSet();
    private final LongArrayList hidden = new LongArrayList(0, Long.MIN_VALUE);
    private RoomState state = RoomState.SCHEDULED;
    private String title = "";
    private String streamUrl = "";
    private long startsAtMs;
    private long pinnedOffer;
    private long likes;
    private long hostStore;
    private boolean changed;
    private boolean factsChanged;
    private boolean stateChanged;
    private boolean pinChanged;
    private boolean likesChanged;
    private boolean tipsChanged;
    private boolean bookedChanged;
    private int slowSeconds;
    private boolean slowChanged;
    private int newlyHidden;

    RoomView(final long id, final RoomBoard board) {
        this.id = id;
        this.board = board;
    }

    /** The room's id. */
    public long id() {
        return id;
    }

    /** Scheduled, live or ended. */
    public RoomState state() {
        return state;
    }

    /** What it is called. */
    public String title() {
        return title;
    }

    /** URL of its video, empty for none. */
    public String streamUrl() {
        return streamUrl;
    }

    /** When it is announced to begin, epoch ms. */
    public long startsAtMs() {
        return startsAtMs;
    }

    /** Id of the pinned offer, 0 for none. */
    public long pinnedOffer() {
        return pinnedOffer;
    }

    /** Likes so far. */
    public long likes() {
        return likes;
    }

    /** How many have booked it; 0 once it has begun. */
    public int booked() {
        return bookers.size();
    }

    /** Whether a viewer has booked it; of a show that has begun nobody has. */
    public boolean isBookedBy(final long viewer) {
        return bookers.contains(viewer);
    }

    /** Who has booked it, in no order. The iterator is the same for all; once the show has begun it goes on to its end. */
    public LongHashSet.LongIterator bookers() {
        return bookers.iterator();
    }

    /** Who has tipped most in it. */
    public TipRanking tips() {
        return tips;
    }

    /** How long a viewer has to wait from one comment to the next, 0 for no wait. */
    public int slowSeconds() {
        return slowSeconds;
    }

    /** Whether that wait changed. */
    public boolean slowChanged() {
        return slowChanged;
    }

    /** The records of the comments that were hidden last, the newest last. */
    public LongArrayList hidden() {
        return hidden;
    }

    /** How many of them, the last ones, were hidden since. */
    public int newlyHidden() {
        return newlyHidden;
    }

    /** Its offers in the order they were made. */
    public List<OfferView> offers() {
        return Collections.unmodifiableList(offers);
    }

    /** Whether anything of it or of its offers changed. */
    public boolean changed() {
        return changed;
    }

    /** Those of its offers that changed in any way, in the order they first did. */
    public List<OfferView> changedOffers() {
        return Collections.unmodifiableList(changedOffers);
    }

    /** Whether title, stream or start changed. */
    public boolean factsChanged() {
        return factsChanged;
    }

    /** Whether the state changed. */
    public boolean stateChanged() {
        return stateChanged;
    }

    /** Whether another offer, or none, is pinned. */
    public boolean pinChanged() {
        return pinChanged;
    }

    /** Whether likes came in. */
    public boolean likesChanged() {
        return likesChanged;
    }

    /** Whether somebody tipped, or had a tip refunded. */
    public boolean tipsChanged() {
        return tipsChanged;
    }

    /** Whether somebody booked it, or took that back. */
    public boolean bookedChanged() {
        return bookedChanged;
    }

    /** Forgets what changed; what changes from now on is gathered anew. */
    public void clearChanges() {
        for (int i = 0; i < changedOffers.size(); i++) {
            changedOffers.get(i).clearChanges();
        }
        changedOffers.clear();
        changed = false;
        factsChanged = false;
        stateChanged = false;
        pinChanged = false;
        likesChanged = false;
        tipsChanged = false;
        bookedChanged = false;
        slowChanged = false;
        newlyHidden = 0;
    }

    void facts(final String newTitle, final String newStreamUrl, final long newStartsAtMs) {
        title = newTitle;
        streamUrl = newStreamUrl;
        startsAtMs = newStartsAtMs;
        factsChanged = true;
        markChanged();
    }

    void state(final RoomState newState) {
        state = newState;
        stateChanged = true;
        markChanged();
    }

    void pin(final long offer) {
        pinnedOffer = offer;
        pinChanged = true;
        markChanged();
    }

    void likes(final long total) {
        likes = total;
        likesChanged = true;
        markChanged();
    }

    void book(final long viewer, final boolean isBooked) {
        if (isBooked) {
            bookers.add(viewer);
        } else {
            bookers.remove(viewer);
        }
        bookedChanged = true;
        markChanged();
    }

    /** It has begun: nobody waits for that any more. */
    void forgetBookers() {
        bookers = new LongHashSet();
    }

    void tip(final long viewer, final long fen) {
        tips.add(viewer, fen);
        tipsChanged = true;
        markChanged();
    }

    void slow(final int seconds) {
        slowSeconds = seconds;
        slowChanged = true;
        markChanged();
    }

    void hide(final long comment) {
        if (hidden.size() == HIDDEN) {
            hidden.removeAt(0);
        }
        hidden.addLong(comment);
        newlyHidden = Math.min(HIDDEN, newlyHidden + 1);
        markChanged();
    }

    void add(final OfferView offer) {
        offers.add(offer);
        offer.markTerms();
    }

    /** The store that hosts it, 0 for none. */
    long hostStore() {
        return hostStore;
    }

    void hostStore(final long store) {
        hostStore = store;
    }

    void offerChanged(final OfferView offer) {
        changedOffers.add(offer);
        markChanged();
    }

    private void markChanged() {
        if (!changed) {
            changed = true;
            board.roomChanged(this);
        }
    }
}
