package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The board shows the terms that the core sells on, whatever operators do to an offer and whenever. */
class OfferTermsPropertyTest {
    private static final int COMMANDS = 200;
    private static final long ROOM = 1;
    private static final long ITEM = 2;
    private static final int OFFERS = 2;
    private static final byte[] NO_TEXT = new byte[0];

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final RoomBoard board = new RoomBoard();
    private final RecordBuilder records = new RecordBuilder();
    private final Decision decision = new Decision();
    private Random random;
    private long nowMs = 1_000;

    @Property(tries = 200)
    void theBoardsTermsAreTheCoresAfterEveryCommand(@ForAll final long seed) {
        random = new Random(seed);
        openTheRoom();
        for (int i = 0; i < COMMANDS; i++) {
            nowMs += random.nextInt(20);
            records.at(nowMs);
            decision.begin(i, nowMs);
            board.apply(changeOffer(1 + random.nextInt(OFFERS)));
            for (long offer = 1; offer <= OFFERS; offer++) {
                assertSameTerms(offer);
            }
        }
    }

    private void openTheRoom() {
        final byte[] title = {'t'};
        core.putRoom(ROOM, 0, title, NO_TEXT, decision.begin(0, nowMs));
        board.apply(records.putRoom(ROOM, "t", "", 0).accepted());
        core.putItem(ITEM, title, NO_TEXT, decision.begin(0, nowMs));
        board.apply(records.putItem(ITEM, "t", "").accepted());
    }

    private RecordFlyweight changeOffer(final long offer) {
        switch (random.nextInt(5)) {
            case 0 -> putOffer(offer);
            case 1, 2 -> {
                core.openOffer(ROOM, offer, decision);
                records.openOffer(ROOM, offer);
            }
            default -> {
                core.closeOffer(ROOM, offer, decision);
                records.closeOffer(ROOM, offer);
            }
        }
        return decision.outcome() == Outcome.ACCEPTED ? records.accepted() : records.decided(decision.outcome(), 0, 0);
    }

    private void putOffer(final long offer) {
        final long opensAtMs = moment();
        final long closesAtMs = moment();
        final io.sluice.engine.core.OfferTerms terms = new io.sluice.engine.core.OfferTerms()
                .set(100, opensAtMs, closesAtMs, random.nextInt(3), 60)
                .addWindow(nowMs, nowMs + 10, 90);
        core.putOffer(ROOM, offer, ITEM, terms, decision);
        records.putOffer(ROOM, offer, ITEM, shown(terms));
    }

    /** Gone by, now, still ahead, or never. */
    private long moment() {
        return random.nextInt(4) == 0 ? Long.MAX_VALUE : nowMs - 30 + random.nextInt(61);
    }

    private void assertSameTerms(final long offer) {
        if (core.catalogue().offer(offer) == null) {
            assertThat(board.offer(offer)).isNull();
        } else {
            assertThat(board.offer(offer).terms())
                    .isEqualTo(shown(core.catalogue().offer(offer).terms()));
        }
    }

    private static OfferTerms shown(final io.sluice.engine.core.OfferTerms terms) {
        final long[] windows = {terms.windowFromMs(0), terms.windowToMs(0), terms.windowPriceFen(0)};
        return new OfferTerms(
                terms.listPriceFen(),
                terms.opensAtMs(),
                terms.closesAtMs(),
                terms.perViewerLimit(),
                terms.holdSeconds(),
                terms.turnSeconds(),
                new PriceWindows(windows));
    }
}
