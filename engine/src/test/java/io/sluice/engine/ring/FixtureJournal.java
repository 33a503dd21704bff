package io.sluice.engine.ring;

import io.sluice.engine.core.CoreReserves;
import io.sluice.engine.core.FlashCore;
import io.sluice.engine.core.LimitsBuilder;
import io.sluice.engine.journal.ChronicleJournal;
import io.sluice.engine.journal.JournalDirectory;
import io.sluice.engine.journal.JournalSettings;
import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.PointReason;
import io.sluice.engine.protocol.RecordChain;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.ReviewState;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.protocol.TouchKind;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the journal of a small evening: every kind of command, most outcomes, over midnight. Times are made up, so the same
 * program writes the same records again.
 */
final class FixtureJournal implements AutoCloseable {
    /** Half an hour before midnight, UTC. */
    private static final long START_MS = TimeUnit.DAYS.toMillis(20_000) - TimeUnit.MINUTES.toMillis(30);

    private static final long STEP_MS = 10_007;
    private static final int ORDERS = 80;

    private final UnsafeBuffer slot = new UnsafeBuffer(ByteBuffer.allocateDirect(CommandRing.MIN_SLOT_BYTES));
    private final CommandDecider decider = new CommandDecider(new FlashCore(CoreReserves.NONE));
    private final RecordChain chain = new RecordChain();
    private final ChronicleJournal journal;
    private final List<Long> unpaid = new ArrayList<>();
    private long timeMs = START_MS;

    private FixtureJournal(final JournalDirectory directory) {
        journal =
                ChronicleJournal.open(directory, new JournalSettings().withBlockBytes(JournalSettings.MIN_BLOCK_BYTES));
    }

    /** Writes it into a data directory that is empty. */
    static void write(final JournalDirectory directory) {
        try (FixtureJournal fixture = new FixtureJournal(directory)) {
            SampleCommands.shop().values().forEach(fixture::decide);
            for (int i = 1; i <= ORDERS / 2; i++) {
                fixture.sell(i);
            }
            SampleBrandCommands.brand().values().forEach(fixture::decide);
            fixture.decide(SampleMoneyCommands.putCommissionPlan());
            for (int i = ORDERS / 2 + 1; i <= ORDERS; i++) {
                fixture.touch(i);
                fixture.sell(i);
            }
            fixture.sellWithCoupons();
            fixture.sellPacks();
            fixture.endRequests();
            fixture.waitInLine();
            fixture.sellReplay();
            fixture.review();
            fixture.book();
            fixture.moderate();
            fixture.endHolds();
            fixture.writeOffTogether();
            SampleCommands.all().values().forEach(fixture::decide);
            fixture.decide(SampleCommands.placeOrder(SampleCommands.VIEWER, "closed", 2));
        }
    }

    private void sell(final int i) {
        final long viewer = 100L + i % 20;
        final String key = "key-" + i;
        final int quantity = 1 + i % 4;
        final long order = decide(SampleCommands.placeOrder(viewer, key, quantity));
        if (i % 5 == 0) {
            decide(SampleCommands.placeOrder(viewer, key, quantity));
            decide(SampleCommands.placeOrder(viewer, key, quantity + 1));
        }
        switch (i % 4) {
            case 1 -> {
                decide(SampleCommands.payOrder(order, quantity * SampleCommands.PRICE_FEN, "pay-" + i));
                decide(SampleCommands.requestRefund(order, "request-" + i));
                decide(SampleCommands.requestRefund(order, "again-" + i));
                decide(SampleCommands.refundOrder(order, "refund-" + i));
            }
            case 2 ->
                decide(i % 3 == 0 ? SampleCommands.cancelFor(9, order) : SampleCommands.cancelOrder(viewer, order));
            default -> unpaid.add(order);
        }
        if (i % 8 == 0) {
            decide(SampleCommands.postComment(viewer, "第" + i + "单"));
        }
    }

    /** Of six orders with a coupon two are paid, one of which is given back unit by unit; one is cancelled, three are left. */
    private void sellWithCoupons() {
        decide(SampleCouponCommands.putCampaign(SampleCouponCommands.OTHER_CAMPAIGN, 0, false));
        for (int i = 1; i <= 6; i++) {
            final long viewer = 100L + i;
            decide(SampleCouponCommands.claim(viewer, SampleCouponCommands.OTHER_CAMPAIGN, "claim-" + i));
            final long coupon = decider.decision().detail();
            final long order = decide(SampleCommands.placeOrder(viewer, "coupon-" + i, 2, Long.toString(coupon)));
            final long totalFen = decider.decision().picture().totalFen();
            switch (i) {
                case 1 -> {
                    decide(SampleCommands.payOrder(order, totalFen, "coupon-pay-1"));
                    decide(SampleCommands.refundOrder(order, "coupon-refund-1"));
                    decide(SampleCommands.refundOrder(order, "coupon-refund-2"));
                }
                case 2 -> decide(SampleCommands.payOrder(order, totalFen, "coupon-pay-2"));
                case 3 -> decide(SampleCommands.cancelOrder(viewer, order));
                default -> unpaid.add(order);
            }
        }
    }

    /** Five packs bring points to who buys them and to who invited those; what becomes of them is different each time. */
    private void sellPacks() {
        SamplePointCommands.opening().forEach(this::decide);
        for (int i = 1; i <= 5; i++) {
            final long viewer = 200L + i;
            decide(SampleBrandCommands.noteTouch(viewer, TouchKind.SHARE));
            decide(SampleCommands.postComment(viewer, "积分"));
            final long pack = decide(SampleCommands.placeOrder(viewer, "pack-" + i, 3));
            decide(SampleCommands.payOrder(pack, 3 * SampleCommands.PRICE_FEN, "pack-pay-" + i));
            final String voucher = Long.toString(decider.decision().firstVoucher());
            switch (i) {
                case 1 -> decide(SampleCommands.refundOrder(pack, "pack-refund-1"));
                case 2 -> {
                    final long served = decide(SampleCommands.placeOrder(viewer, "voucher-2", 2, voucher));
                    final long totalFen = decider.decision().picture().totalFen();
                    decide(SampleCommands.payOrder(served, totalFen, "voucher-pay-2"));
                    decide(SampleCommands.refundOrder(pack, "pack-refund-2"));
                }
                case 3 -> unpaid.add(decide(SampleCommands.placeOrder(viewer, "voucher-3", 2, voucher)));
                case 4 -> decide(SampleCouponCommands.claim(viewer, SamplePointCommands.PRICED_CAMPAIGN, "priced"));
                default -> decide(SamplePointCommands.awardPoints(viewer, PointReason.GIFT.code(), "gift"));
            }
        }
    }

    /**
     * Of three vouchers the refund of one is asked for, which cannot be used until that is declined. What is asked for anew is
     * withdrawn, and money goes all the same; what is asked for next is paid back. No other way to end is left.
     */
    private void endRequests() {
        final long pack = decide(SampleCommands.placeOrder(211, "request-pack", 3));
        decide(SampleCommands.payOrder(pack, 3 * SampleCommands.PRICE_FEN, "request-pack-pay"));
        // The first line has two, and of them the newer goes first.
        final String held = Long.toString(decider.decision().firstVoucher() + 1);
        final long declined = ask(pack, "request-pack-1");
        decide(SampleCommands.placeOrder(211, "voucher-held", 2, held));
        decide(SampleCommands.declineRefund(pack, declined));
        decide(SampleCommands.declineRefund(pack, declined));
        decide(SampleCommands.withdrawRequest(pack, declined));
        unpaid.add(decide(SampleCommands.placeOrder(211, "voucher-free", 2, held)));
        final long withdrawn = ask(pack, "request-pack-2");
        decide(SampleCommands.withdrawRequest(pack, withdrawn));
        decide(SampleCommands.withdrawRequest(pack, withdrawn));
        decide(SampleCommands.withdrawRequest(pack + 1_000, withdrawn));
        final long paid = ask(pack, "request-pack-3");
        decide(SampleCommands.refundOrder(pack, "request-pack-late", withdrawn));
        decide(SampleCommands.refundOrder(pack, "request-pack-paid", paid));
        decide(SampleCommands.refundOrder(pack, "request-pack-other", declined - 1));
        decide(SampleCommands.declineRefund(pack, paid));
        decide(SampleCommands.cancelFor(-1, pack));
    }

    /** Answers the record that asked. */
    private long ask(final long order, final String key) {
        decide(SampleCommands.requestRefund(order, key));
        return chain.sequence();
    }

    /**
     * The room's last units are held when two others come; the one who wants two of the three has a turn and orders them, the
     * other's goes by. Somebody leaves, and the last is sent home when the sale is over.
     */
    private void waitInLine() {
        SampleStockCommands.opening().forEach(this::decide);
        final long first = decide(SampleStockCommands.order(301, "line-1", SampleStockCommands.UNITS));
        join(302, 1);
        join(302, 2);
        join(302, 2);
        join(303, 3);
        join(304, 1);
        decide(SampleStockCommands.order(305, "line-2", 1));
        decide(SampleStockCommands.leave(304, SampleStockCommands.OFFER));
        decide(SampleStockCommands.leave(305, SampleStockCommands.OFFER));
        decide(SampleCommands.cancelOrder(301, first));
        decide(SampleStockCommands.callNext(SampleStockCommands.OFFER));
        decide(SampleStockCommands.callNext(SampleStockCommands.OFFER));
        final long second = decide(SampleStockCommands.order(302, "line-3", 2));
        decide(SampleCommands.payOrder(second, decider.decision().picture().totalFen(), "line-pay"));
        decide(SampleStockCommands.endTurn(303, SampleStockCommands.OFFER));
        timeMs += TimeUnit.SECONDS.toMillis(SampleStockCommands.TURN_SECONDS);
        decide(SampleStockCommands.endTurn(303, SampleStockCommands.OFFER));
        join(303, 1);
        join(303, 2);
        decide(SampleStockCommands.putOffer(timeMs));
        decide(SampleStockCommands.callNext(SampleStockCommands.OFFER));
    }

    /** A room where everybody has to wait, a word that nobody may say for a while, and a comment that is hidden. */
    private void moderate() {
        decide(SampleTalkCommands.slowRoom(30));
        decide(SampleCommands.postComment(401, "第一条"));
        final long comment = chain.sequence();
        decide(SampleCommands.postComment(401, "第二条"));
        decide(SampleTalkCommands.hideComment(comment));
        decide(SampleTalkCommands.hideComment(comment));
        decide(SampleTalkCommands.hideComment(comment + 1));
        decide(SampleTalkCommands.blockWord("假货", true));
        decide(SampleCommands.postComment(402, "是 假 货"));
        decide(SampleTalkCommands.blockWord("假 货", true));
        decide(SampleTalkCommands.blockWord("假货", false));
        decide(SampleCommands.postComment(402, "假货"));
        decide(SampleTalkCommands.slowRoom(0));
        report();
    }

    /** Two viewers report a comment, one of them twice; of two who are muted one is heard again, the other is not. */
    private void report() {
        decide(SampleCommands.postComment(403, "举报我"));
        final long comment = chain.sequence();
        decide(SampleTalkCommands.reportComment(404, comment));
        decide(SampleTalkCommands.reportComment(405, comment));
        decide(SampleTalkCommands.reportComment(405, comment));
        for (long viewer = 403; viewer <= 404; viewer++) {
            decide(SampleTalkCommands.appealMute(viewer, "没有禁言"));
            decide(SampleTalkCommands.muteViewer(viewer, -1));
            decide(SampleTalkCommands.appealMute(viewer, "再也不会了"));
            final long appeal = chain.sequence();
            decide(SampleTalkCommands.appealMute(viewer, "真的"));
            decide(SampleTalkCommands.decideAppeal(viewer, appeal, viewer == 403));
            decide(SampleTalkCommands.decideAppeal(viewer, appeal, true));
            decide(SampleCommands.postComment(viewer, "又来了"));
        }
    }

    /** The room ends: its allotment goes home, and the replay sells what was kept for it until that is closed, too. */
    private void sellReplay() {
        decide(SampleStockCommands.putOffer(Long.MAX_VALUE));
        unpaid.add(decide(SampleStockCommands.order(306, "room", 1)));
        decide(SampleStockCommands.roomState(RoomState.ENDED));
        final long replayed = decide(SampleStockCommands.order(306, "replay", 1));
        decide(SampleStockCommands.close(SampleStockCommands.ITEM, StockKind.REPLAY, SampleStockCommands.ROOM));
        decide(SampleStockCommands.close(SampleStockCommands.ITEM, StockKind.REPLAY, SampleStockCommands.ROOM));
        decide(SampleCommands.cancelOrder(306, replayed));
    }

    /** Over the limit of one person: approved by a second, who is not the first, and withdrawn. */
    private void writeOffTogether() {
        decide(SampleCommands.changeLimits(LimitsBuilder.limits().writeOff(1).build()));
        decide(SampleStockCommands.writeOff(1, SampleCommands.ITEM, 2));
        final long proposal = decider.decision().sequence();
        decide(SampleStockCommands.approve(1, proposal));
        decide(SampleStockCommands.approve(2, proposal));
        decide(SampleStockCommands.approve(2, proposal));
        decide(SampleStockCommands.writeOff(1, SampleCommands.ITEM, 2));
        decide(SampleStockCommands.withdraw(decider.decision().sequence()));
    }

    /** Of two buyers one is shown and becomes a case, the other writes anew after being rejected; a third bought nothing. */
    private void review() {
        final long first = buy(401);
        final long second = buy(402);
        final long shown = write(401, first, 5, "值得回购");
        decide(SampleReviewCommands.judge(1, shown, ReviewState.CASE, ""));
        decide(SampleReviewCommands.judge(1, shown, ReviewState.APPROVED, ""));
        decide(SampleReviewCommands.judge(1, shown, ReviewState.CASE, ""));
        decide(SampleReviewCommands.judge(1, shown, ReviewState.CASE, ""));
        final long rejected = write(402, second, 1, "加微信");
        decide(SampleReviewCommands.judge(2, rejected, ReviewState.REJECTED, "广告"));
        write(402, second, 4, "包装很好");
        decide(SampleReviewCommands.judge(2, rejected, ReviewState.APPROVED, ""));
        decide(SampleReviewCommands.judge(3, rejected, ReviewState.APPROVED, ""));
        write(401, first, 5, "值得回购");
        write(403, first, 5, "别人的单");
        write(403, unpaidOf(403), 5, "没付款");
    }

    /** Two book the next show, one of them thinks better of it; then it begins. */
    private void book() {
        decide(SampleCommands.putRoom(SampleReviewCommands.NEXT_ROOM));
        decide(SampleReviewCommands.book(401, SampleReviewCommands.NEXT_ROOM, 1));
        decide(SampleReviewCommands.book(402, SampleReviewCommands.NEXT_ROOM, 1));
        decide(SampleReviewCommands.book(402, SampleReviewCommands.NEXT_ROOM, 1));
        decide(SampleReviewCommands.book(402, SampleReviewCommands.NEXT_ROOM, 0));
        decide(SampleReviewCommands.book(402, SampleCommands.ROOM, 1));
        decide(SampleReviewCommands.book(402, 99, 1));
    }

    private long buy(final long viewer) {
        final long order = decide(SampleCommands.placeOrder(viewer, "review-" + viewer, 2));
        decide(SampleCommands.payOrder(order, 2 * SampleCommands.PRICE_FEN, "review-pay-" + viewer));
        return order;
    }

    private long unpaidOf(final long viewer) {
        final long order = decide(SampleCommands.placeOrder(viewer, "review-" + viewer, 2));
        unpaid.add(order);
        return order;
    }

    /** Answers the record. */
    private long write(final long viewer, final long order, final int stars, final String text) {
        decide(SampleReviewCommands.write(viewer, order, stars, text, ""));
        return chain.sequence();
    }

    private void join(final long viewer, final int units) {
        decide(SampleStockCommands.join(viewer, SampleStockCommands.ROOM, SampleStockCommands.OFFER, units));
    }

    /** Of every kind, by viewers who come again; some never do. */
    private void touch(final int i) {
        final TouchKind kind = TouchKind.ofCode(1 + i % 4);
        if (i % 3 > 0) {
            decide(SampleBrandCommands.noteTouch(100L + i % 10, kind));
        }
    }

    /** The first ends before its time, which is refused; another is paid once it is over. */
    private void endHolds() {
        decide(SampleCommands.expireOrder(unpaid.get(unpaid.size() - 1)));
        timeMs += TimeUnit.SECONDS.toMillis(SampleCommands.HOLD_SECONDS);
        unpaid.forEach(order -> decide(SampleCommands.expireOrder(order)));
        decide(SampleCommands.payOrder(unpaid.get(0), 4 * SampleCommands.PRICE_FEN, "late"));
    }

    /** Appends the record of a command; answers the order it is about, 0 for none. */
    private long decide(final CommandWriter command) {
        timeMs += STEP_MS;
        final int commandLength = command.write(slot, RecordFlyweight.HEADER_LENGTH);
        final int decisionLength =
                decider.decide(slot, RecordFlyweight.HEADER_LENGTH, commandLength, chain.sequence() + 1, timeMs);
        journal.append(slot, 0, chain.seal(slot, 0, commandLength, decisionLength, timeMs));
        return decider.decision().picture().number();
    }

    @Override
    public void close() {
        journal.force();
        journal.close();
    }
}
