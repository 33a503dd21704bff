package io.sluice.engine.core;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.CouponState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * Prepaid packs: offers of which each unit that is paid for gives the buyer a voucher, a coupon of the pack's campaign. Units
 * are sold a whole pack at a time and given back one by one, those that are left, each with a voucher that nobody has used.
 */
public final class Packs {
    private static final Ascii NO_KEY = new Ascii(0);

    private final Catalogue catalogue;
    private final Coupons campaigns;
    private final CouponTable coupons;
    private final VoucherTable vouchers = new VoucherTable();
    private final Long2ObjectHashMap<Pack> byOffer = new Long2ObjectHashMap<>();
    private final List<Pack> packs = new ArrayList<>();

    Packs(final Catalogue catalogue, final Coupons campaigns) {
        this.catalogue = catalogue;
        this.campaigns = campaigns;
        this.coupons = campaigns.table();
    }

    /** Visits all packs, oldest first. */
    public void forEach(final Consumer<Pack> visitor) {
        packs.forEach(visitor);
    }

    /** Makes an offer a pack of {@code units} vouchers of a campaign, for ever. The same again is repeated. */
    public void put(final long offer, final long campaignId, final int units, final Decision decision) {
        final Pack known = byOffer.get(offer);
        final Campaign campaign = campaigns.campaign(campaignId);
        if (units < 1 || units > ProtocolLimits.MAX_VOUCHERS) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else if (known != null && known.isOf(campaignId, units)) {
            decision.accept(Outcome.REPEATED);
        } else if (known != null) {
            decision.refuse(Outcome.PACK_FIXED, known.units());
        } else if (catalogue.offer(offer) == null) {
            decision.refuse(Outcome.OFFER_UNKNOWN);
        } else if (campaign == null) {
            decision.refuse(Outcome.CAMPAIGN_UNKNOWN);
        } else if (campaign.terms().audience().kind() != Audience.BUYERS) {
            decision.refuse(
                    Outcome.NOT_ELIGIBLE, campaign.terms().audience().kind().code());
        } else {
            add(new Pack(offer, campaignId, units, decision.sequence()));
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Whether the units of a line are no number of whole packs; decides a refusal then. */
    boolean refusesSize(final OrderRequest request, final Decision decision) {
        for (int i = 0; i < request.lines().size() && !packs.isEmpty(); i++) {
            final Pack pack = byOffer.get(request.lines().offer(i));
            if (pack != null && request.lines().quantity(i) % pack.units() != 0) {
                return decision.refuseLine(Outcome.PACK_SIZE, i, pack.units());
            }
        }
        return false;
    }

    /** Whether the lines would give more vouchers than one order may; decides a refusal then. */
    boolean refusesNumber(final OrderRequest request, final Decision decision) {
        long left = ProtocolLimits.MAX_VOUCHERS;
        for (int i = 0; i < request.lines().size() && !packs.isEmpty(); i++) {
            if (byOffer.containsKey(request.lines().offer(i))) {
                if (request.lines().quantity(i) > left) {
                    return decision.refuseLine(Outcome.LIMIT_REACHED, i, left);
                }
                left -= request.lines().quantity(i);
            }
        }
        return false;
    }

    /** Whether all vouchers of an order can be made out; of an order without any also past the limit of coupons. */
    boolean hasRoomFor(final Order order) {
        final int units = packs.isEmpty() ? 0 : unitsOfPacks(order);
        return units == 0 || coupons.hasRoomFor(units);
    }

    /** Makes out the vouchers of an order that has just been paid; the caller has asked {@link #hasRoomFor}. */
    void issue(final Order order, final Decision decision) {
        final int lines = packs.isEmpty() ? 0 : order.lines();
        final long before = coupons.newest();
        for (int i = 0; i < lines; i++) {
            final int units = order.line(i).quantity();
            final Pack pack = packOf(order, i);
            if (pack != null) {
                vouchers.keep(order.number(), i, coupons.newest() + 1, units);
                issue(order.viewer(), campaigns.campaign(pack.campaign()), units, decision);
            }
        }
        if (coupons.newest() > before) {
            decision.firstVoucher(before + 1);
        }
    }

    private void issue(final long viewer, final Campaign campaign, final int units, final Decision decision) {
        for (int unit = 0; unit < units; unit++) {
            campaign.sell();
            coupons.open(viewer, campaign, NO_KEY, false, decision);
        }
    }

    /** Adds the first of the vouchers that were made out for the order that {@code decision} found. Changes nothing. */
    public void showVouchers(final Decision decision) {
        final OrderPicture picture = decision.picture();
        for (int i = 0; i < picture.lines() && !packs.isEmpty(); i++) {
            final VoucherTable.Row row = vouchers.of(picture.number(), i);
            if (row != null) {
                decision.firstVoucher(row.first());
                return;
            }
        }
    }

    /** Units of a line that can be given back: of a pack only those whose voucher nobody has used or holds an order with. */
    int givable(final Order order, final int line) {
        final int kept = order.line(line).kept();
        final VoucherTable.Row row = packs.isEmpty() ? null : vouchers.of(order.number(), line);
        return row == null ? kept : Math.min(kept, unused(row));
    }

    /** Makes as many of a line's unused vouchers worthless as units of it go back: those that can be used before held ones. */
    void takeBack(final Order order, final int line, final int units) {
        final int left = move(order, line, units, CouponState.CLAIMED, CouponState.VOID);
        move(order, line, left, CouponState.REFUNDING, CouponState.VOID);
    }

    /** Keeps as many of a line's unused vouchers from being used as units of it are asked for. */
    void hold(final Order order, final int line, final int units) {
        move(order, line, units, CouponState.CLAIMED, CouponState.REFUNDING);
    }

    /** Gives the vouchers of an order back that are held. */
    void release(final Order order) {
        for (int i = 0; i < order.lines(); i++) {
            move(order, i, Integer.MAX_VALUE, CouponState.REFUNDING, CouponState.CLAIMED);
        }
    }

    /** Moves the newest vouchers of a line on that are in a state; answers how many more it should have moved. */
    private int move(final Order order, final int line, final int most, final CouponState from, final CouponState to) {
        final VoucherTable.Row row = packs.isEmpty() ? null : vouchers.of(order.number(), line);
        int left = row == null ? 0 : most;
        for (int i = row == null ? 0 : row.count(); i > 0 && left > 0; i--) {
            final Coupon voucher = coupons.find(row.first() + i - 1);
            if (voucher.state() == from) {
                voucher.transition(to, to == CouponState.CLAIMED ? 0 : order.number());
                left--;
            }
        }
        return left;
    }

    boolean isEmpty() {
        return packs.isEmpty();
    }

    void save(final StateOutput output) {
        output.putInt(packs.size());
        for (final Pack pack : packs) {
            output.putLong(pack.offer());
            output.putLong(pack.campaign());
            output.putInt(pack.units());
            output.putLong(pack.since());
        }
        vouchers.save(output);
    }

    void load(final StateInput input) {
        for (int i = Brand.count(input, Integer.MAX_VALUE); i > 0; i--) {
            add(new Pack(input.getLong(), input.getLong(), input.getInt(), input.getLong()));
        }
        vouchers.load(input);
    }

    /** Makes findable what was loaded. */
    void index() {
        vouchers.index();
    }

    private int unused(final VoucherTable.Row row) {
        int unused = 0;
        for (int i = 0; i < row.count(); i++) {
            final CouponState state = coupons.find(row.first() + i).state();
            unused += state == CouponState.CLAIMED || state == CouponState.REFUNDING ? 1 : 0;
        }
        return unused;
    }

    private int unitsOfPacks(final Order order) {
        int units = 0;
        for (int i = 0; i < order.lines(); i++) {
            units += packOf(order, i) == null ? 0 : order.line(i).quantity();
        }
        return units;
    }

    /** The pack that a line was ordered as; null when it is none, or was none yet, and nobody had looked at its units. */
    private Pack packOf(final Order order, final int line) {
        final Pack pack = byOffer.get(order.line(line).offer());
        return pack != null && pack.since() < order.sequence() ? pack : null;
    }

    private void add(final Pack pack) {
        byOffer.put(pack.offer(), pack);
        catalogue.offer(pack.offer()).becomePack();
        packs.add(pack);
    }
}
