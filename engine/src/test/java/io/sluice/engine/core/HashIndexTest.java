package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The index of positions by hash, beside sets of the JDK. */
class HashIndexTest {
    private static final int STEPS = 5_000;
    /** Few, so that probe sequences run into each other, in the first segment, in the last and between. */
    private static final List<Integer> HASHES =
            List.of(0, 1, 2, 15, 16, 17, 0x7FFFFFFF, 0x80000000, 0xFF000000, 0xFF000001, 0xFF00000F, -1);

    @Test
    void isEmptyAtFirst() {
        assertThat(new HashIndex(0).first(7)).isEqualTo(HashIndex.NONE);
    }

    @Test
    void keepsMoreThanItHasRoomForAtFirst() {
        final HashIndex index = new HashIndex(10);
        final Random random = new Random(1);
        final Map<Integer, Integer> newest = new HashMap<>();
        for (int position = 0; position < 50_000; position++) {
            final int hash = random.nextInt();
            index.add(hash, position);
            newest.put(hash, position);
        }

        newest.forEach((hash, position) -> assertThat(positions(index, hash)).contains(position));
    }

    @Test
    void filledItAnswersAsOneThatTheSamePositionsWereAddedTo() {
        final Random random = new Random(2);
        final int[] hashes = random.ints(50_000).toArray();
        for (int position = 0; position < 1_000; position++) {
            hashes[position] = HASHES.get(position % HASHES.size());
        }
        final HashIndex added = new HashIndex(0);
        final HashIndex filled = new HashIndex(0);
        filled.add(hashes[0], 50_000);

        for (int position = 0; position < hashes.length; position++) {
            added.add(hashes[position], position);
        }
        filled.fill(hashes);
        added.add(7, 50_000);
        filled.add(7, 50_000);

        for (final int hash : hashes) {
            assertThat(positions(filled, hash)).isEqualTo(positions(added, hash));
        }
        assertThat(positions(filled, 7)).contains(50_000);
    }

    /** Again and again the same index, with more entries and fewer, spread evenly and not. */
    @Property(tries = 20)
    void filledAnewItKnowsNothingOfBefore(@ForAll final long seed) {
        final Random random = new Random(seed);
        final HashIndex index = new HashIndex(random.nextInt(2_000));
        for (int round = 0; round < 5; round++) {
            final int bits = random.nextBoolean() ? 0 : Segments.BITS;
            final int[] hashes = random.ints(random.nextInt(20_000))
                    .map(hash -> hash >>> bits)
                    .toArray();
            index.fill(hashes);
            final Map<Integer, Set<Integer>> model = new HashMap<>();
            for (int position = 0; position < hashes.length; position++) {
                model.computeIfAbsent(hashes[position], none -> new HashSet<>()).add(position);
            }
            for (int position = hashes.length; position < hashes.length + 5_000; position++) {
                final int hash = random.nextInt() >>> bits;
                index.add(hash, position);
                model.computeIfAbsent(hash, none -> new HashSet<>()).add(position);
            }
            for (int position = 0; position < hashes.length; position += 3) {
                index.remove(hashes[position], position);
                model.get(hashes[position]).remove(position);
            }
            model.forEach((hash, expected) -> assertThat(positions(index, hash)).isEqualTo(expected));
        }
    }

    @Test
    void toRemoveWhatIsNotThereIsAnError() {
        final HashIndex index = new HashIndex(0);
        index.add(3, 4);

        assertThatIllegalStateException().isThrownBy(() -> index.remove(3, 5));
        assertThatIllegalStateException().isThrownBy(() -> index.remove(4, 4));
    }

    @Property(tries = 40)
    void answersAsSetsDoHoweverEntriesComeAndGo(@ForAll final long seed) {
        final Random random = new Random(seed);
        final HashIndex index = new HashIndex(0);
        final Map<Integer, Set<Integer>> model = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            final int hash = HASHES.get(random.nextInt(HASHES.size()));
            final Set<Integer> expected = model.computeIfAbsent(hash, none -> new HashSet<>());
            if (expected.isEmpty() || (expected.size() < 8 && random.nextBoolean())) {
                index.add(hash, step);
                expected.add(step);
            } else {
                final int chosen = List.copyOf(expected).get(random.nextInt(expected.size()));
                index.remove(hash, chosen);
                expected.remove(chosen);
            }
        }
        model.forEach((hash, expected) -> assertThat(positions(index, hash)).isEqualTo(expected));
    }

    private static Set<Integer> positions(final HashIndex index, final int hash) {
        final Set<Integer> positions = new HashSet<>();
        for (int position = index.first(hash); position != HashIndex.NONE; position = index.next()) {
            assertThat(positions.add(position)).isTrue();
        }
        return positions;
    }
}
