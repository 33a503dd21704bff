package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.protocol.BodyField;
import io.sluice.engine.protocol.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The table of first answers, beside a map and a queue of the JDK. */
class AnswerTableTest {
    private static final long RETENTION_MS = 1_000;
    private static final int OWNERS = 5;
    private static final int KEYS = 400;

    private final Fingerprint fingerprint = Fingerprint.ofPayments();
    private long sequence;

    @Test
    void anAnswerIsFoundByOwnerAndKeyWithAllItSaid() {
        final AnswerTable table = table(10);
        final Decision decision = new Decision().begin(5, 77);
        decision.refuseLine(Outcome.SOLD_OUT, 3, 42);
        assertThat(table.find(9, Shop.ascii("key"))).isNull();
        table.remember(fingerprint.take(11, 12), decision);

        final Answer answer = table.find(9, Shop.ascii("key"));

        assertThat(answer.sequence()).isEqualTo(5);
        assertThat(answer.timeMs()).isEqualTo(77);
        assertThat(answer.outcome()).isEqualTo(Outcome.SOLD_OUT);
        assertThat(answer.cause()).isEqualTo(Outcome.ACCEPTED);
        assertThat(answer.line()).isEqualTo(3);
        assertThat(answer.detail()).isEqualTo(42);
        assertThat(answer.order()).isZero();
        assertThat(fingerprint.differenceTo(answer)).isEqualTo(BodyField.NONE);
        assertThat(fingerprint.take(11, 13).differenceTo(answer)).isEqualTo(BodyField.AMOUNT);
    }

    @Test
    void anotherOwnerOrKeyFindsNothing() {
        final AnswerTable table = table(10);
        remember(table, 9, "key", 0);

        assertThat(table.find(8, Shop.ascii("key"))).isNull();
        assertThat(table.find(9, Shop.ascii("kez"))).isNull();
        assertThat(table.find(9, Shop.ascii("key1"))).isNull();
    }

    @Test
    void whileThereIsRoomNothingIsDroppedHoweverOldItIs() {
        final AnswerTable table = table(10);
        remember(table, 1, "k", 0);

        assertThat(table.hasRoom(1_000 * RETENTION_MS)).isTrue();
        assertThat(table.find(1, Shop.ascii("k"))).isNotNull();
    }

    @Test
    void aFullTableDropsItsOldestOnceThatIsOldEnough() {
        final AnswerTable table = table(3);
        for (int i = 0; i < 3; i++) {
            remember(table, 1, "k" + i, 0);
        }

        assertThat(table.hasRoom(RETENTION_MS - 1)).isFalse();
        assertThat(table.find(1, Shop.ascii("k0"))).isNotNull();
        assertThat(table.hasRoom(RETENTION_MS)).isTrue();
        assertThat(table.find(1, Shop.ascii("k0"))).isNull();
        assertThat(table.find(1, Shop.ascii("k1"))).isNotNull();
    }

    @Test
    void aCapacityBelowWhatItHoldsForgetsNothingAndTakesNoMore() {
        final AnswerTable table = table(10);
        for (int i = 0; i < 6; i++) {
            remember(table, 1, "k" + i, i);
        }
        table.keep(3, RETENTION_MS);

        assertThat(table.hasRoom(RETENTION_MS - 1)).isFalse();
        assertThat(table.find(1, Shop.ascii("k0"))).isNotNull();
        assertThat(table.hasRoom(RETENTION_MS + 2)).isFalse();
        assertThat(table.find(1, Shop.ascii("k3"))).isNotNull();
        assertThat(table.hasRoom(RETENTION_MS + 3)).isTrue();
        assertThat(table.find(1, Shop.ascii("k3"))).isNull();
        assertThat(table.find(1, Shop.ascii("k5"))).isNotNull();
    }

    @Test
    void aLargerCapacityKeepsEveryAnswer() {
        final AnswerTable table = new AnswerTable(4_000, 10, RETENTION_MS);
        remember(table, 1, "k", 5);
        table.keep(5_000, RETENTION_MS);
        for (int i = 0; i < 4_999; i++) {
            remember(table, 2, "k" + i, 6);
        }

        assertThat(table.hasRoom(6)).isFalse();
        assertThat(table.find(1, Shop.ascii("k")).timeMs()).isEqualTo(5);
        assertThat(table.find(2, Shop.ascii("k4998"))).isNotNull();
    }

    @Test
    void aRingThatHasGoneRoundIsLoadedAcrossPagesAndGoesOn() {
        final int many = 9_000;
        final AnswerTable table = table(many);
        for (int i = 0; i < many + 100; i++) {
            assertThat(table.hasRoom(i * RETENTION_MS)).isTrue();
            remember(table, 1, "k" + i, i * RETENTION_MS);
        }
        final StateBytes state = new StateBytes();
        table.save(state);
        final AnswerTable loaded = new AnswerTable(5_000, 8_000, RETENTION_MS);
        loaded.load(state);
        loaded.index();

        assertThat(state.isUsedUp()).isTrue();
        for (int i = 0; i < many + 100; i++) {
            final Answer answer = loaded.find(1, Shop.ascii("k" + i));
            assertThat(answer == null ? -1 : answer.timeMs()).isEqualTo(i < 100 ? -1 : i * RETENTION_MS);
        }
        assertThat(loaded.hasRoom((many + 200) * RETENTION_MS)).isTrue();
        remember(loaded, 2, "new", 0);
        assertThat(loaded.find(2, Shop.ascii("new"))).isNotNull();
        assertThat(loaded.find(1, Shop.ascii("k" + (many + 99)))).isNotNull();
    }

    @Property(tries = 60)
    void itAnswersAsAMapDoesHoweverKeysComeAndGo(
            @ForAll final long seed, @ForAll @IntRange(min = 1, max = 1_300) final int firstCapacity) {
        final Random random = new Random(seed);
        int capacity = firstCapacity;
        AnswerTable table = table(capacity);
        final Map<Owned, Remembered> model = new HashMap<>();
        final Deque<Owned> oldestFirst = new ArrayDeque<>();
        long nowMs = 0;
        for (int i = 0; i < 4_000; i++) {
            nowMs += random.nextInt(1 + (int) (2 * RETENTION_MS / capacity));
            final Owned owned = new Owned(random.nextInt(OWNERS), "k" + random.nextInt(KEYS));
            final Answer answer = table.find(owned.owner(), Shop.ascii(owned.key()));
            assertThat(answer == null ? null : new Remembered(answer.sequence(), answer.timeMs()))
                    .isEqualTo(model.get(owned));
            if (answer == null) {
                dropOld(model, oldestFirst, capacity, nowMs);
                assertThat(table.hasRoom(nowMs)).isEqualTo(oldestFirst.size() < capacity);
                if (oldestFirst.size() < capacity) {
                    remember(table, owned.owner(), owned.key(), nowMs);
                    model.put(owned, new Remembered(sequence, nowMs));
                    oldestFirst.add(owned);
                }
            }
            if (random.nextInt(1_000) == 0) {
                table = reloaded(table, capacity);
            }
            if (random.nextInt(500) == 0) {
                capacity = 1 + random.nextInt(2 * firstCapacity);
                table.keep(capacity, RETENTION_MS);
            }
        }
        assertSame(table, model);
    }

    private static void dropOld(
            final Map<Owned, Remembered> model, final Deque<Owned> oldestFirst, final int capacity, final long nowMs) {
        while (oldestFirst.size() >= capacity
                && nowMs - model.get(oldestFirst.peek()).timeMs() >= RETENTION_MS) {
            model.remove(oldestFirst.remove());
        }
    }

    private static void assertSame(final AnswerTable table, final Map<Owned, Remembered> model) {
        for (int owner = 0; owner < OWNERS; owner++) {
            for (int key = 0; key < KEYS; key++) {
                final Answer answer = table.find(owner, Shop.ascii("k" + key));
                final Remembered found = answer == null ? null : new Remembered(answer.sequence(), answer.timeMs());
                assertThat(found).isEqualTo(model.get(new Owned(owner, "k" + key)));
            }
        }
    }

    private static AnswerTable reloaded(final AnswerTable table, final int capacity) {
        final StateBytes state = new StateBytes();
        table.save(state);
        final AnswerTable reloaded = table(capacity);
        reloaded.load(state);
        reloaded.index();
        assertThat(state.isUsedUp()).isTrue();
        return reloaded;
    }

    private void remember(final AnswerTable table, final long owner, final String key, final long nowMs) {
        final Decision decision = new Decision().begin(++sequence, nowMs);
        assertThat(table.find(owner, Shop.ascii(key))).isNull();
        table.remember(fingerprint.take(sequence, 1), decision.accept(Outcome.PAID));
    }

    private static AnswerTable table(final int capacity) {
        return new AnswerTable(0, capacity, RETENTION_MS);
    }

    private record Owned(long owner, String key) {}

    private record Remembered(long sequence, long timeMs) {}
}
