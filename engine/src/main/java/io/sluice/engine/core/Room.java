package io.sluice.engine.core;

import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.ArrayList;
import java.util.List;

/** One broadcast's live room. */
public final class Room {
    private final long id;
    private final List<Offer> offers = new ArrayList<>(1);
    private final List<Stock> allotments = new ArrayList<>(0);
    private final BlockQueue comments = new BlockQueue();
    private RoomState state = RoomState.SCHEDULED;
    private byte[] title = Text.EMPTY;
    private byte[] streamUrl = Text.EMPTY;
    private long startsAtMs;
    private long pinnedOffer;
    private long likes;
    private Store hostStore;
    private Guide hostGuide;
    private long hostedAt;
    private int slowSeconds;

    Room(final long id) {
        this.id = id;
    }

    /** The room's id. */
    public long id() {
        return id;
    }

    /** The offers that it sells by, oldest first. */
    List<Offer> offers() {
        return offers;
    }

    void add(final Offer offer) {
        offers.add(offer);
    }

    /** What was ever set aside for the room while it has not ended, of any item, oldest first. */
    List<Stock> allotments() {
        return allotments;
    }

    void add(final Stock allotment) {
        allotments.add(allotment);
    }

    /** Scheduled, live or ended. */
    public RoomState state() {
        return state;
    }

    /** Title in UTF-8. */
    public byte[] title() {
        return title;
    }

    /** Address of the video in UTF-8, empty for none. */
    public byte[] streamUrl() {
        return streamUrl;
    }

    /** When the broadcast is announced to start, epoch ms. */
    public long startsAtMs() {
        return startsAtMs;
    }

    /** The offer in front of the others, 0 for none. */
    public long pinnedOffer() {
        return pinnedOffer;
    }

    /** Likes so far. */
    public long likes() {
        return likes;
    }

    /** How long a viewer has to wait from one comment to the next, 0 for no wait. */
    public int slowSeconds() {
        return slowSeconds;
    }

    void slow(final int seconds) {
        slowSeconds = seconds;
    }

    /** Where its comments are that are known. */
    BlockQueue comments() {
        return comments;
    }

    /** The store whose room it is, null for head office. */
    public Store hostStore() {
        return hostStore;
    }

    /** The guide whose room it is, null for none. */
    public Guide hostGuide() {
        return hostGuide;
    }

    /** Record that says whose room it is, 0 for none. */
    long hostedAt() {
        return hostedAt;
    }

    void host(final Store store, final Guide guide, final long sequence) {
        hostStore = store;
        hostGuide = guide;
        hostedAt = sequence;
    }

    void describe(final byte[] newTitle, final byte[] newStreamUrl, final long newStartsAtMs) {
        title = newTitle;
        streamUrl = newStreamUrl;
        startsAtMs = newStartsAtMs;
    }

    void transition(final RoomState next) {
        state = next;
    }

    void pin(final long offer) {
        pinnedOffer = offer;
    }

    void like(final int count) {
        likes += count;
    }

    void save(final StateOutput output) {
        output.putLong(id);
        output.putInt(state.code());
        Text.save(title, output);
        Text.save(streamUrl, output);
        output.putLong(startsAtMs);
        output.putLong(pinnedOffer);
        output.putLong(likes);
    }

    static Room load(final StateInput input) {
        final Room room = new Room(input.getLong());
        room.state = RoomState.ofCode(input.getInt());
        room.describe(Text.load(input), Text.load(input), input.getLong());
        room.pinnedOffer = input.getLong();
        room.likes = input.getLong();
        return room;
    }
}
