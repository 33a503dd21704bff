package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.Audience;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prepaid packs, and which coupons are the vouchers of which line of which order. */
final class NaivePacks {
    private final NaiveCatalogue catalogue;
    private final NaiveCoupons coupons;
    private final Map<Long, Pack> packs = new HashMap<>();
    private final Map<NaiveOrder.NaiveLine, List<Long>> vouchers = new HashMap<>();

    NaivePacks(final NaiveCatalogue catalogue, final NaiveCoupons coupons) {
        this.catalogue = catalogue;
        this.coupons = coupons;
    }

    NaiveCatalogue.Answer put(final Command.PutPack command, final long sequence) {
        final Pack known = packs.get(command.offer());
        final Command.PutCampaign campaign = coupons.campaigns().get(command.campaign());
        if (command.units() < 1 || command.units() > ProtocolLimits.MAX_VOUCHERS) {
            return NaiveCatalogue.Answer.of(Outcome.COMMAND_INVALID);
        }
        if (known != null) {
            final boolean isSame = known.campaign() == command.campaign() && known.units() == command.units();
            return isSame
                    ? NaiveCatalogue.Answer.of(Outcome.REPEATED)
                    : new NaiveCatalogue.Answer(Outcome.PACK_FIXED, known.units());
        }
        if (!catalogue.offers.containsKey(command.offer())) {
            return NaiveCatalogue.Answer.of(Outcome.OFFER_UNKNOWN);
        }
        if (campaign == null) {
            return NaiveCatalogue.Answer.of(Outcome.CAMPAIGN_UNKNOWN);
        }
        if (campaign.crowd().kind() != Audience.BUYERS) {
            return new NaiveCatalogue.Answer(
                    Outcome.NOT_ELIGIBLE, campaign.crowd().kind().code());
        }
        packs.put(command.offer(), new Pack(command.campaign(), command.units(), sequence));
        catalogue.offers.get(command.offer()).isPack = true;
        return NaiveCatalogue.Answer.of(Outcome.ACCEPTED);
    }

    /** Units of a whole pack, 1 of an offer that is none. */
    int unitsOf(final long offer) {
        return packs.containsKey(offer) ? packs.get(offer).units() : 1;
    }

    /** Vouchers that lines give. */
    long vouchersOf(final List<Command.Units> lines) {
        return NaiveBook.sum(lines, line -> packs.containsKey(line.offer()) ? line.quantity() : 0);
    }

    /** Whether there are too many coupons for those that an order gives. */
    boolean haveNoRoomFor(final NaiveOrder order) {
        final long units = NaiveBook.sum(order.lines, line -> packOf(order, line) == null ? 0 : line.quantity);
        return units > 0 && coupons.room() < units;
    }

    /** Makes out the vouchers of an order; answers the number of the first, 0 for none. */
    long issue(final NaiveOrder order, final long sequence, final long nowMs) {
        long first = 0;
        for (final NaiveOrder.NaiveLine line : order.lines) {
            final Pack pack = packOf(order, line);
            final List<Long> numbers = new ArrayList<>();
            for (int unit = 0; unit < line.quantity && pack != null; unit++) {
                numbers.add(coupons.sell(order.command.viewer(), pack.campaign(), sequence, nowMs));
            }
            if (pack != null) {
                vouchers.put(line, numbers);
                first = first == 0 ? numbers.get(0) : first;
            }
        }
        return first;
    }

    /** The first of the vouchers that were made out for an order, 0 for none. */
    long firstOf(final NaiveOrder order) {
        return order.lines.stream()
                .filter(vouchers::containsKey)
                .map(line -> vouchers.get(line).get(0))
                .findFirst()
                .orElse(0L);
    }

    /** Units of a line that can go back. */
    int givable(final NaiveOrder.NaiveLine line) {
        return vouchers.containsKey(line) ? Math.min(line.kept(), unusedOf(line).size()) : line.kept();
    }

    /**
     * Units go back: as many vouchers are worth nothing any more, the newest of those that nobody used, and those that are held
     * last.
     */
    void takeBack(final NaiveOrder order, final NaiveOrder.NaiveLine line, final int units) {
        if (vouchers.containsKey(line)) {
            final List<Long> going = new ArrayList<>(unusedOf(line));
            going.sort(Comparator.comparing((Long number) -> !coupons.isRefunding(number)));
            going.subList(going.size() - units, going.size()).forEach(number -> {
                order.refunding.remove(number);
                coupons.spoil(number, order);
            });
        }
    }

    /** Units are asked for: as many vouchers cannot be used, the newest. */
    void hold(final NaiveOrder order, final NaiveOrder.NaiveLine line, final int units) {
        if (vouchers.containsKey(line)) {
            final List<Long> unused = unusedOf(line);
            order.refunding.addAll(unused.subList(unused.size() - units, unused.size()));
        }
    }

    /** All that are held can be used again. */
    void release(final NaiveOrder order) {
        order.refunding.clear();
    }

    private List<Long> unusedOf(final NaiveOrder.NaiveLine line) {
        return vouchers.get(line).stream()
                .filter(number -> coupons.orderOf(number) == null || coupons.isRefunding(number))
                .toList();
    }

    /** The pack as which a line was ordered. */
    private Pack packOf(final NaiveOrder order, final NaiveOrder.NaiveLine line) {
        final Pack pack = packs.get(line.offer.id);
        return pack == null || order.sequence < pack.since() ? null : pack;
    }

    private record Pack(long campaign, int units, long since) {}
}
