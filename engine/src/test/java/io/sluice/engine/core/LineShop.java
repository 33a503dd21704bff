package io.sluice.engine.core;

import static io.sluice.engine.core.OfferBuilder.offer;
import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A brand's shop whose item is sold in two live rooms: by two offers of the shop's room and by one of another room. Whoever
 * finds one of the three sold out may wait for it.
 */
final class LineShop {
    static final long OTHER_ROOM = 2;
    static final long SECOND_OFFER = 101;
    static final long OTHER_OFFER = 200;
    static final int TURN_SECONDS = 30;
    static final long TURN_MS = TURN_SECONDS * 1_000L;

    /** Who holds all there is, in a test that needs an empty shelf. */
    static final long HOLDER = 99;

    private final BrandShop brand;
    private int keys;

    private LineShop(final BrandShop brand) {
        this.brand = brand;
    }

    static LineShop open() {
        final LineShop lines = new LineShop(BrandShop.open());
        final Shop shop = lines.shop();
        shop.putRoom(OTHER_ROOM);
        shop.changeRoomState(OTHER_ROOM, RoomState.LIVE);
        shop.sell(offer(Shop.OFFER).turning(TURN_SECONDS), 0);
        shop.sell(offer(SECOND_OFFER).turning(TURN_SECONDS), 0);
        shop.sell(offer(OTHER_OFFER).in(OTHER_ROOM).turning(TURN_SECONDS), 0);
        return lines;
    }

    /** Another that took this one's saved state. */
    LineShop reloaded() {
        final LineShop reloaded = new LineShop(brand.reloaded());
        reloaded.keys = keys;
        return reloaded;
    }

    Shop shop() {
        return brand.shop();
    }

    BrandShop brand() {
        return brand;
    }

    FlashCore core() {
        return brand.core();
    }

    Decision move(final StockKind fromKind, final long from, final StockKind toKind, final long to, final long units) {
        return shop().decide(decision ->
                core().catalogue().allotments().move(Shop.ITEM, fromKind, from, toKind, to, units, decision));
    }

    /** Sets units of the shared stock aside, which the test needs and is not about. */
    LineShop allotting(final StockKind kind, final long of, final long units) {
        accepted(move(StockKind.SHARED, 0, kind, of, units));
        return this;
    }

    Decision close(final StockKind kind, final long of) {
        return shop().decide(decision -> core().catalogue().allotments().close(Shop.ITEM, kind, of, decision));
    }

    /** Hosts a room, which the test needs and is not about. */
    LineShop hosting(final long room, final long store) {
        accepted(brand.host(room, store, 0));
        return this;
    }

    /** Ends a room, which the test needs and is not about. */
    LineShop ending(final long room) {
        accepted(shop().changeRoomState(room, RoomState.ENDED));
        return this;
    }

    /** Has {@link #HOLDER} hold all units that an offer sells now; answers the order. */
    long soldOut(final long offerId) {
        final Offer sold = core().catalogue().offer(offerId);
        return reserve(HOLDER, offerId, (int) sold.stock().available());
    }

    /** Reserves units under a key of their own; answers the order. */
    long reserve(final long viewer, final long offerId, final int units) {
        return shop().reserve(orderOf(viewer, offerId, units));
    }

    /** As {@link #reserve}, and pays for them. */
    long buy(final long viewer, final long offerId, final int units) {
        return shop().buy(orderOf(viewer, offerId, units));
    }

    /** Asks for units under a key of their own. */
    Decision place(final long viewer, final long offerId, final int units) {
        return shop().place(orderOf(viewer, offerId, units));
    }

    private OrderBuilder orderOf(final long viewer, final long offerId, final int units) {
        final long room = core().catalogue().offer(offerId).room().id();
        return order("line-" + ++keys).by(viewer).in(room).of(offerId, units);
    }

    Decision join(final long viewer, final long room, final long offerId, final int units) {
        return shop().decide(decision -> core().waitingLines().join(viewer, room, offerId, units, decision));
    }

    /** Has a viewer wait for units, which the test needs and is not about. */
    LineShop waiting(final long viewer, final long offerId, final int units) {
        accepted(join(viewer, core().catalogue().offer(offerId).room().id(), offerId, units));
        return this;
    }

    Decision leave(final long viewer, final long offerId) {
        return shop().decide(decision -> core().waitingLines().leave(viewer, offerId, decision));
    }

    Decision call(final long offerId) {
        return shop().decide(decision -> core().waitingLines().callNext(offerId, decision));
    }

    /** Calls whoever is next in any line, as the engine does; answers who that was and for what. */
    String calledNext() {
        final long next = core().waitingLines().nextToCall(shop().nowMs());
        return next == 0 ? "nobody" : said(call(next));
    }

    Decision endTurn(final long viewer, final long offerId) {
        return shop().decide(decision -> core().waitingLines().endTurn(viewer, offerId, decision));
    }

    /** An allotment of the item that is open, null for none. */
    Stock allotment(final StockKind kind, final long of) {
        final List<Stock> found = new ArrayList<>();
        core().catalogue().allotments().forEach(allotment -> {
            if (allotment.kind() == kind && allotment.of() == of) {
                found.add(allotment);
            }
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** Where an offer's units come from: kind and whose, and how many are on sale. */
    String soldFrom(final long offerId) {
        final Stock stock = core().catalogue().offer(offerId).stock();
        return stock.kind() + " " + stock.of() + ": " + stock.available();
    }

    /** A viewer's places. */
    List<String> placesOf(final long viewer) {
        final PlacePage page = PlacePage.ofAnswer();
        core().waitingLines().show(viewer, page);
        final List<String> places = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            places.add(said(page, i));
        }
        return places;
    }

    /** The place that a decision moves: whose, of which offer, what became of it, units, and how many are ahead and wait. */
    static String said(final Decision decision) {
        return decision.places().size() == 0
                ? decision.outcome().name()
                : decision.places().viewer(0) + " " + said(decision.places(), 0);
    }

    private static String said(final PlacePage page, final int i) {
        return page.offer(i) + " " + page.state(i) + " " + page.units(i) + ", " + page.ahead(i) + " of "
                + page.waiting(i);
    }

    private static void accepted(final Decision decision) {
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
    }
}
