package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.agrona.BitUtil;
import org.agrona.UnsafeApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Elements across the borders of pages. */
class PagesTest {
    private static final int BYTES_OF_LARGE = 128;
    private static final int PAGE_ELEMENTS = 4_096;
    private static final int SEVERAL_PAGES = 2 * PAGE_ELEMENTS + 1;

    @Test
    void indexesAreDenseFromZero() {
        final Pages pages = new Pages(Long.BYTES, 0);

        assertThat(pages.add()).isZero();
        assertThat(pages.add()).isEqualTo(1);
        assertThat(pages.size()).isEqualTo(2);
    }

    @Test
    void elementsKeepWhatIsWrittenWhenPagesAreAdded() {
        assertHoldsItsIndexes(filled(0, SEVERAL_PAGES), SEVERAL_PAGES);
    }

    @Test
    void elementsBeyondTheReservedOnesHavePagesToo() {
        assertHoldsItsIndexes(filled(PAGE_ELEMENTS + 1, SEVERAL_PAGES), SEVERAL_PAGES);
    }

    @ParameterizedTest
    @ValueSource(ints = {SEVERAL_PAGES, 40 * PAGE_ELEMENTS + 1})
    void aSavedStateIsLoadedAcrossPages(final int elements) {
        final StateBytes state = new StateBytes();
        filled(0, elements).save(state);
        final Pages loaded = new Pages(Long.BYTES, 10);
        loaded.load(state);

        assertThat(state.isUsedUp()).isTrue();
        assertHoldsItsIndexes(loaded, elements);
        assertThat(loaded.add()).isEqualTo(elements);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MIN_VALUE + (1L << 40), 1L << 43, Long.MAX_VALUE})
    void aNumberOfElementsThatIsALieIsRefused(final long elements) {
        final StateBytes state = new StateBytes();
        state.putLong(elements);

        assertThatThrownBy(() -> new Pages(Long.BYTES, 0).load(state)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aStateThatEndsWithItsPageIsLoadedWhole() {
        final StateBytes state = new StateBytes();
        filled(0, PAGE_ELEMENTS).save(state);
        final Pages loaded = new Pages(Long.BYTES, 0);
        loaded.load(state);

        assertThat(state.isUsedUp()).isTrue();
        assertHoldsItsIndexes(loaded, PAGE_ELEMENTS);
        assertThat(loaded.add()).isEqualTo(PAGE_ELEMENTS);
    }

    @Test
    void anAddressIsThatOfTheElement() {
        final Pages pages = filled(0, SEVERAL_PAGES);

        for (long index = 0; index < SEVERAL_PAGES; index++) {
            assertThat(UnsafeApi.getLong(pages.address(index))).isEqualTo(index);
        }
    }

    @Test
    void noAddressIsGivenOfWhatWasNotAdded() {
        final Pages pages = filled(PAGE_ELEMENTS, 3);

        assertThatThrownBy(() -> pages.address(3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pages.address(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void pagesBeginWithALineOfTheCacheHoweverManyAreAllocatedTogether() {
        final Pages pages = filled(2 * PAGE_ELEMENTS, 3 * PAGE_ELEMENTS);

        for (long first = 0; first < 3 * PAGE_ELEMENTS; first += PAGE_ELEMENTS) {
            assertThat(pages.address(first) % BitUtil.CACHE_LINE_LENGTH).isZero();
        }
    }

    @Test
    void whatIsReservedLaterKeepsWhatThereWas() {
        final Pages pages = filled(0, PAGE_ELEMENTS + 1);
        pages.reserve(SEVERAL_PAGES);

        assertHoldsItsIndexes(pages, PAGE_ELEMENTS + 1);
        assertThat(pages.add()).isEqualTo(PAGE_ELEMENTS + 1);
    }

    @Test
    void whereNextElementsWillLieEndsWithThePage() {
        final Pages pages = filled(2 * PAGE_ELEMENTS, PAGE_ELEMENTS - 1);
        final long last = pages.address(0) + (PAGE_ELEMENTS - 1) * Long.BYTES;
        UnsafeApi.putByte(last, (byte) 5);
        UnsafeApi.putByte(last + Long.BYTES, (byte) 7);

        assertThat(seenNext(pages, 1)).isEqualTo(5);
        assertThat(seenNext(pages, 100)).isEqualTo(5);
        pages.add();
        assertThat(seenNext(pages, 1)).isEqualTo(7);
    }

    @Test
    void whereThereIsNoPageNothingIsLookedAt() {
        assertThat(seenNext(filled(0, PAGE_ELEMENTS), 1)).isZero();
    }

    @Test
    void largeReservesAreZerosToTheirLastByte() {
        final int elements = 20 * PAGE_ELEMENTS;
        final Pages pages = new Pages(BYTES_OF_LARGE, elements);
        for (int i = 0; i < elements; i++) {
            final long address = pages.address(pages.add());
            for (int at = 0; at < BYTES_OF_LARGE; at += Long.BYTES) {
                assertThat(UnsafeApi.getLong(address + at)).isZero();
                UnsafeApi.putLong(address + at, i + 1L);
            }
        }
        for (int i = 0; i < elements; i++) {
            assertThat(UnsafeApi.getLong(pages.address(i) + BYTES_OF_LARGE - Long.BYTES))
                    .isEqualTo(i + 1L);
        }
    }

    private static long seenNext(final Pages pages, final int count) {
        final Looks looks = new Looks();
        pages.addNext(count, looks);
        looks.look();
        return looks.seen();
    }

    private static Pages filled(final int reserved, final int elements) {
        final Pages pages = new Pages(Long.BYTES, reserved);
        for (int i = 0; i < elements; i++) {
            final long index = pages.add();
            pages.page(index).putLong(pages.offset(index), index);
        }
        return pages;
    }

    private static void assertHoldsItsIndexes(final Pages pages, final int elements) {
        assertThat(pages.size()).isEqualTo(elements);
        for (long index = 0; index < elements; index++) {
            assertThat(pages.page(index).getLong(pages.offset(index))).isEqualTo(index);
        }
    }
}
