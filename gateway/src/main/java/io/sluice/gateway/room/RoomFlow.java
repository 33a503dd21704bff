package io.sluice.gateway.room;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.view.CampaignView;
import io.sluice.engine.view.OfferView;
import io.sluice.engine.view.RoomView;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * What passes through one room between two ticks: comments, orders and tips, the first of each kept up to a bound, the others
 * counted; and what the last tick said. On the ticker's event loop.
 */
public final class RoomFlow {
    /**
     * A comment as it is shown.
     *
     * @param id    number of its record.
     * @param name  how its viewer is called in front of others.
     * @param text  what was said.
     */
    public record Comment(long id, String name, String text) {}

    /**
     * An order as it is shown.
     *
     * @param name      how its viewer is called in front of others.
     * @param offer     the offer of its first line.
     * @param quantity  units of that offer.
     */
    public record Bought(String name, long offer, int quantity) {}

    /** A tip as it is shown. */
    record Tip(String who, String title, int quantity, long fen) {}

    /** A coupon rain as it is shown. */
    record Rain(long campaign, String title, long untilMs) {
        /** The rain of a campaign whose coupons fall now; null for null. */
        static Rain of(final CampaignView campaign) {
            return campaign == null
                    ? null
                    : new Rain(campaign.id(), campaign.title(), campaign.rain().untilMs());
        }
    }

    private final RoomView view;
    private final LiveRoom live;
    private final int maxComments;
    private final int maxBought;
    private final List<Comment> comments = new ArrayList<>();
    private final List<Bought> bought = new ArrayList<>();
    private final List<Tip> tips = new ArrayList<>();
    private final Deque<Comment> shown = new ArrayDeque<>();
    private long commentsShed;
    private long boughtMore;
    private long tipsMore;
    private long lastTickMs;
    private long viewersToldMs;
    private int viewersTold = -1;
    private Rain rain;
    private Rain rainTold;
    private ByteBuf picture;
    private long snapshotMs;
    private int offersShared;

    /**
     * The flow of a room in which nothing has passed yet.
     *
     * @param options  concluded; says how much of a kind one tick shows.
     */
    public RoomFlow(final RoomView view, final LiveRoom live, final RoomOptions options) {
        this.view = view;
        this.live = live;
        maxComments = options.maxComments();
        maxBought = options.maxBought();
    }

    RoomView view() {
        return view;
    }

    LiveRoom live() {
        return live;
    }

    /** Tells all event loops of the offers that were made since the last call. */
    void shareOffers() {
        final List<OfferView> offers = view.offers();
        while (offersShared < offers.size()) {
            final OfferView offer = offers.get(offersShared);
            live.addOffer(offer.id(), offer.item().id());
            offersShared++;
        }
    }

    /** Whether one more comment still finds a place in the next tick. */
    public boolean takesComment() {
        return comments.size() < maxComments;
    }

    /** Adds a comment to the next tick, which {@link #takesComment takes} one more. */
    public void comment(final Comment comment) {
        comments.add(comment);
    }

    /** Shows a comment no more, by the number of its record. */
    void hide(final long comment) {
        comments.removeIf(each -> each.id() == comment);
        shown.removeIf(each -> each.id() == comment);
    }

    /** Counts a comment that the next tick does not show. */
    public void shedComment() {
        commentsShed++;
    }

    /** Whether one more order still finds a place in the next tick. */
    public boolean takesBought() {
        return bought.size() < maxBought;
    }

    /** Adds an order to the next tick, which {@link #takesBought takes} one more. */
    public void bought(final Bought order) {
        bought.add(order);
    }

    /** Counts an order that the next tick does not show. */
    public void moreBought() {
        boughtMore++;
    }

    /** Whether one more tip still finds a place in the next tick. */
    boolean takesTip() {
        return tips.size() < maxBought;
    }

    void tip(final Tip tip) {
        tips.add(tip);
    }

    void moreTips() {
        tipsMore++;
    }

    List<Comment> comments() {
        return comments;
    }

    long commentsShed() {
        return commentsShed;
    }

    List<Bought> boughts() {
        return bought;
    }

    long boughtMore() {
        return boughtMore;
    }

    List<Tip> tips() {
        return tips;
    }

    long tipsMore() {
        return tipsMore;
    }

    /** The comments shown last, the oldest first. */
    Deque<Comment> shown() {
        return shown;
    }

    /** When the picture for HTTP was made, core time in epoch ms. */
    long snapshotMs() {
        return snapshotMs;
    }

    void snapshot(final Buffer body, final long nowMs) {
        live.snapshot(body);
        snapshotMs = nowMs;
    }

    /** The picture encoded since the last tick, null when nobody asked. */
    ByteBuf picture() {
        return picture;
    }

    /** Keeps a picture for all who ask until the next tick, and takes its reference. */
    void picture(final ByteBuf frame) {
        picture = frame;
    }

    void forgetPicture() {
        if (picture != null) {
            picture.release();
            picture = null;
        }
    }

    /** The rain that falls, null for none. */
    Rain rain() {
        return rain;
    }

    void rain(final Rain falling) {
        rain = falling;
    }

    /** Whether another rain falls, or none, than the last tick said. */
    boolean rainChanged() {
        return !Objects.equals(rain, rainTold);
    }

    boolean hasTalk() {
        return !comments.isEmpty() || commentsShed > 0 || !bought.isEmpty() || !tips.isEmpty();
    }

    /** When the last tick was, core time in epoch ms. */
    long lastTickMs() {
        return lastTickMs;
    }

    boolean viewersChanged() {
        return live.audience() != viewersTold;
    }

    /** When the number of viewers was last told, core time in epoch ms. */
    long viewersToldMs() {
        return viewersToldMs;
    }

    void viewersTold(final int viewers, final long nowMs) {
        viewersTold = viewers;
        viewersToldMs = nowMs;
    }

    /** The tick is made: what it showed becomes what a newcomer sees. */
    void ticked(final long nowMs) {
        lastTickMs = nowMs;
        rainTold = rain;
        for (int i = 0; i < comments.size(); i++) {
            if (shown.size() == maxComments) {
                shown.removeFirst();
            }
            shown.addLast(comments.get(i));
        }
        comments.clear();
        commentsShed = 0;
        bought.clear();
        boughtMore = 0;
        tips.clear();
        tipsMore = 0;
    }
}
