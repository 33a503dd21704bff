package io.sluice.engine.core;

import static io.sluice.engine.core.LineShop.OTHER_OFFER;
import static io.sluice.engine.core.LineShop.OTHER_ROOM;
import static io.sluice.engine.core.LineShop.SECOND_OFFER;
import static io.sluice.engine.core.LineShop.TURN_MS;
import static io.sluice.engine.core.LineShop.TURN_SECONDS;
import static io.sluice.engine.core.LineShop.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Allotments, waiting lines and turns in a saved state. */
class LineSnapshotTest {
    private final LineShop lines = LineShop.open();

    @Test
    void allOfItIsTheSameAfterwards() {
        lived();
        final LineShop reloaded = lines.reloaded();

        assertThat(reloaded.core().stateHash()).isEqualTo(lines.core().stateHash());
        assertThat(allotmentsOf(reloaded)).isEqualTo(allotmentsOf(lines)).hasSize(2);
        assertThat(turnsOf(reloaded)).isEqualTo(turnsOf(lines)).hasSize(1);
        for (final long offer : new long[] {Shop.OFFER, SECOND_OFFER, OTHER_OFFER}) {
            assertThat(reloaded.soldFrom(offer)).isEqualTo(lines.soldFrom(offer));
        }
        for (long viewer = 1; viewer <= 9; viewer++) {
            assertThat(reloaded.placesOf(viewer)).isEqualTo(lines.placesOf(viewer));
        }
    }

    @Test
    void itGoesOnAsItWouldHave() {
        final long heldOfTheClosed = lived();
        final LineShop reloaded = lines.reloaded();

        for (final LineShop each : new LineShop[] {lines, reloaded}) {
            assertThat(said(each.leave(4, Shop.OFFER))).isEqualTo("4 100 LEFT 1, 0 of 1");
            assertThat(said(each.join(3, OTHER_ROOM, OTHER_OFFER, 1))).isEqualTo("3 200 WAITING 1, 0 of 1");
            assertThat(said(each.join(9, Shop.ROOM, Shop.OFFER, 1))).isEqualTo("9 100 WAITING 1, 1 of 2");
            each.shop().cancel(1, heldOfTheClosed);
            assertThat(each.soldFrom(OTHER_OFFER)).isEqualTo("SHARED 0: 1");
            assertThat(each.calledNext()).isEqualTo("3 200 CALLED 1, 0 of 0");
            each.shop().pass(TURN_MS);
            assertThat(said(each.endTurn(2, Shop.OFFER))).isEqualTo("2 100 LAPSED 2, 0 of 2");
            assertThat(each.calledNext()).isEqualTo("5 100 CALLED 1, 0 of 1");
            each.ending(Shop.ROOM);
            assertThat(each.soldFrom(Shop.OFFER)).isEqualTo("STORE 1: 5");
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(lines.core().stateHash());
    }

    @Test
    void everyCommandThatChangesSomethingChangesTheHash() {
        lines.reserve(LineShop.HOLDER, OTHER_OFFER, 98);
        final long[] hashes = {
            lines.core().stateHash(),
            after(lines.move(StockKind.SHARED, 0, StockKind.STORE, BrandShop.STORE, 1)),
            after(lines.close(StockKind.STORE, BrandShop.STORE)),
            after(lines.join(7, Shop.ROOM, Shop.OFFER, 4)),
            after(lines.join(7, Shop.ROOM, Shop.OFFER, 3)),
            after(lines.call(Shop.OFFER)),
            after(lines.leave(7, Shop.OFFER)),
            after(lines.shop().putOffer(OfferBuilder.offer(Shop.OFFER).turning(TURN_SECONDS + 1)))
        };

        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void refusalsAndRepetitionsChangeNothing() {
        lived();
        final long before = lines.core().stateHash();

        assertThat(after(lines.move(StockKind.SHARED, 0, StockKind.STORE, BrandShop.ELSEWHERE, 1_000)))
                .isEqualTo(before);
        assertThat(after(lines.close(StockKind.ROOM, OTHER_ROOM))).isEqualTo(before);
        assertThat(after(lines.join(5, Shop.ROOM, Shop.OFFER, 1))).isEqualTo(before);
        assertThat(after(lines.join(2, Shop.ROOM, Shop.OFFER, 9))).isEqualTo(before);
        assertThat(after(lines.leave(9, Shop.OFFER))).isEqualTo(before);
        assertThat(after(lines.call(Shop.OFFER))).isEqualTo(before);
        assertThat(after(lines.endTurn(2, Shop.OFFER))).isEqualTo(before);
    }

    /** So a state from before there was any of it has the bytes and the hash that it always had. */
    @Test
    void whereThereIsNoneOfItNotAByteIsSavedOfIt() {
        final Shop shop = Shop.open();
        final StateHash before = shop.core().digest();
        shop.decide(decision -> shop.core()
                .catalogue()
                .allotments()
                .move(Shop.ITEM, StockKind.SHARED, 0, StockKind.ROOM, Shop.ROOM, 101, decision));
        shop.decide(decision -> shop.core().waitingLines().join(7, Shop.ROOM, Shop.OFFER, 1, decision));

        assertThat(shop.core().digest().value()).isEqualTo(before.value());
        assertThat(shop.core().digest().bytes()).isEqualTo(before.bytes());
    }

    @Test
    void anAllotmentOfAnItemThatThereIsNotIsRefused() {
        final StateBytes state = new StateBytes();
        state.putInt(1);
        state.putLong(77);
        state.putInt(StockKind.ROOM.code());

        assertThatThrownBy(() -> lines.core().catalogue().allotments().load(state))
                .hasMessage("an allotment of item=77, which there is not, or of no kind");
    }

    @Test
    void aLineOfAnOfferThatThereIsNotIsRefused() {
        assertThatThrownBy(() -> loadLines(1, 77, 0, 0, 0)).hasMessage("the line of offer=77, which there is not");
    }

    @Test
    void moreLinesThanThereCanBePlacesAreRefused() {
        assertThatThrownBy(() -> loadLines(ProtocolLimits.MAX_PLACES + 1, Shop.OFFER, 0, 0, 0))
                .hasMessage("count=1000001 where there are at most 1000000");
    }

    @Test
    void aLineOfPlacesThatThereAreNotIsRefused() {
        assertThatThrownBy(() -> loadLines(1, Shop.OFFER, 1, 1, 1))
                .hasMessage("a line of size=1 from place=1 to place=1 of 0");
    }

    /** Loads lines without any place: how many, and of the first its offer, ends and size. */
    private void loadLines(final int count, final long offer, final long first, final long last, final int size) {
        final StateBytes state = new StateBytes();
        state.putLong(0);
        state.putLong(0);
        state.putInt(count);
        state.putLong(offer);
        state.putLong(first);
        state.putLong(last);
        state.putInt(size);
        state.putLong(size);
        lines.core().lines.load(state);
    }

    /**
     * Something of everything: viewer 2 has a turn of two units, 4 and 5 wait behind, a place between was given up, and an
     * allotment was closed of which viewer 1 still holds a unit; answers that order.
     */
    private long lived() {
        lines.hosting(Shop.ROOM, BrandShop.STORE).allotting(StockKind.STORE, BrandShop.STORE, 5);
        lines.allotting(StockKind.ROOM, OTHER_ROOM, 3).allotting(StockKind.ROOM, Shop.ROOM, 2);
        final long heldOfTheClosed = lines.reserve(1, OTHER_OFFER, 1);
        lines.close(StockKind.ROOM, OTHER_ROOM);
        lines.soldOut(OTHER_OFFER);
        final long sold = lines.soldOut(Shop.OFFER);
        lines.waiting(2, Shop.OFFER, 2)
                .waiting(3, Shop.OFFER, 1)
                .waiting(4, Shop.OFFER, 1)
                .waiting(5, Shop.OFFER, 1);
        lines.leave(3, Shop.OFFER);
        lines.shop().cancel(LineShop.HOLDER, sold);
        assertThat(lines.calledNext()).isEqualTo("2 100 CALLED 2, 0 of 2");
        lines.shop().restock(Shop.ITEM, 1);
        lines.reserve(6, OTHER_OFFER, 1);
        return heldOfTheClosed;
    }

    private long after(final Decision decision) {
        assertThat(decision.sequence()).isPositive();
        return lines.core().stateHash();
    }

    private static List<String> allotmentsOf(final LineShop shop) {
        final List<String> allotments = new ArrayList<>();
        shop.core()
                .catalogue()
                .allotments()
                .forEach(stock -> allotments.add(stock.item().id() + " " + stock.kind() + " " + stock.of() + " "
                        + stock.available() + " " + stock.held()));
        return allotments;
    }

    private static List<String> turnsOf(final LineShop shop) {
        final List<String> turns = new ArrayList<>();
        shop.core()
                .waitingLines()
                .forEachTurn((place, untilMs, viewer, offer, stock, units) -> turns.add(place + " until " + untilMs
                        + ": " + units + " of " + stock.item().id()));
        return turns;
    }
}
