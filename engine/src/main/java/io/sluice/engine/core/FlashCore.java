package io.sluice.engine.core;

import io.sluice.engine.protocol.ItemKind;
import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StateInput;
import io.sluice.engine.protocol.StateOutput;

/**
 * The deterministic heart: one method a command, each of which fills a {@link Decision} that was begun with the record's
 * number and core time. The same commands at the same times give the same decisions and the same state, on any machine.
 * One thread; no clock, no chance, no I/O; in the steady state no allocation but for operators' texts.
 */
public final class FlashCore {
    /** A refused answer makes way for the next one at once. */
    private static final long REFUSAL_RETENTION_MS = 0;

    final Brand brand = new Brand();
    final Catalogue catalogue;
    final StockChanges stockChanges;
    final AttributionPolicy policy = new AttributionPolicy();
    final CommissionPlans plans;
    final CommissionTable commissions;
    final Payouts payouts = new Payouts();
    final ViewerTable viewers;
    private final Referrals referrals;
    final OrderTable orders;
    final OrderAnswers orderAnswers;
    final AnswerTable orderRefusals;
    final PaymentAnswers paymentAnswers;
    final AnswerTable refundAnswers;
    final ViewerUnits units;
    final WaitingLines lines;
    final Points points;
    final Coupons coupons;
    final Packs packs;
    final Reviews reviews;
    final Bookings bookings;
    private final OrderDesk desk;
    private final Commission commission;
    private final Payments payments;
    final Refunds refunds;
    final Talk talk;
    private final Foresight foresight;
    private final CoreState state = new CoreState(this);
    private CoreLimits limits = CoreLimits.DEFAULT;

    /** An empty core within {@link CoreLimits#DEFAULT}, with memory set aside for {@code reserves}. */
    public FlashCore(final CoreReserves reserves) {
        catalogue = new Catalogue(limits, brand);
        viewers = new ViewerTable(reserves.viewerOffers(), limits.maxViewers());
        orders = new OrderTable(reserves.orders(), limits.maxOrders(), viewers);
        orderAnswers = new OrderAnswers(orders, reserves.keys(), limits.maxKeys(), limits.keyRetentionMs());
        orderRefusals = new AnswerTable(reserves.keys(), limits.maxRefusedKeys(), REFUSAL_RETENTION_MS);
        paymentAnswers = new PaymentAnswers(orders, reserves.keys(), limits.maxKeys(), limits.keyRetentionMs());
        refundAnswers = new AnswerTable(reserves.keys(), limits.maxKeys(), limits.keyRetentionMs());
        units = new ViewerUnits(reserves.viewerOffers(), limits.maxViewerOffers());
        lines = new WaitingLines(catalogue, units);
        stockChanges = new StockChanges(catalogue);
        final OrderStock stock = new OrderStock(catalogue, units, lines);
        points = new Points(reserves);
        coupons = new Coupons(reserves.orders(), catalogue, brand, viewers, orders, points);
        packs = new Packs(catalogue, coupons);
        final OrderCoupons orderCoupons = new OrderCoupons(coupons, orders.discounts());
        final OrderLadder ladder = new OrderLadder(catalogue, orders, orderAnswers, units, orderCoupons, packs, lines);
        final AttributionLadder attributions = new AttributionLadder(policy, brand, viewers);
        desk = new OrderDesk(
                orders, orderAnswers, orderRefusals, ladder, lines, stock, orderCoupons, attributions, viewers);
        referrals = new Referrals(catalogue, brand, viewers, policy, points);
        plans = new CommissionPlans(catalogue);
        commissions = new CommissionTable(reserves.orders());
        commission = new Commission(plans, commissions, catalogue, brand);
        payments = new Payments(orders, paymentAnswers, stock, orderCoupons, packs, points, commission);
        refunds = new Refunds(orders, refundAnswers, stock, orderCoupons, packs, points, commission);
        reviews = new Reviews(orders);
        bookings = new Bookings(catalogue);
        talk = new Talk(catalogue, limits.maxMutes(), points, reserves);
        foresight = new Foresight(
                orderAnswers,
                orderRefusals,
                paymentAnswers,
                units,
                new ForeseenViewers(viewers, brand),
                new ForeseenOrders(orders, coupons.table(), commissions, units, brand));
    }

    /** Rooms, items and offers, to be read. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Stores, guides and groups, to be read. */
    public Brand brand() {
        return brand;
    }

    /** How orders are attributed, to be read. */
    public AttributionPolicy attributionPolicy() {
        return policy;
    }

    /** How much it may keep. */
    public CoreLimits limits() {
        return limits;
    }

    /** May be told which commands will come. */
    public Foresight foresight() {
        return foresight;
    }

    /** Number of orders ever placed. */
    public long orders() {
        return orders.newest();
    }

    /** Reserves all lines or refuses. */
    public void placeOrder(final OrderRequest request, final Decision decision) {
        desk.place(request, decision);
    }

    /** Takes note of a payment of {@code amountFen} for an order. */
    public void payOrder(final long order, final long amountFen, final Ascii reference, final Decision decision) {
        payments.pay(order, amountFen, reference, decision);
    }

    /** Gives an unpaid order back: the viewer's own, or with an actor, an operator, anybody's. */
    public void cancelOrder(final long viewer, final long order, final long actor, final Decision decision) {
        desk.cancel(viewer, order, actor, decision);
    }

    /** Ends a hold whose time is over. */
    public void expireOrder(final long order, final Decision decision) {
        desk.expire(order, decision);
    }

    /** Takes note of a refund. */
    public void refundOrder(final RefundRequest request, final Decision decision) {
        refunds.refund(request, decision);
    }

    /** Refunds that operators asked the provider for, with the commands on them. */
    public PendingRefunds pendingRefunds() {
        return refunds.pending();
    }

    /** Notes how a viewer came, and what follows from it. */
    public void noteTouch(final TouchRequest request, final Decision decision) {
        referrals.noteTouch(request, decision);
    }

    /** Takes all of a list of who viewers belong to, or nothing. */
    public void putViewers(final ViewersRequest request, final Decision decision) {
        referrals.putViewers(request, decision);
    }

    /** Creates a store or changes it; the core keeps the name. */
    public void putStore(
            final long store, final int latitudeE6, final int longitudeE6, final byte[] name, final Decision decision) {
        brand.putStore(store, latitudeE6, longitudeE6, name, decision);
    }

    /** Creates a guide or changes what is known of one. */
    public void putGuide(final GuideRequest request, final Decision decision) {
        brand.putGuide(request, decision);
    }

    /** Creates a group or changes it; the core keeps the name. */
    public void putGroup(
            final long group,
            final long store,
            final long guide,
            final long owner,
            final byte[] name,
            final Decision decision) {
        brand.putGroup(group, store, guide, owner, name, decision);
    }

    /** Says how orders are attributed from now on. */
    public void putAttributionPolicy(final PolicyRequest request, final Decision decision) {
        policy.put(request, decision);
    }

    /** Says who earns what of an offer, a category or everything from now on. */
    public void putCommissionPlan(final PlanRequest request, final Decision decision) {
        plans.put(request, decision);
    }

    /** Says what an item is and puts it into a category, 0 for none; {@code kind} is null for none that exists. */
    public void classifyItem(final long item, final long category, final ItemKind kind, final Decision decision) {
        catalogue.classifyItem(item, category, kind, decision);
    }

    /** The payouts of commission, with the commands on them. */
    public Payouts payouts() {
        return payouts;
    }

    /** The commission plans, to be read. */
    public CommissionPlans commissionPlans() {
        return plans;
    }

    /** The coupon campaigns, with the commands on them. */
    public Coupons coupons() {
        return coupons;
    }

    /** The prepaid packs, with the command that makes them. */
    public Packs packs() {
        return packs;
    }

    /** Who waits for what is sold out, with the commands on that. */
    public WaitingLines waitingLines() {
        return lines;
    }

    /** Restocks and write-offs, with those that wait for a second person. */
    public StockChanges stockChanges() {
        return stockChanges;
    }

    /** What buyers say of items, with the commands on that. */
    public Reviews reviews() {
        return reviews;
    }

    /** Who booked which show, with the command on that. */
    public Bookings bookings() {
        return bookings;
    }

    /** Comments and likes, with the commands on them. */
    public Talk talk() {
        return talk;
    }

    /** The viewers' points, with the commands on them. */
    public Points points() {
        return points;
    }

    /** Says whose room it is. */
    public void hostRoom(final long room, final long store, final long guide, final Decision decision) {
        catalogue.hostRoom(room, store, guide, decision);
    }

    /** Creates a room or changes its texts, which the core keeps. */
    public void putRoom(
            final long room,
            final long startsAtMs,
            final byte[] title,
            final byte[] streamUrl,
            final Decision decision) {
        catalogue.putRoom(room, startsAtMs, title, streamUrl, decision);
    }

    /** Moves a room to its next state; {@code next} is null when the command named none that exists. */
    public void changeRoomState(final long room, final RoomState next, final Decision decision) {
        catalogue.changeRoomState(room, next, decision);
    }

    /** Creates an item or changes its texts, which the core keeps. */
    public void putItem(final long item, final byte[] title, final byte[] image, final Decision decision) {
        catalogue.putItem(item, title, image, decision);
    }

    /** Creates an offer or changes its terms, which the core copies. */
    public void putOffer(
            final long room, final long offer, final long item, final OfferTerms terms, final Decision decision) {
        catalogue.putOffer(room, offer, item, terms, decision);
    }

    /** Puts an offer on sale now. */
    public void openOffer(final long room, final long offer, final Decision decision) {
        catalogue.openOffer(room, offer, decision);
    }

    /** Takes an offer off sale now. */
    public void closeOffer(final long room, final long offer, final Decision decision) {
        catalogue.closeOffer(room, offer, decision);
    }

    /** Puts an offer in front of the others; 0 takes the pin away. */
    public void pinOffer(final long room, final long offer, final Decision decision) {
        catalogue.pinOffer(room, offer, decision);
    }

    /**
     * Keeps within other limits from now on; {@code newLimits} is null when the command's were out of range. A limit below
     * what is in use takes nothing away: nothing more is taken until less is in use.
     */
    public void changeLimits(final CoreLimits newLimits, final Decision decision) {
        if (newLimits == null) {
            decision.refuse(Outcome.COMMAND_INVALID);
        } else {
            keepWithin(newLimits);
            decision.accept(Outcome.ACCEPTED);
        }
    }

    /** Shows an order of the viewer, or of whomever when {@code viewer} is 0. Changes nothing. */
    public void findOrder(final long viewer, final long order, final Decision decision) {
        desk.find(viewer, order, decision);
    }

    /** Adds what is left of the commission of the order that {@code decision} found. Changes nothing. */
    public void showCommission(final Decision decision) {
        final Order order = orders.find(decision.picture().number());
        if (order != null) {
            commission.show(order, decision);
        }
    }

    /**
     * Number of the viewer's order before {@code before}, 0 for none. {@code before} is an order of the viewer, or
     * Long.MAX_VALUE for the newest; to another viewer's order there is none before. Changes nothing.
     */
    public long newestOrderBefore(final long viewer, final long before) {
        return desk.newestBefore(viewer, before);
    }

    /** Shows what is known of a viewer. Changes nothing. */
    public void findViewer(final long viewer, final ViewerPicture picture) {
        picture.show(viewer, viewers, brand);
    }

    /** Shows who invited the viewers of a page. Changes nothing. */
    public void findInviters(final InviterPage page) {
        page.show(viewers);
    }

    /** Whether an order holds stock. Changes nothing. */
    public boolean isReserved(final long order) {
        return orders.find(order).state() == OrderState.RESERVED;
    }

    /** Shows every order that holds stock, oldest first. */
    public void forEachHold(final HoldVisitor visitor) {
        orders.forEachHold(visitor);
    }

    /** Shows every paid line of an item that is a tip now, oldest first; looks at all orders when there is such an item. */
    public void forEachTip(final TipVisitor visitor) {
        if (catalogue.hasTips()) {
            orders.forEachTip(catalogue, visitor);
        }
    }

    /** Hash of everything that {@link #save} writes: equal states have equal hashes. Takes time with the state's size. */
    public long stateHash() {
        return digest().value();
    }

    /** Hash and bytes of everything that {@link #save} writes. Takes time with the state's size. */
    public StateHash digest() {
        final StateHash digest = new StateHash();
        save(digest);
        return digest;
    }

    /** Writes the whole state. */
    public void save(final StateOutput output) {
        state.save(output);
    }

    /**
     * Takes a saved state into this core, which must be new.
     *
     * @throws RuntimeException when the state is not one that {@link #save} wrote; the core is then of no more use.
     */
    public void load(final StateInput input) {
        take(input);
        index();
        indexAnswers();
    }

    /** The first part of {@link #load}: behind it the state can be saved and hashed, and nothing else, until it is indexed. */
    public void take(final StateInput input) {
        state.take(input);
    }

    /** The second part of {@link #load}. Meanwhile another thread may hash the state, which does not change any more. */
    public void index() {
        state.index();
    }

    /** The last part of {@link #load}. It may run beside the second, but not beside {@link #stateHash} or {@link #save}. */
    public void indexAnswers() {
        state.indexAnswers();
    }

    void keepWithin(final CoreLimits newLimits) {
        limits = newLimits;
        catalogue.limits(newLimits);
        orders.capacity(newLimits.maxOrders());
        orderAnswers.keep(newLimits.maxKeys(), newLimits.keyRetentionMs());
        orderRefusals.keep(newLimits.maxRefusedKeys(), REFUSAL_RETENTION_MS);
        paymentAnswers.keep(newLimits.maxKeys(), newLimits.keyRetentionMs());
        refundAnswers.keep(newLimits.maxKeys(), newLimits.keyRetentionMs());
        units.capacity(newLimits.maxViewerOffers());
        viewers.capacity(newLimits.maxViewers());
        coupons.limits(newLimits);
        points.limits(newLimits);
        stockChanges.limits(newLimits);
        bookings.limits(newLimits);
        talk.mutes().maxMutes(newLimits.maxMutes());
        refunds.pending().limits(newLimits);
    }
}
