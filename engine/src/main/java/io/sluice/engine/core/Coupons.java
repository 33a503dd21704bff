package io.sluice.engine.core;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/** The coupon campaigns, and the operators' and viewers' commands on them. None is ever removed: coupons name them for ever. */
public final class Coupons {
    private final Catalogue catalogue;
    private final Brand brand;
    private final CampaignLadder ladder;
    private final Points points;
    private final CouponTable table;
    private final CountTable listed = new CountTable();
    private final CountTable watched = new CountTable();
    private final Long2ObjectHashMap<Campaign> byId = new Long2ObjectHashMap<>();
    private final List<Campaign> campaigns = new ArrayList<>();
    private long maxPairs;

    /** Without any, with memory set aside for {@code reserved} coupons. */
    Coupons(
            final long reserved,
            final Catalogue catalogue,
            final Brand brand,
            final ViewerTable viewers,
            final OrderTable orders,
            final Points points) {
        this.catalogue = catalogue;
        this.brand = brand;
        this.points = points;
        table = new CouponTable(reserved, CoreLimits.DEFAULT.maxOrders());
        maxPairs = CoreLimits.DEFAULT.maxViewers();
        ladder = new CampaignLadder(catalogue, brand, viewers, orders, table, listed, watched, points);
    }

    /** Visits all campaigns, oldest first. */
    public void forEachCampaign(final Consumer<Campaign> visitor) {
        campaigns.forEach(visitor);
    }

    /** The campaign of an id, null when there is none. */
    public Campaign campaign(final long id) {
        return byId.get(id);
    }

    /** Creates a campaign or changes it; the core keeps the title and copies the terms. */
    public void putCampaign(final long id, final CampaignTerms terms, final byte[] title, final Decision decision) {
        final Campaign known = byId.get(id);
        if (!Brand.isId(id) || !terms.isValid() || title.length == 0 || title.length > ProtocolLimits.MAX_TITLE_BYTES) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (known == null && campaigns.size() >= ProtocolLimits.MAX_CAMPAIGNS) {
            decision.refuse(Outcome.CAPACITY);
        } else if (known != null && known.isFixedAgainst(terms)) {
            decision.refuse(Outcome.PACK_FIXED);
        } else if (!refersToNothing(terms, decision)) {
            (known == null ? add(new Campaign(id)) : known).describe(title, terms);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Puts viewers on a campaign's list, all of them or none. */
    public void invite(final long id, final CountRequest viewers, final Decision decision) {
        if (!viewers.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (byId.get(id) == null) {
            decision.refuse(Outcome.CAMPAIGN_UNKNOWN);
        } else if (!hasRoomFor(viewers, id, listed)) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            for (int i = 0; i < viewers.size(); i++) {
                listed.add(viewers.viewer(i), id, 1);
            }
            decision.accept(Outcome.ACCEPTED).detail(viewers.size());
        }
    }

    /** Notes for how long viewers have watched a room, of all of them or of none. */
    public void noteWatched(final long roomId, final CountRequest viewers, final Decision decision) {
        final Room room = catalogue.room(roomId);
        if (!viewers.isValid()) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (room.state() == RoomState.SCHEDULED) {
            decision.refuse(Outcome.ROOM_NOT_OPEN);
        } else if (!hasRoomFor(viewers, roomId, watched)) {
            decision.refuse(Outcome.CAPACITY);
        } else {
            for (int i = 0; i < viewers.size(); i++) {
                watched.add(viewers.viewer(i), roomId, viewers.count(i));
            }
            decision.accept(Outcome.ACCEPTED).detail(viewers.size());
        }
    }

    /** Lets {@code count} coupons of a campaign fall in a live room for {@code durationMs}. */
    public void startRain(
            final long id, final long roomId, final int count, final long durationMs, final Decision decision) {
        final Campaign campaign = byId.get(id);
        final Room room = catalogue.room(roomId);
        if (count < 1 || durationMs < 1 || durationMs > ProtocolLimits.MAX_RAIN_MS) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (campaign == null) {
            decision.refuse(Outcome.CAMPAIGN_UNKNOWN);
        } else if (room == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
        } else if (room.state() != RoomState.LIVE) {
            decision.refuse(room.state() == RoomState.ENDED ? Outcome.ROOM_ENDED : Outcome.ROOM_NOT_OPEN);
        } else if (!campaign.terms().isRain()) {
            decision.refuse(Outcome.NO_RAIN);
        } else if (campaign.isRainingAt(decision.timeMs())) {
            decision.refuse(Outcome.RAIN_FALLS, campaign.rainUntilMs());
        } else {
            campaign.rain(roomId, count, decision.timeMs() + durationMs);
            decision.accept(Outcome.ACCEPTED).detail(campaign.rainUntilMs());
        }
    }

    /**
     * Claims a coupon; the decision's detail is its number. The viewer says to be at a position, which nobody has checked, or
     * {@link ProtocolLimits#NO_POSITION}. The same key of the viewer for the campaign gives the same coupon again.
     */
    public void claim(
            final long viewer,
            final long id,
            final int latitudeE6,
            final int longitudeE6,
            final Ascii key,
            final Decision decision) {
        final Campaign campaign = byId.get(id);
        if (!Brand.isId(viewer) || !key.isValid() || key.length() == 0 || !Brand.isPosition(latitudeE6, longitudeE6)) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (campaign == null) {
            decision.refuse(Outcome.CAMPAIGN_UNKNOWN);
        } else if (!ladder.refuses(viewer, campaign, latitudeE6, longitudeE6, key, decision)) {
            campaign.take();
            points.spend(viewer, campaign.terms().points(), decision);
            final boolean byPosition = campaign.terms().audience().kind() == Audience.NEARBY;
            final Coupon coupon = table.open(viewer, campaign, key, byPosition, decision);
            decision.accept(Outcome.ACCEPTED).detail(coupon.number());
        }
    }

    /** Shows a viewer's coupons. Changes nothing. */
    public void show(final long viewer, final long before, final CouponPage page) {
        page.show(viewer, before, table);
    }

    /** Shows one of a viewer's coupons. Changes nothing. */
    public void showOne(final long viewer, final long number, final CouponPage page) {
        page.showOne(viewer, number, table);
    }

    CouponTable table() {
        return table;
    }

    void limits(final CoreLimits limits) {
        table.capacity(limits.maxOrders());
        maxPairs = limits.maxViewers();
    }

    boolean isEmpty() {
        return campaigns.isEmpty() && watched.isEmpty();
    }

    void save(final StateOutput output) {
        output.putInt(campaigns.size());
        campaigns.forEach(campaign -> campaign.save(output));
        listed.save(output);
        watched.save(output);
        table.save(output);
    }

    void load(final StateInput input) {
        for (int i = Brand.count(input, ProtocolLimits.MAX_CAMPAIGNS); i > 0; i--) {
            add(Campaign.load(input));
        }
        listed.load(input);
        watched.load(input);
        table.load(input);
    }

    /** Makes findable what was loaded. */
    void index() {
        listed.index();
        watched.index();
        table.index();
    }

    /** Whether there is room for those of them that are new. */
    private boolean hasRoomFor(final CountRequest viewers, final long second, final CountTable table) {
        int more = 0;
        for (int i = 0; i < viewers.size(); i++) {
            more += table.get(viewers.viewer(i), second) == 0 ? 1 : 0;
        }
        return table.size() + more <= maxPairs;
    }

    /** Refuses terms that name what there is not; of offers the decision says which. */
    private boolean refersToNothing(final CampaignTerms terms, final Decision decision) {
        final CampaignAudience audience = terms.audience();
        final Store store = brand.store(audience.store());
        if (audience.kind() == Audience.NEARBY && (store == null || !store.hasPosition())) {
            decision.refuse(Outcome.STORE_UNKNOWN, audience.store());
            return true;
        }
        if (audience.kind() == Audience.WATCHED && catalogue.room(audience.room()) == null) {
            decision.refuse(Outcome.ROOM_UNKNOWN);
            return true;
        }
        for (int i = 0; i < terms.offers(); i++) {
            if (catalogue.offer(terms.offer(i)) == null) {
                return decision.refuseLine(Outcome.OFFER_UNKNOWN, i, terms.offer(i));
            }
        }
        return false;
    }

    private Campaign add(final Campaign campaign) {
        byId.put(campaign.id(), campaign);
        campaigns.add(campaign);
        return campaign;
    }
}
