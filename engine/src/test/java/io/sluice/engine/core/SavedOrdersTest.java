package io.sluice.engine.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.protocol.OrderState;
import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders are saved in the bytes that the first version gave them, however the table keeps them. */
class SavedOrdersTest {
    private static final int BYTES = 176;
    private static final long LATE = 1;
    private static final int MOST = 100_000;

    private final OrderTable orders = new OrderTable(0, MOST, new ViewerTable(0, MOST));
    private final Attribution attribution = new Attribution();

    @Test
    void anOrderSaysAllThatWasSaved() {
        load(1);

        final Order order = orders.find(1);

        assertThat(order.viewer()).isEqualTo(101);
        assertThat(order.room()).isEqualTo(201);
        assertThat(order.previousOfViewer()).isEqualTo(Integer.MAX_VALUE - 1);
        assertThat(order.sequence()).isEqualTo(301);
        assertThat(order.placedAtMs()).isEqualTo(1_795_264_200_001L);
        assertThat(order.payByMs()).isEqualTo(1_795_264_200_001L + 86_400_000);
        assertThat(order.totalFen()).isEqualTo(401);
        assertThat(order.refundedFen()).isEqualTo(501);
        assertThat(order.store()).isEqualTo(601);
        assertThat(order.guide()).isEqualTo(701);
        assertThat(order.group()).isEqualTo(801);
        assertThat(order.inviter()).isEqualTo(901);
        assertThat(order.firstLine()).isEqualTo(Integer.MAX_VALUE * 8L + 1);
        assertThat(order.state()).isEqualTo(OrderState.ofCode(1 + 1 % 5));
        assertThat(order.lines()).isEqualTo(2);
        assertThat(order.isLate()).isTrue();
        assertThat(order.hasCoupon()).isTrue();
        assertThat(share(1)).isEqualTo("b");
        assertThat(order.paidAt()).isEqualTo(1_001);
        assertThat(order.referenceHash()).isEqualTo(-1_101);
        assertThat(order.secondReferenceHash()).isEqualTo(-1_201);
    }

    @Test
    void whatIsDoneToAnOrderChangesNothingElse() {
        load(3);
        final Order order = orders.find(2);

        order.transition(OrderState.REFUNDED);
        order.addRefund(7);
        order.paidLate();

        final UnsafeBuffer expected = rows(3);
        expected.putInt(BYTES + 104, OrderState.REFUNDED.code());
        expected.putLong(BYTES + 56, 502 + 7);
        expected.putInt(BYTES + 112, expected.getInt(BYTES + 112) | 1);
        assertThat(saved(3)).isEqualTo(expected);
    }

    @Test
    void aNewOrderIsSavedWithWhatWasAskedForAndNothingElse() {
        final OrderRequest request = new OrderRequest();
        request.set(9, 8, 7);
        request.lines().add(1, 1);
        request.share().set("s");

        orders.open(request, new ViewerTable(0, MOST).meet(9, new Viewer()), attribution, 6, 5);

        final UnsafeBuffer expected = new UnsafeBuffer(new byte[BYTES]);
        expected.putLong(0, 9);
        expected.putLong(8, 8);
        expected.putLong(24, 6);
        expected.putLong(32, 5);
        expected.putLong(40, 5);
        expected.putInt(104, OrderState.RESERVED.code());
        expected.putInt(116, 1);
        expected.putByte(120, (byte) 's');
        assertThat(saved(1)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 8_191, 8_192, 8_193, 12_289})
    void howeverManyThereAreTheyAreSavedAsTheyWere(final int count) {
        load(count);
        final StateHash byPages = new StateHash();
        byPages.putLong(count);
        for (int first = 0; first < count; first += Pages.PAGE_ELEMENTS) {
            byPages.putBytes(rows(count), first * BYTES, Math.min(Pages.PAGE_ELEMENTS, count - first) * BYTES);
        }
        byPages.putLong(0);
        final StateHash hash = new StateHash();
        orders.save(hash);

        assertThat(saved(count)).isEqualTo(rows(count));
        assertThat(hash.value()).isEqualTo(byPages.value());
        assertThat(hash.bytes()).isEqualTo(byPages.bytes());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Integer.MAX_VALUE + 1L})
    void asManyAsThereCannotBeAreRefused(final long count) {
        final StateBytes state = new StateBytes();
        state.putLong(count);

        assertThatIllegalStateException().isThrownBy(() -> orders.load(state)).withMessage("orders=" + count);
    }

    /** A state that says what no core decides is another state once it was taken in; whoever loads it compares the hashes. */
    @ParameterizedTest
    @ValueSource(ints = {16, 40, 96})
    void whatDoesNotFitIsNotTakenForWhatWasSaved(final int offset) {
        final UnsafeBuffer rows = rows(1);
        rows.putLong(offset, Long.MAX_VALUE);
        load(rows, 1);

        assertThat(saved(1)).isNotEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = {104, 108})
    void aByteThatDoesNotFitIsNotTakenForWhatWasSaved(final int offset) {
        final UnsafeBuffer rows = rows(1);
        rows.putInt(offset, rows.getInt(offset) | 0x100);
        load(rows, 1);

        assertThat(saved(1)).isNotEqualTo(rows);
    }

    @Test
    void linesAreCountedBesideTheState() {
        load(1);
        final Order order = orders.find(1);
        final UnsafeBuffer expected = rows(1);
        expected.putInt(104, OrderState.PAID.code());

        order.transition(OrderState.PAID);

        assertThat(saved(1)).isEqualTo(expected);
        assertThat(order.lines()).isEqualTo(2);
    }

    /** What an order keeps in less than eight bytes. */
    @Test
    void whatMayBeFitsIntoWhatAnOrderHasForIt() {
        assertThat(ProtocolLimits.MAX_HOLD_SECONDS * 1_000L).isLessThanOrEqualTo(Integer.MAX_VALUE);
        assertThat(ProtocolLimits.MAX_LINES).isLessThan(1 << 8);
        assertThat(OrderState.values()).hasSizeLessThan(1 << 8);
        assertThat(CoreLimits.MAX_ORDERS).isLessThanOrEqualTo(Integer.MAX_VALUE);
        assertThat((long) CoreLimits.MAX_ORDERS * ProtocolLimits.MAX_LINES).isLessThan(1L << 47);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 33})
    void aShareCodeThatCannotBeIsRefused(final int length) {
        final UnsafeBuffer rows = rows(1);
        rows.putInt(116, length);

        assertThatThrownBy(() -> load(rows, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private String share(final int number) {
        final Ascii share = new Ascii(32);
        orders.find(number).copyShareTo(share);
        return share.bytes().getStringWithoutLengthAscii(0, share.length());
    }

    private void load(final int count) {
        load(rows(count), count);
    }

    private void load(final UnsafeBuffer rows, final int count) {
        final StateBytes state = new StateBytes();
        state.putLong(count);
        state.putBytes(rows, 0, count * BYTES);
        state.putLong(0);
        orders.load(state);
        assertThat(state.isUsedUp()).isTrue();
    }

    /** The rows of a table that was saved, without its lines. */
    private UnsafeBuffer saved(final int count) {
        final StateBytes state = new StateBytes();
        orders.save(state);
        assertThat(state.getLong()).isEqualTo(count);
        final UnsafeBuffer rows = new UnsafeBuffer(new byte[count * BYTES]);
        state.getBytes(rows, 0, count * BYTES);
        return rows;
    }

    /** Every third order carries no share code. */
    private static String shareOf(final int number) {
        return number % 3 == 0 ? "" : "b".repeat(1 + (number - 1) % 32);
    }

    private static UnsafeBuffer rows(final int count) {
        final ByteBuffer rows = ByteBuffer.allocate(count * BYTES).order(ByteOrder.nativeOrder());
        for (int number = 1; number <= count; number++) {
            final String share = shareOf(number);
            rows.putLong(100 + number).putLong(200 + number).putLong(Integer.MAX_VALUE - number);
            rows.putLong(300 + number).putLong(1_795_264_200_000L + number);
            rows.putLong(1_795_264_200_000L + number + 86_400_000)
                    .putLong(400 + number)
                    .putLong(500 + number);
            rows.putLong(600 + number)
                    .putLong(700 + number)
                    .putLong(800 + number)
                    .putLong(900 + number);
            rows.putLong(Integer.MAX_VALUE * 8L + number).putInt(1 + number % 5).putInt(1 + number % 16);
            rows.putInt((int) (number << 1 | number % 2 * LATE)).putInt(share.length());
            for (int i = 0; i < 32; i++) {
                rows.put((byte) (i < share.length() ? share.charAt(i) : 0));
            }
            rows.putLong(1_000 + number).putLong(-1_100 - number).putLong(-1_200 - number);
        }
        return new UnsafeBuffer(rows.array());
    }
}
