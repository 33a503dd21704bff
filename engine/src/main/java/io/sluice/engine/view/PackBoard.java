package io.sluice.engine.view;

import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.PutPackDecoder;
import java.util.List;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The offers that are prepaid packs, which they stay for ever. It begins empty or is loaded from the state of a snapshot, and
 * from there on is moved by records only. There are no more than offers.
 *
 * <p>One thread moves it; any thread reads.
 */
public final class PackBoard {
    private final NavigableMap<Long, PackView> packs = new ConcurrentSkipListMap<>();
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final PutPackDecoder putPack = new PutPackDecoder();

    /** The pack that an offer is, null when it is none. */
    public PackView pack(final long offer) {
        return packs.get(offer);
    }

    /**
     * The pack that an order's line was ordered as, null when its offer was none then.
     *
     * @param placedAt  the record that placed the order.
     */
    public PackView packAt(final long offer, final long placedAt) {
        final PackView pack = packs.get(offer);
        return pack == null || pack.since() >= placedAt ? null : pack;
    }

    /**
     * Packs by their offers, the greatest first.
     *
     * @param before  only those of an offer below this one.
     * @param most    how many at most.
     */
    public List<PackView> packsBefore(final long before, final int most) {
        return packs.headMap(before, false).descendingMap().values().stream()
                .limit(most)
                .toList();
    }

    /** The packs whose vouchers are a campaign's coupons. Looks at all packs. */
    public List<PackView> packsOf(final long campaign) {
        return packs.values().stream()
                .filter(pack -> pack.campaign() == campaign)
                .toList();
    }

    /** Makes an offer a pack. */
    public void load(final PackView pack) {
        packs.put(pack.offer(), pack);
    }

    /** Takes a pack from the record of an accepted PutPack. */
    void put(final RecordFlyweight record) {
        putPack.wrapAndApplyHeader(record.buffer(), record.commandOffset(), header);
        load(new PackView(putPack.offer(), putPack.campaign(), putPack.units(), record.sequence()));
    }
}
