package io.sluice.engine.core.naive;

import io.sluice.engine.core.Ascii;
import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.Decision;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.GuideRequest;
import io.sluice.engine.core.InviterPage;
import io.sluice.engine.core.LineRequests;
import io.sluice.engine.core.OfferTerms;
import io.sluice.engine.core.OrderRequest;
import io.sluice.engine.core.PlanRequest;
import io.sluice.engine.core.PolicyRequest;
import io.sluice.engine.core.RefundRequest;
import io.sluice.engine.core.StateBytes;
import io.sluice.engine.core.TouchRequest;
import io.sluice.engine.core.ViewerPicture;
import io.sluice.engine.core.ViewersRequest;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The core under test, with requests and decision reused from command to command as the engine reuses them. */
final class RealCore implements Decider {
    private static final byte[] EMPTY = new byte[0];

    private final FlashCore core = new FlashCore(CoreReserves.NONE);
    private final RealCoupons coupons = new RealCoupons(core.coupons());
    private final RealPoints points = new RealPoints(core);
    private final InviterPage inviters = new InviterPage();
    private final Decision decision = new Decision();
    private final RealStocks stocks = new RealStocks(core, decision);
    private final RealReviews reviews = new RealReviews(core, decision);
    private final RealTalk talk = new RealTalk(core.talk(), decision);
    private final OrderRequest order = new OrderRequest();
    private final RefundRequest refund = new RefundRequest();
    private final OfferTerms terms = new OfferTerms();
    private final TouchRequest touch = new TouchRequest();
    private final GuideRequest guide = new GuideRequest();
    private final ViewersRequest viewers = new ViewersRequest();
    private final PolicyRequest policy = new PolicyRequest();
    private final PlanRequest plan = new PlanRequest();
    private final ViewerPicture viewer = new ViewerPicture();
    private final Ascii reference = new Ascii(ProtocolLimits.MAX_KEY_BYTES);

    /** Another core that took this one's state by way of its bytes. */
    RealCore reloaded() {
        final StateBytes state = new StateBytes();
        core.save(state);
        final RealCore reloaded = new RealCore();
        reloaded.core.load(state);
        return reloaded;
    }

    long stateHash() {
        return core.stateHash();
    }

    /** The allotments and waiting lines, to be looked at. */
    @Override
    public RealStocks stocks() {
        return stocks;
    }

    @Override
    public RealReviews reviews() {
        return reviews;
    }

    @Override
    public TalkDecider talk() {
        return talk;
    }

    /** Every room. */
    List<Verdict.Room> rooms() {
        final List<Verdict.Room> rooms = new ArrayList<>();
        core.catalogue()
                .forEachRoom(
                        room -> rooms.add(new Verdict.Room(room.id(), room.state(), room.pinnedOffer(), room.likes())));
        return rooms;
    }

    /** Numbers of a viewer's orders, newest first. */
    List<Long> ordersOf(final long viewer) {
        final List<Long> numbers = new ArrayList<>();
        long number = core.newestOrderBefore(viewer, Long.MAX_VALUE);
        while (number != 0) {
            numbers.add(number);
            number = core.newestOrderBefore(viewer, number);
        }
        return numbers;
    }

    @Override
    public void begin(final long sequence, final long timeMs) {
        decision.begin(sequence, timeMs);
    }

    @Override
    public Verdict decide(final Command.PlaceOrder command) {
        order.set(command.viewer(), command.room(), command.expectedTotalFen());
        command.lines().forEach(line -> order.lines().add(line.offer(), line.quantity()));
        order.key().set(command.key());
        order.coupon().set(command.coupon());
        order.share().set(command.share());
        final Verdict.Touch touch = command.touch();
        order.touch().set(touch.store(), touch.guide(), touch.group(), touch.inviter());
        return after(decided -> core.placeOrder(order, decided));
    }

    @Override
    public Verdict decide(final Command.PayOrder command) {
        reference.set(command.reference());
        return after(decided -> core.payOrder(command.order(), command.amountFen(), reference, decided));
    }

    @Override
    public ServiceDecider service() {
        return new RealService(core, decision);
    }

    @Override
    public Verdict decide(final Command.ExpireOrder command) {
        return after(decided -> core.expireOrder(command.order(), decided));
    }

    @Override
    public Verdict decide(final Command.RefundOrder command) {
        final LineRequests lines =
                refund.set(command.order(), command.returned()).lines();
        command.lines().forEach(line -> lines.add(line.offer(), line.quantity()));
        refund.completes(command.request()).reference().set(command.reference());
        return after(decided -> core.refundOrder(refund, decided));
    }

    @Override
    public Verdict decide(final Command.FindOrder command) {
        return after(decided -> {
            core.findOrder(command.viewer(), command.order(), decided);
            core.packs().showVouchers(decided);
        });
    }

    @Override
    public Verdict decide(final Command.PutRoom command) {
        return after(decided -> core.putRoom(command.room(), 0, utf8(command.title()), EMPTY, decided));
    }

    @Override
    public Verdict decide(final Command.ChangeRoomState command) {
        return after(decided -> {
            core.changeRoomState(command.room(), command.next(), decided);
            core.bookings().giveBack(command.room(), decided);
        });
    }

    @Override
    public Verdict decide(final Command.PutItem command) {
        return after(decided -> core.putItem(command.item(), utf8(command.title()), EMPTY, decided));
    }

    @Override
    public Verdict decide(final Command.ChangeStock command) {
        return after(decided -> core.stockChanges()
                .change(command.actor(), command.item(), command.change(), command.reason(), decided));
    }

    @Override
    public Verdict decide(final Command.PutOffer command) {
        terms.set(
                        command.listPriceFen(),
                        command.opensAtMs(),
                        command.closesAtMs(),
                        command.perViewerLimit(),
                        command.holdSeconds())
                .turns(command.turnSeconds());
        command.windows().forEach(window -> terms.addWindow(window.fromMs(), window.toMs(), window.priceFen()));
        return after(decided -> core.putOffer(command.room(), command.offer(), command.item(), terms, decided));
    }

    @Override
    public Verdict decide(final Command.OpenOffer command) {
        return after(decided -> core.openOffer(command.room(), command.offer(), decided));
    }

    @Override
    public Verdict decide(final Command.CloseOffer command) {
        return after(decided -> core.closeOffer(command.room(), command.offer(), decided));
    }

    @Override
    public Verdict decide(final Command.PinOffer command) {
        return after(decided -> core.pinOffer(command.room(), command.offer(), decided));
    }

    @Override
    public Verdict decide(final Command.ChangeLimits command) {
        return after(decided -> core.changeLimits(command.limits(), decided));
    }

    @Override
    public Verdict decide(final Command.NoteTouch command) {
        touch.set(command.viewer(), command.kind(), command.channel(), command.room(), command.offer());
        final Verdict.Touch by = command.touch();
        touch.touch().set(by.store(), by.guide(), by.group(), by.inviter());
        touch.share().set(command.share());
        return after(decided -> core.noteTouch(touch, decided));
    }

    @Override
    public Verdict decide(final Command.PutStore command) {
        return after(decided -> core.putStore(
                command.store(), command.latitudeE6(), command.longitudeE6(), utf8(command.name()), decided));
    }

    @Override
    public Verdict decide(final Command.PutGuide command) {
        guide.set(command.guide(), command.viewer(), command.active()).name(utf8(command.name()));
        command.stores().forEach(guide::addStore);
        return after(decided -> core.putGuide(guide, decided));
    }

    @Override
    public Verdict decide(final Command.PutGroup command) {
        return after(decided -> core.putGroup(
                command.group(), command.store(), command.guide(), command.owner(), utf8(command.name()), decided));
    }

    @Override
    public Verdict decide(final Command.PutViewers command) {
        viewers.clear();
        command.viewers()
                .forEach(entry -> viewers.add(
                        entry.viewer(), entry.memberSinceMs(), entry.guide(), entry.group(), entry.inviter()));
        return after(decided -> core.putViewers(viewers, decided));
    }

    @Override
    public Verdict decide(final Command.PutAttributionPolicy command) {
        policy.set(command.binding(), command.bindingMs(), command.touchWindowMs());
        command.rules().forEach(rule -> policy.addRule(rule.code()));
        return after(decided -> core.putAttributionPolicy(policy, decided));
    }

    @Override
    public Verdict decide(final Command.HostRoom command) {
        return after(decided -> core.hostRoom(command.room(), command.store(), command.guide(), decided));
    }

    @Override
    public Verdict decide(final Command.PutCommissionPlan command) {
        plan.set(command.scope(), command.target(), command.returnWindowMs());
        command.shares()
                .forEach(share -> plan.addShare(share.payee(), share.basisPoints(), share.fixedFen(), share.capFen()));
        return after(decided -> core.putCommissionPlan(plan, decided));
    }

    @Override
    public Verdict decide(final Command.ClassifyItem command) {
        return after(decided -> core.classifyItem(command.item(), command.category(), command.kind(), decided));
    }

    @Override
    public Verdict decide(final Command.OpenPayout command) {
        return after(decided -> core.payouts().open(command.payout(), command.untilMs(), decided));
    }

    @Override
    public Verdict decide(final Command.ChangePayoutState command) {
        return after(decided -> core.payouts().changeState(command.payout(), command.next(), decided));
    }

    @Override
    public Verdict decide(final Command.PutCampaign command) {
        return after(decided -> coupons.put(command, decided));
    }

    @Override
    public Verdict decide(final Command.InviteToCampaign command) {
        return after(decided -> coupons.invite(command, decided));
    }

    @Override
    public Verdict decide(final Command.StartRain command) {
        return after(decided -> coupons.rain(command, decided));
    }

    @Override
    public Verdict decide(final Command.NoteWatched command) {
        return after(decided -> coupons.watch(command, decided));
    }

    @Override
    public Verdict decide(final Command.ClaimCoupon command) {
        return after(decided -> coupons.claim(command, decided));
    }

    @Override
    public Verdict decide(final Command.FindCoupons command) {
        return Verdict.of(Outcome.FOUND, decision.sequence()).found(coupons.shown(command));
    }

    @Override
    public Verdict decide(final Command.FindInviters command) {
        inviters.clear();
        command.viewers().stream().limit(ProtocolLimits.MAX_VIEWERS_A_QUERY).forEach(inviters::add);
        core.findInviters(inviters);
        final List<Verdict.Invited> found = new ArrayList<>();
        for (int i = 0; i < inviters.size(); i++) {
            found.add(new Verdict.Invited(inviters.inviter(i), inviters.isKnown(i)));
        }
        return Verdict.of(Outcome.FOUND, decision.sequence()).found(new Verdict.Inviters(inviters.room(), found));
    }

    @Override
    public Verdict decide(final Command.PutPack command) {
        return after(decided -> points.put(command, decided));
    }

    @Override
    public Verdict decide(final Command.PutPointRule command) {
        return after(decided -> points.put(command, decided));
    }

    @Override
    public Verdict decide(final Command.BookShow command) {
        return after(decided -> core.bookings().book(command.viewer(), command.room(), command.booked(), decided));
    }

    @Override
    public Verdict decide(final Command.AwardPoints command) {
        return after(decided -> points.award(command, decided));
    }

    /** The points, to be looked at. */
    RealPoints points() {
        return points;
    }

    /** The coupons, to be looked at. */
    RealCoupons coupons() {
        return coupons;
    }

    /** Every payout, oldest first. */
    List<NaivePayouts.Shown> payouts() {
        final List<NaivePayouts.Shown> payouts = new ArrayList<>();
        core.payouts()
                .forEach(payout -> payouts.add(new NaivePayouts.Shown(payout.id(), payout.untilMs(), payout.state())));
        return payouts;
    }

    @Override
    public Verdict decide(final Command.FindViewer command) {
        return Verdict.of(Outcome.FOUND, decision.sequence()).found(shown(command.viewer()));
    }

    /** What is known of a viewer. */
    Verdict.Viewer shown(final long id) {
        core.findViewer(id, viewer);
        final List<Verdict.Hand> trail = new ArrayList<>();
        for (int i = 0; i < viewer.hands(); i++) {
            trail.add(new Verdict.Hand(viewer.hand(i), viewer.handInvitedAt(i)));
        }
        return new Verdict.Viewer(
                viewer.viewer(),
                viewer.memberSinceMs(),
                viewer.store(),
                viewer.guide(),
                viewer.boundUntilMs(),
                viewer.boundAt(),
                viewer.group(),
                viewer.joinedAt(),
                viewer.inviter(),
                viewer.invitedAt(),
                viewer.invited(),
                viewer.touchAt(),
                viewer.touchTimeMs(),
                viewer.touchKind(),
                viewer.hasMore(),
                trail);
    }

    private Verdict after(final Consumer<Decision> command) {
        command.accept(decision);
        return ShownDecision.of(decision);
    }

    private static byte[] utf8(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
