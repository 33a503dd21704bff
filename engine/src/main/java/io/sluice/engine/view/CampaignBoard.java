package io.sluice.engine.view;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.FlashRule;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.ClaimCouponDecoder;
import io.sluice.engine.protocol.codec.DecisionDecoder;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.OrderDecisionDecoder;
import io.sluice.engine.protocol.codec.PayOrderDecoder;
import io.sluice.engine.protocol.codec.PutCampaignDecoder;
import io.sluice.engine.protocol.codec.PutPackDecoder;
import io.sluice.engine.protocol.codec.StartRainDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The coupon campaigns: their terms, how much of each is taken, which coupons rain in which room, and which offers are packs
 * of vouchers. It begins empty or is loaded from the state of a snapshot, and from there on is moved by records only. The core
 * bounds how many there are.
 *
 * <p>One thread moves it; any thread reads. Each campaign is read whole, as of one record.
 */
public final class CampaignBoard {
    private record End(long claimToMs, long campaign) {}

    private final NavigableMap<Long, CampaignView> campaigns = new ConcurrentSkipListMap<>();
    /** By room, the campaigns whose coupons rain there or did when the room's newest rain began. */
    private final Map<Long, List<Long>> rains = new ConcurrentHashMap<>();
    /** By when it is too late to claim; now and then one that is not so any more. */
    private final NavigableSet<End> ends =
            new ConcurrentSkipListSet<>(Comparator.comparingLong(End::claimToMs).thenComparingLong(End::campaign));

    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PutCampaignDecoder putCampaign = new PutCampaignDecoder();
    private final StartRainDecoder startRain = new StartRainDecoder();
    private final ClaimCouponDecoder claimCoupon = new ClaimCouponDecoder();
    private final DecisionDecoder decision = new DecisionDecoder();
    private final OrderDecisionDecoder orderDecision = new OrderDecisionDecoder();
    private final PackBoard packs = new PackBoard();

    /** The prepaid packs. */
    public PackBoard packs() {
        return packs;
    }

    /** A campaign, null when there is none. */
    public CampaignView campaign(final long id) {
        return campaigns.get(id);
    }

    /**
     * Campaigns by their ids, the greatest first.
     *
     * @param before  only those of an id below this one.
     * @param most    how many at most.
     */
    public List<CampaignView> campaignsBefore(final long before, final int most) {
        return campaigns.headMap(before, false).descendingMap().values().stream()
                .limit(most)
                .toList();
    }

    /** Campaigns whose time to claim is not over at a moment, epoch ms; the next to end first. */
    public List<CampaignView> currentAt(final long nowMs) {
        final List<CampaignView> found = new ArrayList<>();
        for (final End end : ends.tailSet(new End(nowMs, Long.MAX_VALUE), false)) {
            final CampaignView campaign = campaigns.get(end.campaign());
            if (campaign != null && campaign.terms().claimToMs() == end.claimToMs()) {
                found.add(campaign);
            }
        }
        return found;
    }

    /** The campaign whose coupons rain in a room at a moment, epoch ms: of several the one that does longest; null for none. */
    public CampaignView rainIn(final long room, final long nowMs) {
        CampaignView longest = null;
        for (final long id : rains.getOrDefault(room, List.of())) {
            final CampaignView campaign = campaigns.get(id);
            final boolean falls = isRaining(campaign, room, nowMs);
            if (falls
                    && (longest == null
                            || campaign.rain().untilMs() > longest.rain().untilMs())) {
                longest = campaign;
            }
        }
        return longest;
    }

    /** Moves the board by a record; one that is about nothing of it changes nothing. */
    public void apply(final RecordFlyweight record) {
        switch (record.commandType()) {
            case PutCampaignDecoder.TEMPLATE_ID,
                    StartRainDecoder.TEMPLATE_ID,
                    ClaimCouponDecoder.TEMPLATE_ID,
                    PutPackDecoder.TEMPLATE_ID -> {
                if (record.outcome() == Outcome.ACCEPTED) {
                    move(record);
                }
            }
            case PayOrderDecoder.TEMPLATE_ID -> {
                if (record.outcome() == Outcome.PAID || record.outcome() == Outcome.PAID_LATE) {
                    sell(record);
                }
            }
            default -> {
                // Nothing else changes them.
            }
        }
    }

    /** Creates a campaign or overwrites all that is known of it. */
    public void load(final CampaignView campaign) {
        keep(campaign);
        if (campaign.rain().left() > 0) {
            noteRain(campaign, 0);
        }
    }

    private void move(final RecordFlyweight record) {
        final int at = record.commandOffset();
        switch (record.commandType()) {
            case PutCampaignDecoder.TEMPLATE_ID -> {
                putCampaign.wrapAndApplyHeader(record.buffer(), at, header);
                put(record);
            }
            case StartRainDecoder.TEMPLATE_ID -> {
                startRain.wrapAndApplyHeader(record.buffer(), at, header);
                decision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
                final RainView rain = new RainView(startRain.room(), decision.detail(), startRain.count());
                final CampaignView campaign =
                        campaigns.get(startRain.campaign()).with(rain);
                campaigns.put(campaign.id(), campaign);
                noteRain(campaign, record.timeMs());
            }
            case PutPackDecoder.TEMPLATE_ID -> packs.put(record);
            default -> {
                claimCoupon.wrapAndApplyHeader(record.buffer(), at, header);
                campaigns.computeIfPresent(claimCoupon.campaign(), (id, campaign) -> campaign.taken());
            }
        }
    }

    /**
     * Counts the vouchers that a payment made out. Of an order with several packs also the units of an offer that became one
     * after the order was placed: its payment does not say which record placed it.
     */
    private void sell(final RecordFlyweight record) {
        orderDecision.wrapAndApplyHeader(record.buffer(), record.decisionOffset(), header);
        if (orderDecision.firstVoucher() > 0) {
            for (final OrderDecisionDecoder.LinesDecoder line : orderDecision.lines()) {
                final PackView pack = packs.pack(line.offer());
                if (pack != null) {
                    final int units = line.quantity();
                    campaigns.computeIfPresent(pack.campaign(), (id, campaign) -> campaign.sold(units));
                }
            }
        }
    }

    private void put(final RecordFlyweight record) {
        final long id = putCampaign.campaign();
        final CampaignTerms terms = terms(readOffers());
        final String title = putCampaign.title();
        final CampaignView known = campaigns.get(id);
        keep(
                known == null
                        ? new CampaignView(id, title, terms, record.sequence(), 0, 0, RainView.NONE)
                        : known.with(title, terms, record.sequence()));
    }

    /** Its new end is known before it is so, and the old one for as long: whoever reads meanwhile finds it once. */
    private void keep(final CampaignView campaign) {
        final End end = new End(campaign.terms().claimToMs(), campaign.id());
        ends.add(end);
        final CampaignView before = campaigns.put(campaign.id(), campaign);
        if (before != null && before.terms().claimToMs() != end.claimToMs()) {
            ends.remove(new End(before.terms().claimToMs(), before.id()));
        }
    }

    private List<Long> readOffers() {
        final List<Long> offers = new ArrayList<>();
        putCampaign.offers().forEach(offer -> offers.add(offer.offer()));
        return offers;
    }

    private CampaignTerms terms(final List<Long> offers) {
        return new CampaignTerms(
                putCampaign.discountFen(),
                putCampaign.basisPoints(),
                putCampaign.minimumFen(),
                putCampaign.budgetFen(),
                putCampaign.count(),
                putCampaign.perViewer(),
                putCampaign.points(),
                putCampaign.claimFromMs(),
                putCampaign.claimToMs(),
                putCampaign.validMs(),
                putCampaign.rain() != 0,
                FlashRule.ofCode(putCampaign.flash()),
                putCampaign.refund() != 0,
                new AudienceView(
                        Audience.ofCode(putCampaign.audience()),
                        putCampaign.store(),
                        putCampaign.radiusMetres(),
                        putCampaign.room(),
                        putCampaign.watchedSeconds(),
                        putCampaign.memberMs()),
                offers);
    }

    /** Those whose rain is over go: a room keeps no more than rain at once. */
    private void noteRain(final CampaignView campaign, final long nowMs) {
        final long room = campaign.rain().room();
        final List<Long> falling = new ArrayList<>();
        for (final long id : rains.getOrDefault(room, List.of())) {
            if (id != campaign.id() && isRaining(campaigns.get(id), room, nowMs)) {
                falling.add(id);
            }
        }
        falling.add(campaign.id());
        rains.put(room, List.copyOf(falling));
    }

    private static boolean isRaining(final CampaignView campaign, final long room, final long nowMs) {
        return campaign.terms().rain()
                && campaign.hasOne()
                && campaign.rain().room() == room
                && campaign.rain().fallsAt(nowMs);
    }
}
