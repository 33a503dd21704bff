package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.Outcome;
import io.sluice.engine.protocol.RoomState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who books a show, until when, and what of that stays. */
class BookingTest {
    private static final long NEXT = 2;
    private static final long LATER = 3;
    private static final int MANY = 9_000;

    private final Shop shop = Shop.open();

    @Test
    void aScheduledShowIsBookedOnceByEachAndMayBeTakenBack() {
        shop.putRoom(NEXT);

        assertThat(said(book(7, NEXT, 1))).isEqualTo("ACCEPTED 1");
        assertThat(said(book(8, NEXT, 1))).isEqualTo("ACCEPTED 2");
        assertThat(said(book(7, NEXT, 1))).isEqualTo("REPEATED 2");
        assertThat(said(book(7, NEXT, 0))).isEqualTo("ACCEPTED 1");
        assertThat(said(book(7, NEXT, 0))).isEqualTo("REPEATED 1");
        assertThat(bookings(shop)).containsExactly("8 of 2");
        assertThat(said(book(7, NEXT, 1))).isEqualTo("ACCEPTED 2");
    }

    @Test
    void aShowThatHasBegunCannotBeBooked() {
        assertThat(said(book(7, Shop.ROOM, 1))).isEqualTo("SHOW_BEGUN " + RoomState.LIVE.code());
        shop.putRoom(NEXT);
        book(7, NEXT, 1);
        shop.changeRoomState(NEXT, RoomState.LIVE);

        assertThat(book(7, NEXT, 0).outcome()).isEqualTo(Outcome.SHOW_BEGUN);
        assertThat(bookings(shop)).isEmpty();
        assertThat(shop.core().bookings().booked(NEXT)).isEqualTo(1);
    }

    @Test
    void theRungsComeInTheirOrder() {
        assertThat(book(0, 99, 1).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(book(7, 99, 2).outcome()).isEqualTo(Outcome.COMMAND_INVALID);
        assertThat(book(7, 99, 1).outcome()).isEqualTo(Outcome.ROOM_UNKNOWN);
    }

    @Test
    void noMoreCanBookThanThereMayBe() {
        final Shop small = Shop.open(LimitsBuilder.limits().viewers(1));
        small.putRoom(NEXT);

        assertThat(book(small, 7, NEXT, 1).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(book(small, 8, NEXT, 1).outcome()).isEqualTo(Outcome.CAPACITY);
        book(small, 7, NEXT, 0);
        assertThat(book(small, 7, NEXT, 1).outcome()).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aShowThatHasEndedGivesItsRowsBack() {
        final Shop small = shopOfTwoBookings();

        small.changeRoomState(NEXT, RoomState.ENDED);

        for (final Shop each : new Shop[] {small, small.reloaded()}) {
            assertThat(bookings(each)).containsExactly("7 of 3");
            assertThat(said(book(each, 7, LATER, 1))).isEqualTo("REPEATED 1");
            assertThat(said(book(each, 9, LATER, 1))).isEqualTo("ACCEPTED 2");
            assertThat(book(each, 10, LATER, 1).outcome()).isEqualTo(Outcome.CAPACITY);
            assertThat(each.core().bookings().booked(NEXT)).isZero();
        }
        assertThat(small.reloaded().core().stateHash()).isEqualTo(small.core().stateHash());
    }

    @Test
    void aCommandOfBeforeRowsWereGivenBackGivesNoneBack() {
        final Shop small = shopOfTwoBookings();

        small.decide(decision -> small.core().changeRoomState(NEXT, RoomState.ENDED, decision));

        assertThat(book(small, 9, LATER, 1).outcome()).isEqualTo(Outcome.CAPACITY);
        small.putRoom(4);
        small.changeRoomState(4, RoomState.LIVE);
        assertThat(book(small, 9, LATER, 1).outcome()).isEqualTo(Outcome.CAPACITY);
        small.changeRoomState(4, RoomState.ENDED);
        assertThat(book(small, 9, LATER, 1).outcome())
                .as("the next show that ends gives back those of earlier ones, too")
                .isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void ofManyRowsThoseThatStayAreFound() {
        shop.putRoom(NEXT);
        shop.putRoom(LATER);
        for (long viewer = 1; viewer <= MANY; viewer++) {
            book(viewer, viewer % 3 == 0 ? LATER : NEXT, 1);
        }
        shop.changeRoomState(NEXT, RoomState.LIVE);
        shop.changeRoomState(NEXT, RoomState.ENDED);

        final Shop reloaded = shop.reloaded();
        assertThat(bookings(shop)).hasSize(MANY / 3).isEqualTo(bookings(reloaded));
        for (long viewer = 3; viewer <= MANY; viewer += 3) {
            assertThat(book(viewer, LATER, 1).outcome()).isEqualTo(Outcome.REPEATED);
        }
        assertThat(shop.core().bookings().booked(LATER)).isEqualTo(MANY / 3);
    }

    @Test
    void ofManyRowsEachCommandGivesSomeBack() {
        final Shop small = Shop.open(LimitsBuilder.limits().viewers(MANY));
        small.putRoom(NEXT);
        small.putRoom(LATER);
        for (long viewer = 1; viewer <= MANY; viewer++) {
            book(small, viewer, NEXT, 1);
        }
        small.changeRoomState(NEXT, RoomState.LIVE);
        small.changeRoomState(NEXT, RoomState.ENDED);
        final Shop reloaded = small.reloaded();
        assertThat(reloaded.core().bookings().booked(NEXT)).isZero();

        for (final Shop each : new Shop[] {small, reloaded}) {
            for (long viewer = 1; viewer <= MANY; viewer++) {
                assertThat(book(each, viewer, LATER, 1).outcome()).isEqualTo(Outcome.ACCEPTED);
            }
            assertThat(book(each, MANY + 1, LATER, 1).outcome()).isEqualTo(Outcome.CAPACITY);
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(small.core().stateHash());
    }

    @Test
    void aShowThatEndsWhileRowsAreGivenBackGivesItsOwnToo() {
        final Shop small = Shop.open(LimitsBuilder.limits().viewers(MANY));
        small.putRoom(NEXT);
        small.putRoom(LATER);
        for (long viewer = 1; viewer <= MANY; viewer++) {
            book(small, viewer, viewer % 2 == 0 ? LATER : NEXT, 1);
        }
        for (final long room : new long[] {NEXT, LATER}) {
            small.changeRoomState(room, RoomState.LIVE);
            small.changeRoomState(room, RoomState.ENDED);
        }
        small.putRoom(4);
        final Shop reloaded = small.reloaded();

        for (final Shop each : new Shop[] {small, reloaded}) {
            for (long viewer = 1; viewer <= MANY; viewer++) {
                assertThat(book(each, viewer, 4, 1).outcome()).isEqualTo(Outcome.ACCEPTED);
            }
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(small.core().stateHash());
    }

    @Test
    void moreRowsToLookAtThanThereAreAreRefused() {
        final StateBytes state = new StateBytes();
        state.putLong(1);
        final FlashCore damaged = new FlashCore(CoreReserves.NONE);
        damaged.bookings().loadUnseen(state);

        assertThatThrownBy(() -> damaged.bookings().index()).hasMessage("unseen=1 of bookings=0");
    }

    /** Room for two; one of the next show, which is live, and one of a later. */
    private static Shop shopOfTwoBookings() {
        final Shop small = Shop.open(LimitsBuilder.limits().viewers(2));
        small.putRoom(NEXT);
        small.putRoom(LATER);
        book(small, 7, NEXT, 1);
        book(small, 7, LATER, 1);
        small.changeRoomState(NEXT, RoomState.LIVE);
        assertThat(book(small, 9, LATER, 1).outcome()).isEqualTo(Outcome.CAPACITY);
        return small;
    }

    @Test
    void aReloadedCoreGoesOnAsThisOne() {
        shop.putRoom(NEXT);
        book(7, NEXT, 1);
        book(8, NEXT, 1);
        book(8, NEXT, 0);
        final Shop reloaded = shop.reloaded();

        assertThat(bookings(reloaded)).containsExactly("7 of 2");
        for (final Shop each : new Shop[] {shop, reloaded}) {
            assertThat(said(book(each, 9, NEXT, 1))).isEqualTo("ACCEPTED 2");
            assertThat(said(book(each, 7, NEXT, 1))).isEqualTo("REPEATED 2");
        }
        assertThat(reloaded.core().stateHash()).isEqualTo(shop.core().stateHash());
    }

    @Test
    void aBookingOfARoomThatThereIsNotIsRefused() {
        final StateBytes state = new StateBytes();
        for (final long part : new long[] {1, 7, 99, 1}) {
            state.putLong(part);
        }
        final FlashCore damaged = new FlashCore(CoreReserves.NONE);
        damaged.bookings().load(state);

        assertThatThrownBy(() -> damaged.bookings().index()).hasMessage("a booking of room=99, which there is not");
    }

    private Decision book(final long viewer, final long room, final int wanted) {
        return book(shop, viewer, room, wanted);
    }

    private static Decision book(final Shop shop, final long viewer, final long room, final int wanted) {
        return shop.decide(decision -> shop.core().bookings().book(viewer, room, wanted, decision));
    }

    private static String said(final Decision decision) {
        return decision.outcome() + " " + decision.detail();
    }

    private static List<String> bookings(final Shop shop) {
        final List<String> bookings = new ArrayList<>();
        shop.core().bookings().forEach((viewer, room) -> bookings.add(viewer + " of " + room));
        return bookings;
    }
}
