package io.sluice.engine.core.naive;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.TouchEffect;
import java.util.List;

/**
 * The core's rules once more, from the documents, without a thought to speed: nothing is counted on, stock and viewers'
 * units are added up over all orders whenever they are asked for.
 */
public final class NaiveCore implements Decider {
    private final NaiveCatalogue catalogue = new NaiveCatalogue();
    private final NaiveBook book = new NaiveBook();
    private final NaiveBrand brand = new NaiveBrand();
    private final NaiveStocks stocks = new NaiveStocks(catalogue, brand, book);
    private final NaiveLines lines = new NaiveLines(catalogue, book, stocks);
    private final NaiveReviews reviews = new NaiveReviews(book, this::sequence);
    private final NaiveBookings bookings = new NaiveBookings(catalogue);
    private final NaiveReferrals referrals = new NaiveReferrals(catalogue, brand);
    private final NaivePlans plans = new NaivePlans(catalogue);
    private final NaivePayouts payouts = new NaivePayouts();
    private final NaivePoints points = new NaivePoints();
    private final NaiveTalk talk = new NaiveTalk(catalogue, points);
    private final NaiveCoupons coupons = new NaiveCoupons(catalogue, brand, referrals, book, points);
    private final NaivePacks packs = new NaivePacks(catalogue, coupons);
    private final NaiveRequests requests = new NaiveRequests(book, packs);
    private final NaiveOrders orders = new NaiveOrders(
            book,
            new NaiveRules(
                    catalogue,
                    book,
                    stocks,
                    lines,
                    new NaiveAttribution(brand, referrals),
                    new NaiveCommission(plans, brand),
                    new NaiveDiscounts(coupons),
                    packs),
            requests);
    private final NaiveLedger ledger = new NaiveLedger(book);
    private final NaiveBudget budget = new NaiveBudget(coupons, book);
    private long sequence;
    private long nowMs;

    /** The orders so far. */
    NaiveBook book() {
        return book;
    }

    /** Rooms, items and offers. */
    NaiveCatalogue catalogue() {
        return catalogue;
    }

    /** Stores, guides, groups and the policy. */
    NaiveBrand brand() {
        return brand;
    }

    /** Who brought whom. */
    NaiveReferrals referrals() {
        return referrals;
    }

    /** The payouts of commission. */
    NaivePayouts payouts() {
        return payouts;
    }

    /** Campaigns and coupons. */
    NaiveCoupons coupons() {
        return coupons;
    }

    /** The packs that are sold. */
    NaivePacks packs() {
        return packs;
    }

    /** The refunds that were asked for. */
    NaiveRequests requests() {
        return requests;
    }

    /** Viewers' points. */
    NaivePoints points() {
        return points;
    }

    /** Fails unless the books of commission and of coupons balance. */
    public void checkBooks() {
        ledger.check();
        budget.check();
    }

    /** Every room as it stands. */
    public List<Verdict.Room> rooms() {
        return catalogue.shownRooms();
    }

    /** Every item's units as they stand, all parts together. */
    public List<Verdict.Stock> stock() {
        return stocks.shownItems();
    }

    /** Every part of the items' units as they stand. */
    public List<Verdict.Stock> parts() {
        return stocks.shownParts();
    }

    /** Every offer's stock and line as they stand. */
    public List<Verdict.Offer> offers() {
        return lines.shownOffers();
    }

    /** Who waits, and the commands on that. */
    @Override
    public NaiveLines stocks() {
        return lines;
    }

    @Override
    public NaiveReviews reviews() {
        return reviews;
    }

    @Override
    public NaiveTalk talk() {
        return talk;
    }

    /** What is set aside. */
    NaiveStocks allotments() {
        return stocks;
    }

    /** Numbers of the orders that still hold stock and whose time to pay is over. */
    public List<Long> holdsOverdueAt(final long timeMs) {
        return book.orders.stream()
                .filter(order -> order.state == OrderState.RESERVED && order.payByMs <= timeMs)
                .map(order -> order.number)
                .toList();
    }

    /** The offer whose first viewer should be called or sent home now, 0 for none. */
    public long nextToCall(final long timeMs) {
        return lines.nextToCall(timeMs);
    }

    @Override
    public void begin(final long newSequence, final long timeMs) {
        sequence = newSequence;
        nowMs = timeMs;
        orders.begin(newSequence, timeMs);
        referrals.begin(newSequence, timeMs);
        points.begin(newSequence, timeMs);
        lines.begin(newSequence, timeMs);
        talk.begin(newSequence, timeMs);
    }

    @Override
    public Verdict decide(final Command.PlaceOrder command) {
        return orders.decide(command);
    }

    @Override
    public Verdict decide(final Command.PayOrder command) {
        final Verdict verdict = ledger.booked(orders.decide(command));
        if (verdict.outcome() == Outcome.PAID || verdict.outcome() == Outcome.PAID_LATE) {
            points.onPurchase(book.find(command.order()));
        }
        return points.told(verdict);
    }

    @Override
    public ServiceDecider service() {
        return orders;
    }

    @Override
    public Verdict decide(final Command.ExpireOrder command) {
        return orders.decide(command);
    }

    @Override
    public Verdict decide(final Command.RefundOrder command) {
        final NaiveOrder order = book.find(command.order());
        final long beforeFen = order == null ? 0 : order.refundedFen();
        final Verdict verdict = ledger.booked(orders.decide(command));
        if (verdict.outcome() == Outcome.REFUNDED) {
            points.onRefund(order, beforeFen);
        }
        return points.told(verdict);
    }

    @Override
    public Verdict decide(final Command.FindOrder command) {
        return orders.decide(command);
    }

    @Override
    public Verdict decide(final Command.PutRoom command) {
        return verdict(catalogue.putRoom(command));
    }

    @Override
    public Verdict decide(final Command.ChangeRoomState command) {
        final Verdict verdict = verdict(catalogue.changeRoomState(command));
        if (verdict.outcome() == Outcome.ACCEPTED && command.next() == RoomState.ENDED) {
            stocks.end(command.room());
            bookings.giveBack();
        }
        return verdict;
    }

    @Override
    public Verdict decide(final Command.PutItem command) {
        final Verdict verdict = verdict(catalogue.putItem(command));
        return verdict.outcome() == Outcome.ACCEPTED ? withStockOf(command.item(), verdict) : verdict;
    }

    @Override
    public Verdict decide(final Command.ChangeStock command) {
        return lines.changeStock(command);
    }

    @Override
    public Verdict decide(final Command.PutOffer command) {
        return withStockOfOffer(command.offer(), verdict(catalogue.putOffer(command)));
    }

    @Override
    public Verdict decide(final Command.OpenOffer command) {
        return withStockOfOffer(command.offer(), verdict(catalogue.openOffer(command, nowMs)));
    }

    @Override
    public Verdict decide(final Command.CloseOffer command) {
        return withStockOfOffer(command.offer(), verdict(catalogue.closeOffer(command, nowMs)));
    }

    @Override
    public Verdict decide(final Command.PinOffer command) {
        return verdict(catalogue.pinOffer(command));
    }

    @Override
    public Verdict decide(final Command.ChangeLimits command) {
        if (command.limits() == null) {
            return verdict(Outcome.COMMAND_INVALID);
        }
        catalogue.limits(command.limits());
        book.limits(command.limits());
        referrals.limits(command.limits());
        orders.limits(command.limits());
        coupons.limits(command.limits());
        points.limits(command.limits());
        lines.limits(command.limits());
        bookings.limits(command.limits());
        talk.limits(command.limits());
        return verdict(Outcome.ACCEPTED);
    }

    @Override
    public Verdict decide(final Command.NoteTouch command) {
        final Verdict verdict = referrals.noteTouch(command);
        if (verdict.outcome() == Outcome.ACCEPTED && (verdict.detail() & TouchEffect.INVITED.bit()) != 0) {
            points.onInvited(command.touch().inviter());
        }
        return points.told(verdict);
    }

    @Override
    public Verdict decide(final Command.PutViewers command) {
        return referrals.putViewers(command);
    }

    @Override
    public Verdict decide(final Command.FindViewer command) {
        return verdict(Outcome.FOUND).found(referrals.shown(command.viewer()));
    }

    @Override
    public Verdict decide(final Command.PutStore command) {
        return verdict(brand.putStore(command));
    }

    @Override
    public Verdict decide(final Command.PutGuide command) {
        return verdict(brand.putGuide(command));
    }

    @Override
    public Verdict decide(final Command.PutGroup command) {
        return verdict(brand.putGroup(command));
    }

    @Override
    public Verdict decide(final Command.PutAttributionPolicy command) {
        return verdict(brand.putPolicy(command));
    }

    @Override
    public Verdict decide(final Command.HostRoom command) {
        return verdict(brand.hostRoom(command, catalogue.rooms.containsKey(command.room()), sequence));
    }

    @Override
    public Verdict decide(final Command.PutCommissionPlan command) {
        return verdict(plans.put(command));
    }

    @Override
    public Verdict decide(final Command.ClassifyItem command) {
        return verdict(plans.classify(command));
    }

    @Override
    public Verdict decide(final Command.OpenPayout command) {
        return verdict(payouts.open(command, nowMs));
    }

    @Override
    public Verdict decide(final Command.ChangePayoutState command) {
        return verdict(payouts.change(command));
    }

    @Override
    public Verdict decide(final Command.PutCampaign command) {
        final Verdict verdict = verdict(coupons.put(command));
        return verdict.outcome() == Outcome.OFFER_UNKNOWN
                ? verdict.line(command.offers().indexOf(verdict.detail()))
                : verdict;
    }

    @Override
    public Verdict decide(final Command.InviteToCampaign command) {
        return verdict(coupons.invite(command));
    }

    @Override
    public Verdict decide(final Command.StartRain command) {
        return verdict(coupons.rain(command, nowMs));
    }

    @Override
    public Verdict decide(final Command.NoteWatched command) {
        return verdict(coupons.watch(command));
    }

    @Override
    public Verdict decide(final Command.ClaimCoupon command) {
        return points.told(verdict(coupons.claim(command, sequence, nowMs)));
    }

    @Override
    public Verdict decide(final Command.FindCoupons command) {
        return verdict(Outcome.FOUND).found(coupons.shown(command));
    }

    @Override
    public Verdict decide(final Command.PutPack command) {
        return verdict(packs.put(command, sequence));
    }

    @Override
    public Verdict decide(final Command.PutPointRule command) {
        return verdict(points.put(command));
    }

    @Override
    public Verdict decide(final Command.AwardPoints command) {
        return points.told(verdict(points.award(command)));
    }

    @Override
    public Verdict decide(final Command.BookShow command) {
        return verdict(bookings.book(command));
    }

    @Override
    public Verdict decide(final Command.FindInviters command) {
        return verdict(Outcome.FOUND).found(referrals.invitersOf(command.viewers()));
    }

    private long sequence() {
        return sequence;
    }

    private Verdict withStockOfOffer(final long offer, final Verdict verdict) {
        return verdict.outcome() == Outcome.ACCEPTED
                ? verdict.stock(List.of(stocks.shown(stocks.soldBy(catalogue.offers.get(offer)))))
                : verdict;
    }

    private Verdict withStockOf(final long item, final Verdict verdict) {
        return verdict.stock(List.of(stocks.shown(catalogue.items.get(item).shared)));
    }

    private Verdict verdict(final NaiveCatalogue.Answer answer) {
        return verdict(answer.outcome()).detail(answer.detail());
    }

    private Verdict verdict(final Outcome outcome) {
        return Verdict.of(outcome, sequence);
    }
}
