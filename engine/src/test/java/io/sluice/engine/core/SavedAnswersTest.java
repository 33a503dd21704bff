package io.sluice.engine.core;

import static io.sluice.engine.core.OrderBuilder.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sluice.engine.protocol.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First answers are saved whole, whatever their table leaves to the order. */
class SavedAnswersTest {

    private final Shop shop = Shop.open();

    @Test
    void anOrdersAnswerIsSavedWithItsBody() {
        shop.reserve(order("other"));
        final OrderBuilder order =
                order("k").by(9).of(Shop.OFFER, 2).sharedBy("s1").touchedBy(0, 0, 0, 3);
        final Decision decision = shop.pass(5).place(order.expecting(2 * Shop.PRICE_FEN));
        shop.pay(decision.order(), 2 * Shop.PRICE_FEN, "p");

        final Answer answer = saved(shop.core().orderAnswers::save, 2).get(1);

        assertIsOf(answer, 9, "k");
        assertSays(answer, decision, Outcome.RESERVED, Outcome.ACCEPTED, 2 * Shop.PRICE_FEN);
        assertThat(answer.part(0)).isEqualTo(Shop.ROOM);
        assertThat(answer.part(1)).isEqualTo(order.build().lines().hash());
        assertThat(answer.part(2)).isEqualTo(2 * Shop.PRICE_FEN);
        assertThat(answer.part(3)).isEqualTo(Shop.ascii("").hash());
        assertThat(answer.part(4)).isEqualTo(Shop.ascii("s1").hash());
        assertThat(answer.part(5)).isEqualTo(order.build().touch().hash());
    }

    @Test
    void aPaymentsAnswerIsSavedAlikeWhetherItsOrderSaysItOrNot() {
        final long inTime = shop.reserve(order("k1"));
        final Decision paid = shop.pass(5).pay(inTime, Shop.PRICE_FEN, "p1");
        final Decision tooMuch = shop.pass(5).pay(inTime, Shop.PRICE_FEN + 1, "p2");
        final long late = shop.expired(order("k2"));
        final Decision paidLate = shop.pass(5).pay(late, Shop.PRICE_FEN, "p3");
        final Decision unknown = shop.pass(5).pay(99, 7, "p4");

        final List<Answer> answers = saved(shop.core().paymentAnswers::save, 4);

        assertPayment(answers.get(0), "p1", paid, Outcome.PAID, Outcome.ACCEPTED, inTime, Shop.PRICE_FEN);
        assertPayment(
                answers.get(1), "p2", tooMuch, Outcome.REFUND_DUE, Outcome.AMOUNT_DIFFERS, inTime, Shop.PRICE_FEN + 1);
        assertPayment(answers.get(2), "p3", paidLate, Outcome.PAID_LATE, Outcome.ACCEPTED, late, Shop.PRICE_FEN);
        assertPayment(answers.get(3), "p4", unknown, Outcome.REFUND_DUE, Outcome.ORDER_UNKNOWN, 99, 7);
        assertThat(answers.get(3).order()).isZero();
        assertThat(answers.get(3).totalFen()).isZero();
    }

    @Test
    void whatItsOrderDoesNotSayIsKeptAsItWasSaved() {
        final long number = shop.reserve(order("k"));
        shop.pay(number, Shop.PRICE_FEN, "p");
        final StateBytes state = new StateBytes();
        final Answer other = saved(shop.core().paymentAnswers::save, 1).get(0).when(77, Shop.OPENING_MS);
        SavedAnswers.save(state, 0, 1, (first, to) -> to.copyFrom(other));
        final OrderTable orders = shop.core().orders;
        final PaymentAnswers loaded = new PaymentAnswers(orders, 0, 10, 1_000);
        loaded.load(state);
        loaded.index();

        assertThat(loaded.find(Shop.ascii("p")).sequence()).isEqualTo(77);
        assertThat(saved(loaded::save, 1).get(0).isSameAs(other)).isTrue();
    }

    @Test
    void anAnswerOfAnOrderThatThereIsNotOrThatSaysOtherwiseIsRefused() {
        shop.reserve(order("k"));
        final Answer answer = saved(shop.core().orderAnswers::save, 1).get(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> loadOrders(answer.about(2, Shop.PRICE_FEN)))
                .withMessage("an answer names order=2");
        assertThatIllegalStateException()
                .isThrownBy(() -> loadOrders(answer.about(1, Shop.PRICE_FEN + 1)))
                .withMessage("an answer says otherwise than its order=1");
    }

    @Test
    void fewerAnswersThanNoneAreRefused() {
        final StateBytes state = new StateBytes();
        state.putInt(-1);

        assertThatIllegalStateException()
                .isThrownBy(() -> shop.core().paymentAnswers.load(state))
                .withMessage("answers=-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 63, 64, 65, 129})
    void howeverManyThereAreTheyAreSavedOneBehindTheOther(final int count) {
        final StateBytes state = new StateBytes();
        final StateHash hash = new StateHash();
        final StateHash oneByOne = new StateHash();
        oneByOne.putInt(count);
        SavedAnswers.save(state, 7, 7 + count, SavedAnswersTest::number);
        SavedAnswers.save(hash, 7, 7 + count, SavedAnswersTest::number);

        assertThat(state.getInt()).isEqualTo(count);
        final List<Long> owners = new ArrayList<>();
        SavedAnswers.load(state, count, from -> {
            owners.add(from.owner());
            final UnsafeBuffer copy = new UnsafeBuffer(BufferUtil.allocateDirectAligned(Answer.BYTES, Long.BYTES));
            new Answer().wrap(copy.addressOffset()).copyFrom(from);
            oneByOne.putBytes(copy, 0, Answer.BYTES);
        });

        assertThat(owners).isEqualTo(LongStream.range(7, 7 + count).boxed().toList());
        assertThat(state.isUsedUp()).isTrue();
        assertThat(hash.value()).isEqualTo(oneByOne.value());
    }

    private static void number(final long number, final Answer to) {
        to.who(number, 2, 3)
                .when(4, 5)
                .what(Outcome.PAID, Outcome.ACCEPTED, 6, 7)
                .about(8, 9);
        for (int part = 0; part < Fingerprint.PARTS; part++) {
            to.part(part, part);
        }
    }

    private void loadOrders(final Answer answer) {
        final StateBytes state = new StateBytes();
        SavedAnswers.save(state, 0, 1, (first, to) -> to.copyFrom(answer));
        new OrderAnswers(shop.core().orders, 0, 10, 1_000).load(state);
    }

    private static void assertPayment(
            final Answer answer,
            final String reference,
            final Decision decision,
            final Outcome outcome,
            final Outcome cause,
            final long askedOrder,
            final long amountFen) {
        assertIsOf(answer, 0, reference);
        assertSays(answer, decision, outcome, cause, decision.picture().totalFen());
        assertThat(answer.part(0)).isEqualTo(askedOrder);
        assertThat(answer.part(1)).isEqualTo(amountFen);
        for (int part = 2; part < Fingerprint.PARTS; part++) {
            assertThat(answer.part(part)).isZero();
        }
    }

    private static void assertIsOf(final Answer answer, final long owner, final String key) {
        final Ascii ascii = Shop.ascii(key);
        assertThat(answer.isOf(owner, ascii.hash(), ascii.secondHash())).isTrue();
    }

    private static void assertSays(
            final Answer answer,
            final Decision decision,
            final Outcome outcome,
            final Outcome cause,
            final long totalFen) {
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.cause()).isEqualTo(cause);
        assertThat(answer.line()).isEqualTo(Decision.NO_LINE);
        assertThat(answer.detail()).isZero();
        assertThat(answer.order()).isEqualTo(decision.order());
        assertThat(answer.sequence()).isEqualTo(decision.sequence());
        assertThat(answer.timeMs()).isEqualTo(decision.timeMs());
        assertThat(answer.totalFen()).isEqualTo(totalFen);
    }

    /** The answers that a table saves, each in memory of its own. */
    private List<Answer> saved(final Saving table, final int expected) {
        final StateBytes state = new StateBytes();
        table.save(state);
        final List<Answer> answers = new ArrayList<>();
        assertThat(state.getInt()).isEqualTo(expected);
        SavedAnswers.load(state, expected, from -> {
            final Answer copy = Answer.inOwnMemory();
            copy.copyFrom(from);
            answers.add(copy);
        });
        assertThat(state.isUsedUp()).isTrue();
        return answers;
    }

    /** Saves a table. */
    @FunctionalInterface
    private interface Saving {
        void save(StateBytes state);
    }
}
