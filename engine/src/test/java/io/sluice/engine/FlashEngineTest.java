package io.sluice.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.Answers.Answer;
import io.sluice.engine.core.Item;
import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.ring.EngineCounter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What a caller of an engine meets: answers, their order, time, a stop, pressure and a halt. */
class FlashEngineTest extends FlashEngineFixture {
    @Test
    void answersEveryCommandWithItsRecord() {
        openTheRoomWith(10);

        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        final Answer paid = ask(Commands.payOrder(placed.order(), 3 * 9_900, "p1"));
        final Answer found = ask(Commands.findOrder(42, placed.order()));

        assertThat(placed.outcome()).isEqualTo(Outcome.RESERVED);
        assertThat(paid.outcome()).isEqualTo(Outcome.PAID);
        assertThat(found.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(answers.all().stream().map(Answer::sequence).filter(sequence -> sequence > 0))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        assertThat(engine.durableSequence()).isEqualTo(7);
    }

    @Test
    void showsAnOrderToItsOwnerOnly() {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 1));

        assertThat(ask(Commands.findOrder(43, placed.order())).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
        assertThat(ask(Commands.cancelOrder(43, placed.order())).outcome()).isEqualTo(Outcome.ORDER_UNKNOWN);
    }

    @Test
    void pagesThroughAViewersOrders() {
        openTheRoomWith(100);
        for (int i = 0; i < 5; i++) {
            ask(Commands.placeOrder(42, "k" + i, 1));
        }

        assertThat(ask(Commands.findOrders(42, 0, 50)).orders()).isEqualTo(5);
        assertThat(ask(Commands.findOrders(42, 3, 50)).orders()).isEqualTo(2);
        assertThat(ask(Commands.findOrders(42, 0, 2)).orders()).isEqualTo(2);
        assertThat(ask(Commands.findOrders(43, 0, 50)).orders()).isZero();
    }

    @Test
    void sellsExactlyWhatThereIsToManyProducersAtOnce() throws InterruptedException {
        openTheRoomWith(1_000);
        final int producers = 4;
        final int ordersEach = 1_000;
        final List<Thread> threads = new ArrayList<>();
        for (int p = 0; p < producers; p++) {
            final int producer = p;
            threads.add(new Thread(() -> {
                for (int i = 0; i < ordersEach; i++) {
                    offerUntilTaken(Commands.placeOrder(1 + producer * ordersEach + i, "k", 1));
                }
            }));
        }
        threads.forEach(Thread::start);
        for (final Thread thread : threads) {
            thread.join();
        }

        await().until(() -> answers.count(Outcome.RESERVED) + answers.count(Outcome.SOLD_OUT) == 4_000);
        assertThat(answers.count(Outcome.RESERVED)).isEqualTo(1_000);
        engine.close();
        final Item item = engine.closedCore().catalogue().item(Commands.ITEM);
        assertThat(item.held()).isEqualTo(1_000);
        assertThat(item.available()).isZero();
    }

    @Test
    void tellsNobodyOfARecordBeforeItIsDurable() {
        final List<Long> toldEarly = new CopyOnWriteArrayList<>();
        answers = new Answers() {
            @Override
            public void onRecord(final RecordFlyweight record, final long address) {
                if (engine.durableSequence() < record.sequence()) {
                    toldEarly.add(record.sequence());
                }
                super.onRecord(record, address);
            }
        };
        openTheRoomWith(10);
        ask(Commands.placeOrder(42, "k1", 3));

        assertThat(toldEarly).isEmpty();
    }

    @Test
    void passesOverTheHoldOfAnOrderThatWasPaid() {
        openTheRoomWith(10);
        final Answer paid = ask(Commands.placeOrder(42, "k1", 1));
        ask(Commands.payOrder(paid.order(), 9_900, "p1"));
        ask(Commands.placeOrder(42, "k2", 1));
        engine.close();

        wallMs += Commands.HOLD_SECONDS * 1_000L + 60_000;
        launch();

        await().until(() -> answers.count(Outcome.EXPIRED) == 1);
        await().until(() -> engine.counters().get(EngineCounter.HOLDS) == 0);
        assertThat(answers.count(Outcome.HOLD_NOT_DUE)).isZero();
    }

    @Test
    void closesOnceHoweverOftenItIsTold() {
        openTheRoomWith(10);
        engine.close();
        engine.close();

        assertThat(engine.closedCore().orders()).isZero();
        assertThat(haltReason.get()).isNull();
    }

    @Test
    void endsAHoldWhoseTimeIsOver() {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 3));
        engine.close();

        wallMs += Commands.HOLD_SECONDS * 1_000L + 60_000;
        launch();

        await().until(() -> answers.count(Outcome.EXPIRED) == 1);
        final Answer late = ask(Commands.payOrder(placed.order(), 3 * 9_900, "p1"));
        assertThat(late.outcome()).isEqualTo(Outcome.PAID_LATE);
    }

    @Test
    void keepsCoreTimeWhenTheWallClockWasSetBack() {
        openTheRoomWith(10);
        final Answer before = ask(Commands.placeOrder(42, "k1", 1));
        engine.close();

        wallMs -= 3_600_000;
        launch();

        assertThat(ask(Commands.placeOrder(42, "k2", 1)).timeMs()).isGreaterThanOrEqualTo(before.timeMs());
        assertThat(haltReason.get()).isNull();
    }

    @Test
    void refusesASecondEngineOnTheSameDirectory() {
        launch();

        assertThatThrownBy(() -> FlashEngine.launch(engineContext()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }

    @Test
    void takesNothingMoreOnceItIsClosed() {
        openTheRoomWith(10);
        engine.close();

        assertThat(engine.offer(Commands.placeOrder(42, "k1", 1), 1)).isEqualTo(EngineLink.CLOSED);
    }

    @Test
    void refusesACommandThatDoesNotFitASlotAndGoesOn() {
        openTheRoomWith(10);

        assertThat(engine.offer((buffer, offset) -> 4_050, 99)).isEqualTo(EngineLink.TOO_LONG);
        assertThat(engine.offer(
                        (buffer, offset) -> {
                            buffer.putLong(5_000, 1);
                            return 8;
                        },
                        99))
                .isEqualTo(EngineLink.TOO_LONG);
        assertThat(ask(Commands.placeOrder(42, "k1", 1)).outcome()).isEqualTo(Outcome.RESERVED);
    }

    @Test
    void takesOnlyQueriesWhileTheDiskIsBelowItsWatermark() {
        openTheRoomWith(10);
        final Answer placed = ask(Commands.placeOrder(42, "k1", 1));
        engine.close();
        launch(engineContext().lowSpaceBytes(Long.MAX_VALUE / 2));

        assertThat(engine.offer(Commands.placeOrder(42, "k2", 1), 99)).isEqualTo(EngineLink.STORAGE_LOW);
        assertThat(ask(Commands.findOrder(42, placed.order())).outcome()).isEqualTo(Outcome.FOUND);
    }

    @Test
    void haltsWithTheReasonWhenTheListenerFails() {
        launch();
        final RuntimeException bug = new IllegalStateException("a bug");
        engine.close();
        answers = new Answers() {
            @Override
            public void onBatchEnd() {
                if (!all().isEmpty()) {
                    throw bug;
                }
            }
        };
        launch();

        engine.offer(Commands.putRoom(), 1);

        await().until(() -> haltReason.get() == bug);
        assertThat(engine.offer(Commands.putItem(), 2)).isEqualTo(EngineLink.CLOSED);
        assertThat(engine.haltReason()).isSameAs(bug);
    }
}
