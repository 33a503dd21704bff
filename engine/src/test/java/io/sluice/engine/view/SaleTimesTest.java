package io.sluice.engine.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an offer of the board is on sale, and at which price. */
class SaleTimesTest {
    private static final long ROOM = 1;
    private static final long ITEM = 70;
    private static final long OFFER = 1001;
    private static final OfferTerms TERMS = new OfferTerms(9_900, 500, 100_000, 2, 300, 0, PriceWindows.NONE);

    private final RecordBuilder records = new RecordBuilder();
    private final RoomBoard board = new RoomBoard();

    @BeforeEach
    void sellAnItem() {
        board.apply(records.putRoom(ROOM, "晚场", "", 60_000).accepted());
        board.apply(records.putItem(ITEM, "蛋糕", "").accepted());
        board.apply(records.putOffer(ROOM, OFFER, ITEM, TERMS).accepted());
        board.advance(1_000);
        board.drainChanges(room -> {});
    }

    @Test
    void openingKeepsAStartGoneByAndAnEndStillAhead() {
        board.apply(records.at(2_000).openOffer(ROOM, OFFER).accepted());

        assertThat(board.offer(OFFER).terms().opensAtMs()).isEqualTo(500);
        assertThat(board.offer(OFFER).terms().closesAtMs()).isEqualTo(100_000);
    }

    @Test
    void openingASaleStillAheadBeginsIt() {
        final OfferTerms later = new OfferTerms(9_900, 50_000, 100_000, 2, 300, 0, PriceWindows.NONE);
        board.apply(records.putOffer(ROOM, OFFER, ITEM, later).accepted());
        board.apply(records.at(2_000).openOffer(ROOM, OFFER).accepted());

        assertThat(board.offer(OFFER).terms().opensAtMs()).isEqualTo(2_000);
    }

    @Test
    void closingEndsTheSaleAtThatMomentAndOpeningAgainHasNoEnd() {
        board.apply(records.at(2_000).closeOffer(ROOM, OFFER).accepted());
        assertThat(board.offer(OFFER).terms().isOpenAt(1_999)).isTrue();
        assertThat(board.offer(OFFER).terms().isOpenAt(2_000)).isFalse();

        board.apply(records.at(3_000).openOffer(ROOM, OFFER).accepted());
        assertThat(board.offer(OFFER).terms().isOpenAt(3_000)).isTrue();
        assertThat(board.offer(OFFER).terms().closesAtMs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aSaleClosedBeforeItsStartIsOver() {
        final OfferTerms later = new OfferTerms(9_900, 50_000, 100_000, 2, 300, 0, PriceWindows.NONE);
        board.apply(records.putOffer(ROOM, OFFER, ITEM, later).accepted());
        board.apply(records.at(2_000).closeOffer(ROOM, OFFER).accepted());

        assertThat(board.offer(OFFER).terms().opensAtMs()).isEqualTo(2_000);
        assertThat(board.offer(OFFER).terms().isOpenAt(60_000)).isFalse();
    }

    @Test
    void aPriceWindowBeginsAndEndsByTimeAlone() {
        final PriceWindows windows = new PriceWindows(new long[] {2_000, 3_000, 4_900, 4_000, 5_000, 3_900});
        board.apply(records.putOffer(ROOM, OFFER, ITEM, new OfferTerms(9_900, 0, 100_000, 2, 300, 0, windows))
                .accepted());
        changes();

        board.advance(1_999);
        assertThat(changes()).isEmpty();
        board.advance(2_000);
        assertThat(changes()).containsExactly(OFFER);
        board.advance(2_999);
        assertThat(changes()).isEmpty();
        board.advance(4_500);
        assertThat(changes()).containsExactly(OFFER);
        board.advance(5_000);
        assertThat(changes()).containsExactly(OFFER);
        board.advance(99_000);
        assertThat(changes()).isEmpty();
    }

    @Test
    void theNextPriceIsTheFirstThatDiffers() {
        final PriceWindows windows = new PriceWindows(new long[] {2_000, 3_000, 4_900, 3_000, 4_000, 4_900});
        final OfferTerms terms = new OfferTerms(9_900, 0, 100_000, 2, 300, 0, windows);

        assertThat(terms.nextPriceChangeMs(1_000)).isEqualTo(2_000);
        assertThat(terms.nextPriceChangeMs(2_000)).isEqualTo(4_000);
        assertThat(terms.nextPriceChangeMs(4_000)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aSaleBeginsAndEndsByTimeAlone() {
        final OfferTerms soon = new OfferTerms(9_900, 2_000, 3_000, 2, 300, 0, PriceWindows.NONE);
        board.apply(records.putOffer(ROOM, OFFER, ITEM, soon).accepted());
        changes();

        board.advance(2_000);
        assertThat(changes()).containsExactly(OFFER);
        board.advance(2_999);
        assertThat(changes()).isEmpty();
        board.advance(3_000);
        assertThat(changes()).containsExactly(OFFER);
    }

    /** The offers of which a price or whether they are on sale has changed since it was asked last. */
    private List<Long> changes() {
        final List<Long> offers = new ArrayList<>();
        board.drainChanges(room -> room.changedOffers().stream()
                .filter(OfferView::termsChanged)
                .map(OfferView::id)
                .forEach(offers::add));
        return offers;
    }
}
