package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.sluice.engine.protocol.AttributionRule;
import io.sluice.engine.protocol.BindingMode;
import io.sluice.engine.protocol.FoldedText;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.Payee;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.engine.protocol.ReturnedStock;
import io.sluice.engine.protocol.TouchKind;
import java.lang.management.ManagementFactory;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * In the steady state the core leaves nothing for the garbage collector. An hour of core time goes by in four rounds, so
 * that keys and references are dropped as fast as they come and their tables go round.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP_ROUNDS = 20_000;
    private static final int ROUNDS = 10_000;
    private static final int ORDERS_A_ROUND = 3;
    private static final int COMMISSIONS_A_ROUND = 2;
    /** For the code of one order in four is memory set aside. */
    private static final int ROUNDS_A_SHARE = 5;

    private static final int MAX_KEYS = 1_000;
    private static final int VIEWERS = 500;
    private static final int KEY_DIGITS = 8;
    private static final long GUIDE = 4;
    private static final long GROUP = 5;
    private static final long OWNER = 9_999;
    private static final byte[] NAME = {'n'};
    private static final UnsafeBuffer WORD = new UnsafeBuffer(new byte[] {'b', ' ', 'A', 'd'});

    private final Shop shop = Shop.open(LimitsBuilder.limits()
            .orders((WARM_UP_ROUNDS + ROUNDS) * ORDERS_A_ROUND)
            .reserved((WARM_UP_ROUNDS + ROUNDS) * ORDERS_A_ROUND)
            .keys(MAX_KEYS)
            .viewerOffers(VIEWERS + 1));
    private final FlashCore core = shop.core();
    private final Decision decision = new Decision();
    private final OrderRequest order = new OrderRequest();
    private final RefundRequest refund = new RefundRequest();
    private final TouchRequest touch = new TouchRequest();
    private final ViewersRequest viewers = new ViewersRequest();
    private final ViewerPicture picture = new ViewerPicture();
    private final Ascii reference = new Ascii(2 * KEY_DIGITS);
    private final FoldedText comment = new FoldedText(ProtocolLimits.MAX_COMMENT_BYTES);
    private final FoldedText blocked = new FoldedText(ProtocolLimits.MAX_COMMENT_BYTES);
    private final UnsafeBuffer key = new UnsafeBuffer(new byte[2 * KEY_DIGITS]);
    private final int[] seen = new int[Outcome.values().length];
    private long sequence = 1_000;
    private long nowMs = shop.nowMs();
    private long commissions;

    @BeforeEach
    void openTheBrand() {
        core.putStore(1, 0, 0, NAME, next());
        core.putGuide(new GuideRequest().set(GUIDE, 0, 1).addStore(1).name(NAME), next());
        core.putGroup(GROUP, 1, GUIDE, OWNER, NAME, next());
        core.hostRoom(Shop.ROOM, 0, GUIDE, next());
        final PolicyRequest policy = new PolicyRequest().set(BindingMode.LAST_TOUCH, 0, Shop.HOLD_SECONDS);
        for (final AttributionRule rule : AttributionRule.values()) {
            if (rule.isForPolicies() && rule != AttributionRule.GUIDE_BINDING) {
                policy.addRule(rule.code());
            }
        }
        core.putAttributionPolicy(policy.addRule(AttributionRule.GUIDE_BINDING.code()), next());
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
        final PlanBuilder plan = PlanBuilder.ofBrand();
        Payee.ALL.forEach(payee -> plan.sharing(payee, 100 + payee.code()));
        core.talk().words().put(new byte[] {'b', 'a', 'd'}, true, next());
        core.talk().slow(Shop.ROOM, 1, next());
        core.putCommissionPlan(plan.build(), next());
        assertThat(decision.outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void ordersMoneyCommissionTalkAndTouchesAllocateNothing() {
        play(0, WARM_UP_ROUNDS);
        final long before = THREADS.getCurrentThreadAllocatedBytes();
        play(WARM_UP_ROUNDS, WARM_UP_ROUNDS + ROUNDS);
        final long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).isZero();
        assertEveryRoundSaw(
                Outcome.RESERVED,
                Outcome.REPEATED,
                Outcome.KEY_REUSED,
                Outcome.SOLD_OUT,
                Outcome.PAID,
                Outcome.REFUND_DUE,
                Outcome.REFUNDED,
                Outcome.CANCELLED,
                Outcome.EXPIRED,
                Outcome.PAID_LATE,
                Outcome.FOUND,
                Outcome.COMMENT_BLOCKED,
                Outcome.ACCEPTED);
        assertThat(commissions).isEqualTo(2L * COMMISSIONS_A_ROUND * (WARM_UP_ROUNDS + ROUNDS));
    }

    private void play(final int from, final int to) {
        for (int round = from; round < to; round++) {
            playPaid(round);
            playCancelled(round);
            playLate(round);
            playTalk(round);
            playTouch(round);
        }
    }

    private void playPaid(final int round) {
        final long number = place(round, 0, 2);
        place(round, 0, 2);
        place(round, 0, 1);
        place(round, 1, (int) Shop.STOCK);
        pay(round, 0, number, 2 * Shop.PRICE_FEN);
        pay(round, 1, number, 2 * Shop.PRICE_FEN);
        giveBack(round, 0, number);
    }

    private void playCancelled(final int round) {
        core.cancelOrder(viewer(round), place(round, 2, 1), 0, next());
        seen[decision.outcome().ordinal()]++;
    }

    private void playLate(final int round) {
        final long number = place(round, 3, 1);
        nowMs += Shop.HOLD_SECONDS * 1_000L;
        core.expireOrder(number, next());
        seen[decision.outcome().ordinal()]++;
        pay(round, 2, number, Shop.PRICE_FEN);
        core.findOrder(viewer(round), number, next());
        seen[decision.outcome().ordinal()]++;
        giveBack(round, 1, number);
    }

    private void playTalk(final int round) {
        core.talk().mutes().mute(viewer(round), 1, next());
        core.talk().mutes().appeal(viewer(round), 20, next());
        core.talk().mutes().decide(viewer(round), sequence, false, next());
        assertThatNothingIsRefused();
        core.talk().mutes().mute(viewer(round), 0, next());
        core.talk()
                .comment(viewer(round), Shop.ROOM, comment.set(key, 0, key.capacity()), CommentMemory.OF_ROOM, next());
        assertThatNothingIsRefused();
        core.talk().report(viewer(round) + 1, Shop.ROOM, sequence, next());
        assertThatNothingIsRefused();
        core.talk()
                .comment(
                        viewer(round) + 1,
                        Shop.ROOM,
                        blocked.set(WORD, 0, WORD.capacity()),
                        CommentMemory.OF_ROOM,
                        next());
        seen[decision.outcome().ordinal()]++;
        core.talk().like(Shop.ROOM, 3, next());
        seen[decision.outcome().ordinal()]++;
    }

    /** Viewers bring each other in a row, join, and order with a code. */
    private void playTouch(final int round) {
        touch.set(viewer(round), TouchKind.SHARE, 0, Shop.ROOM, Shop.OFFER);
        touch.touch().set(0, GUIDE, 0, inviter(round));
        core.noteTouch(touch, next());
        touch.set(viewer(round), TouchKind.JOINED, 0, 0, 0);
        touch.touch().set(0, 0, GROUP, 0);
        core.noteTouch(touch, next());
        assertThatNothingIsRefused();
        core.findViewer(viewer(round), picture);
        core.putViewers(viewers.clear().add(viewer(round), 1, GUIDE, 0, inviter(round)), next());
        assertThatNothingIsRefused();
    }

    /** A new row begins before the last has as many hands as there may be. */
    private static long inviter(final int round) {
        return viewer(round) % ProtocolLimits.MAX_TRAIL == 0 ? 0 : viewer(round) - 1;
    }

    private void assertThatNothingIsRefused() {
        if (decision.outcome() != Outcome.ACCEPTED) {
            throw new AssertionError(decision.outcome());
        }
    }

    private long place(final int round, final int kind, final int quantity) {
        order.set(viewer(round), Shop.ROOM, OrderRequest.NO_EXPECTED_TOTAL);
        order.lines().add(Shop.OFFER, quantity);
        order.key().set(key(round, kind), 0, key.capacity());
        order.touch().set(0, 0, round % 3 == 0 ? GROUP : 0, round % 2 == 0 ? viewer(round) + 1 : 0);
        if (round % ROUNDS_A_SHARE == 0) {
            order.share().set(key, 0, key.capacity());
        }
        core.placeOrder(order, next());
        seen[decision.outcome().ordinal()]++;
        return decision.order();
    }

    private void pay(final int round, final int kind, final long number, final long amountFen) {
        reference.set(key(round, kind), 0, key.capacity());
        core.payOrder(number, amountFen, reference, next());
        commissions += decision.commission().size();
        seen[decision.outcome().ordinal()]++;
    }

    private void giveBack(final int round, final int kind, final long number) {
        refund.set(number, ReturnedStock.RETURN).reference().set(key(round, kind), 0, key.capacity());
        core.refundOrder(refund, next());
        commissions += decision.commission().size();
        seen[decision.outcome().ordinal()]++;
    }

    private Decision next() {
        return decision.begin(++sequence, nowMs);
    }

    private UnsafeBuffer key(final int round, final int kind) {
        key.putNaturalPaddedIntAscii(0, KEY_DIGITS, round);
        key.putNaturalPaddedIntAscii(KEY_DIGITS, KEY_DIGITS, kind);
        return key;
    }

    private void assertEveryRoundSaw(final Outcome... outcomes) {
        for (final Outcome outcome : outcomes) {
            assertThat(seen[outcome.ordinal()]).as("%s", outcome).isGreaterThanOrEqualTo(WARM_UP_ROUNDS + ROUNDS);
        }
    }

    private static long viewer(final int round) {
        return 1L + round % VIEWERS;
    }
}
