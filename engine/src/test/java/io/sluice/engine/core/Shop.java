package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockReason;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/** A core in a test: it numbers the commands and keeps a time that only the test moves. Every decision is a new one. */
final class Shop {
    static final long ROOM = 1;
    static final long ITEM = 10;
    static final long OFFER = 100;
    static final long VIEWER = 7;
    static final long PRICE_FEN = 5_000;
    static final int HOLD_SECONDS = 900;
    static final long STOCK = 100;
    static final long OPERATOR = 1;
    static final long OPENING_MS = 1_760_000_000_000L;

    private final FlashCore core;
    private long sequence;
    private long nowMs = OPENING_MS;

    private Shop(final FlashCore core) {
        this.core = core;
    }

    /** A shop without any room. */
    static Shop empty(final LimitsBuilder limits) {
        final Shop shop = new Shop(new FlashCore(limits.reserves()));
        assertThat(shop.changeLimits(limits.build()).outcome()).isEqualTo(Outcome.ACCEPTED);
        return shop;
    }

    /** A shop with one live room that sells {@link #STOCK} units of one item by one offer without a limit. */
    static Shop open() {
        return open(LimitsBuilder.limits());
    }

    /** As {@link #open()}, within limits. */
    static Shop open(final LimitsBuilder limits) {
        final Shop shop = empty(limits);
        shop.putRoom(ROOM);
        shop.changeRoomState(ROOM, RoomState.LIVE);
        shop.sell(OfferBuilder.offer(OFFER).of(ITEM), STOCK);
        return shop;
    }

    /** Another core that took this one's saved state; it goes on with the same number and time. */
    Shop reloaded() {
        return reloaded(CoreReserves.NONE);
    }

    /** As {@link #reloaded()}, with memory set aside. */
    Shop reloaded(final CoreReserves reserves) {
        final StateBytes state = new StateBytes();
        core.save(state);
        final Shop reloaded = new Shop(new FlashCore(reserves));
        reloaded.core.load(state);
        reloaded.sequence = sequence;
        reloaded.nowMs = nowMs;
        return reloaded;
    }

    FlashCore core() {
        return core;
    }

    /** Number of the last command. */
    long lastSequence() {
        return sequence;
    }

    long nowMs() {
        return nowMs;
    }

    /** Moves time on. */
    Shop pass(final long ms) {
        nowMs += ms;
        return this;
    }

    Item item() {
        return item(ITEM);
    }

    Item item(final long item) {
        return core.catalogue().item(item);
    }

    Room room() {
        return core.catalogue().room(ROOM);
    }

    Decision place(final OrderBuilder order) {
        return decide(decision -> core.placeOrder(order.build(), decision));
    }

    /** Places an order that the test needs and is not about; answers its number. */
    long reserve(final OrderBuilder order) {
        final Decision decision = place(order);
        assertThat(decision.outcome()).isEqualTo(Outcome.RESERVED);
        return decision.order();
    }

    /** Places and pays an order that the test needs and is not about; answers its number. */
    long buy(final OrderBuilder order) {
        final long number = reserve(order);
        final long totalFen = find(number).picture().totalFen();
        assertThat(pay(number, totalFen, "bought-" + number).outcome()).isEqualTo(Outcome.PAID);
        return number;
    }

    /** Places an order that the test needs and lets its hold run out; answers its number. */
    long expired(final OrderBuilder order) {
        final long number = reserve(order);
        nowMs = find(number).picture().payByMs();
        assertThat(expire(number).outcome()).isEqualTo(Outcome.EXPIRED);
        return number;
    }

    Decision pay(final long order, final long amountFen, final String reference) {
        return decide(decision -> core.payOrder(order, amountFen, ascii(reference), decision));
    }

    Decision cancel(final long viewer, final long order) {
        return decide(decision -> core.cancelOrder(viewer, order, 0, decision));
    }

    /** On its owner's behalf. */
    Decision cancelFor(final long actor, final long order) {
        return decide(decision -> core.cancelOrder(0, order, actor, decision));
    }

    Decision requestRefund(final long actor, final RefundBuilder refund) {
        return decide(decision -> core.pendingRefunds().request(actor, refund.build(), decision));
    }

    Decision withdrawRefund(final long actor, final long order, final long request) {
        return decide(decision -> core.pendingRefunds().withdraw(actor, order, request, decision));
    }

    Decision declineRefund(final long order, final long request) {
        return decide(decision -> core.pendingRefunds().decline(order, request, decision));
    }

    Decision expire(final long order) {
        return decide(decision -> core.expireOrder(order, decision));
    }

    Decision refund(final RefundBuilder refund) {
        return decide(decision -> core.refundOrder(refund.build(), decision));
    }

    Decision comment(final long viewer, final long room) {
        return comment(viewer, room, 12);
    }

    Decision comment(final long viewer, final long room, final int textBytes) {
        return comment(viewer, room, "x".repeat(textBytes));
    }

    Decision comment(final long viewer, final long room, final String text) {
        return comment(viewer, room, text, CommentMemory.OF_ROOM);
    }

    /** A comment as it was once remembered. */
    Decision comment(final long viewer, final long room, final CommentMemory memory) {
        return comment(viewer, room, "hello", memory);
    }

    private Decision comment(final long viewer, final long room, final String text, final CommentMemory memory) {
        final byte[] utf8 = utf8(text);
        final FoldedText folded = new FoldedText(ProtocolLimits.MAX_COMMENT_BYTES);
        folded.set(new UnsafeBuffer(utf8), 0, utf8.length);
        return decide(decision -> core.talk().comment(viewer, room, folded, memory, decision));
    }

    Decision hide(final long room, final long comment) {
        return decide(decision -> core.talk().hide(room, comment, decision));
    }

    Decision block(final String word, final boolean blocked) {
        return decide(decision -> core.talk().words().put(utf8(word), blocked, decision));
    }

    Decision slow(final long room, final int seconds) {
        return decide(decision -> core.talk().slow(room, seconds, decision));
    }

    Decision like(final long room, final int count) {
        return decide(decision -> core.talk().like(room, count, decision));
    }

    Decision mute(final long viewer, final long durationMs) {
        return decide(decision -> core.talk().mutes().mute(viewer, durationMs, decision));
    }

    Decision report(final long viewer, final long room, final long comment) {
        return decide(decision -> core.talk().report(viewer, room, comment, decision));
    }

    Decision appeal(final long viewer) {
        return appeal(viewer, 20);
    }

    Decision appeal(final long viewer, final int textBytes) {
        return decide(decision -> core.talk().mutes().appeal(viewer, textBytes, decision));
    }

    Decision decideAppeal(final long viewer, final long appeal, final boolean granted) {
        return decide(decision -> core.talk().mutes().decide(viewer, appeal, granted, decision));
    }

    Decision putRoom(final long room) {
        return putRoom(room, "Evening", "");
    }

    Decision putRoom(final long room, final String title, final String streamUrl) {
        return decide(decision -> core.putRoom(room, OPENING_MS, utf8(title), utf8(streamUrl), decision));
    }

    Decision changeRoomState(final long room, final RoomState next) {
        return decide(decision -> {
            core.changeRoomState(room, next, decision);
            core.bookings().giveBack(room, decision);
        });
    }

    Decision putItem(final long item) {
        return putItem(item, "Tea", "");
    }

    Decision putItem(final long item, final String title, final String image) {
        return decide(decision -> core.putItem(item, utf8(title), utf8(image), decision));
    }

    Decision changeStock(final long item, final long change, final StockReason reason) {
        return changeStock(OPERATOR, item, change, reason);
    }

    /** As somebody does it. */
    Decision changeStock(final long actor, final long item, final long change, final StockReason reason) {
        return decide(decision -> core.stockChanges().change(actor, item, change, reason, decision));
    }

    Decision approve(final long actor, final long proposal) {
        return decide(decision -> core.stockChanges().approve(actor, proposal, decision));
    }

    Decision withdraw(final long proposal) {
        return decide(decision -> core.stockChanges().withdraw(proposal, decision));
    }

    Decision restock(final long item, final long units) {
        return changeStock(item, units, StockReason.RESTOCK);
    }

    Decision putOffer(final OfferBuilder offer) {
        return decide(decision -> core.putOffer(offer.room(), offer.id(), offer.item(), offer.terms(), decision));
    }

    /** Puts an offer and, when its item is new, the item with {@code stock} units. */
    Shop sell(final OfferBuilder offer, final long stock) {
        if (item(offer.item()) == null) {
            assertThat(putItem(offer.item()).outcome()).isEqualTo(Outcome.ACCEPTED);
            assertThat(restock(offer.item(), stock).outcome()).isEqualTo(Outcome.ACCEPTED);
        }
        assertThat(putOffer(offer).outcome()).isEqualTo(Outcome.ACCEPTED);
        return this;
    }

    Decision openOffer(final long room, final long offer) {
        return decide(decision -> core.openOffer(room, offer, decision));
    }

    Decision closeOffer(final long room, final long offer) {
        return decide(decision -> core.closeOffer(room, offer, decision));
    }

    Decision changeLimits(final CoreLimits limits) {
        return decide(decision -> core.changeLimits(limits, decision));
    }

    Decision pin(final long room, final long offer) {
        return decide(decision -> core.pinOffer(room, offer, decision));
    }

    /** An order, whoever's it is. */
    Decision find(final long order) {
        return find(0, order);
    }

    Decision find(final long viewer, final long order) {
        final Decision decision = new Decision().begin(0, nowMs);
        core.findOrder(viewer, order, decision);
        return decision;
    }

    /** Has the core decide at the next number and the present time. */
    Decision decide(final Consumer<Decision> command) {
        final Decision decision = new Decision().begin(++sequence, nowMs);
        command.accept(decision);
        return decision;
    }

    static Ascii ascii(final String text) {
        final Ascii ascii = new Ascii(64);
        ascii.set(text);
        return ascii;
    }

    private static byte[] utf8(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
