package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A viewer's end of the wire, byte by byte; what is heard is kept as text. */
class ViewerSocketTest {
    private static final byte[] MASK = {0x11, (byte) 0xA2, 0x33, (byte) 0xC4};

    private final List<String> heard = new ArrayList<>();
    private final ViewerSocket socket = new ViewerSocket(new Recording());
    private final EmbeddedChannel channel = new EmbeddedChannel(socket);

    @AfterEach
    void nothingIsKept() {
        channel.finishAndReleaseAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 125, 126, 127, 300, 4_096})
    void aTextIsUnmaskedWhateverItsLength(final int length) {
        final String text = "x".repeat(length);
        send(frame(0x81, text));

        assertThat(heard).containsExactly("text " + text);
    }

    @Test
    void framesAreFoundHoweverTheyAreCut() {
        final byte[] two = join(frame(0x81, "a".repeat(200)), frame(0x81, "second"));
        for (final byte each : two) {
            send(new byte[] {each});
        }

        assertThat(heard).containsExactly("text " + "a".repeat(200), "text second");
    }

    @Test
    void severalFramesMayComeAtOnceAndTheLastInPart() {
        final byte[] third = frame(0x81, "third");
        send(join(frame(0x81, "first"), frame(0x89, "?"), Arrays.copyOf(third, 7)));
        send(Arrays.copyOfRange(third, 7, third.length));

        assertThat(heard).containsExactly("text first", "ping ?", "text third");
    }

    @Test
    void aMessageInPartsMayHaveAPingBetween() {
        send(join(frame(0x01, "be"), frame(0x89, ""), frame(0x00, "gin"), frame(0x80, "")));

        assertThat(heard).containsExactly("part be", "ping ", "part gin", "text ");
    }

    @ParameterizedTest
    @CsvSource({
        "C1, a", // A reserved bit.
        "83, a", // No such opcode.
        "8B, a", "09, a", // A ping in parts.
        "80, a", // The end of nothing.
        "88, a", // Half of a code.
    })
    void whatNoClientMaySendIsWrong(final String first, final String payload) {
        send(join(frame(Integer.parseInt(first, 16), payload), frame(0x81, "unheard")));

        assertThat(heard).containsExactly("wrong 1002");
    }

    @Test
    void aMessageThatBeginsWithinAnotherIsWrong() {
        send(join(frame(0x01, "be"), frame(0x81, "gin")));

        assertThat(heard).containsExactly("part be", "wrong 1002");
    }

    @Test
    void aControlFrameIsShort() {
        send(frame(0x89, "x".repeat(126)));

        assertThat(heard).containsExactly("wrong 1002");
    }

    @Test
    void whatIsNotMaskedIsWrong() {
        send(new byte[] {(byte) 0x81, 1, 'a'});

        assertThat(heard).containsExactly("wrong 1002");
    }

    @Test
    void whatIsTooLongIsRefusedByItsHead() {
        send(new byte[] {(byte) 0x82, (byte) 0xFF, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        assertThat(heard).containsExactly("wrong 1009");
    }

    @ParameterizedTest
    @ValueSource(strings = {"81FE0001", "82FE007D", "81FF0000000000000001", "82FF000000000000FFFF"})
    void aLengthThatIsNotTheShortestIsWrong(final String head) {
        send(join(ByteBufUtil.decodeHexDump(head), new byte[8]));

        assertThat(heard).containsExactly("wrong 1002");
    }

    @Test
    @SuppressWarnings("FutureReturnValueIgnored")
    void aServerThatStopsLeavesAClosingSocketItsTime() {
        socket.close((short) 1001, "stopping");
        channel.pipeline().close();
        assertThat(channel.isOpen()).isTrue();

        channel.advanceTimeBy(5, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aLengthWithItsFirstBitSetIsWrong() {
        send(new byte[] {(byte) 0x82, (byte) 0xFF, (byte) 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});

        assertThat(heard).containsExactly("wrong 1002");
    }

    @Test
    void aCloseFrameIsAnsweredWithItsCodeAndTheLineEnds() {
        send(frame(0x88, new byte[] {0x03, (byte) 0xE8, 'b', 'y', 'e'}));

        assertThat(sent()).containsExactly("880203e8");
        assertThat(channel.isOpen()).isFalse();
        assertThat(heard).contains("closed");
    }

    @Test
    void aCloseFrameWithoutACodeIsAnsweredWithoutOne() {
        send(frame(0x88, ""));

        assertThat(sent()).containsExactly("8800");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoClosesAndDoesNotReadTheAnswerIsCutInTime() {
        final EmbeddedChannel stuck = new EmbeddedChannel(new Unsent(), new ViewerSocket(new Recording()));
        stuck.writeInbound(Unpooled.copiedBuffer(frame(0x88, new byte[] {0x03, (byte) 0xE8})));
        assertThat(stuck.isOpen()).isTrue();

        stuck.advanceTimeBy(5, TimeUnit.SECONDS);
        stuck.runScheduledPendingTasks();
        assertThat(stuck.isOpen()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"03EC, 1002", "03ED, 1002", "0000, 1002", "0B00, 1002", "03E8C3, 1007"})
    void aCloseFrameMustSayWhatMayBeSaid(final String payload, final int code) {
        send(frame(0x88, ByteBufUtil.decodeHexDump(payload)));

        assertThat(heard).containsExactly("wrong " + code);
    }

    @Test
    void theAnswerToOurCloseFrameEndsTheLine() {
        socket.close((short) 1001, "stopping");

        assertThat(channel.isOpen()).isTrue();
        send(frame(0x88, new byte[] {0x03, (byte) 0xE9}));
        assertThat(sent()).containsExactly("880a03e973746f7070696e67");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whatWasWrittenToOneViewerWaitsForTheFlush() {
        socket.write(Unpooled.copiedBuffer(new byte[] {1}), left -> heard.add("left"));
        assertThat(heard).isEmpty();

        socket.flush();
        assertThat(heard).containsExactly("left");
    }

    private void send(final byte[] bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes));
    }

    private List<String> sent() {
        final List<String> frames = new ArrayList<>();
        for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            frames.add(ByteBufUtil.hexDump(next));
            next.release();
        }
        return frames;
    }

    private static byte[] frame(final int first, final String payload) {
        return frame(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] frame(final int first, final byte[] payload) {
        final ByteBuf frame = Unpooled.buffer().writeByte(first);
        if (payload.length <= 125) {
            frame.writeByte(0x80 | payload.length);
        } else {
            frame.writeByte(0x80 | 126).writeShort(payload.length);
        }
        frame.writeBytes(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.writeByte(payload[i] ^ MASK[i % MASK.length]);
        }
        return ByteBufUtil.getBytes(frame);
    }

    private static byte[] join(final byte[]... parts) {
        return ByteBufUtil.getBytes(Unpooled.wrappedBuffer(parts));
    }

    /** A network that takes nothing. */
    private static final class Unsent extends ChannelOutboundHandlerAdapter {
        @Override
        public void write(final ChannelHandlerContext context, final Object frame, final ChannelPromise promise) {
            ReferenceCountUtil.release(frame);
        }
    }

    /** Each is a line. */
    private final class Recording implements SocketListener {
        @Override
        public void onText(final LiveViewer viewer, final ByteBuf payload, final boolean isFinal) {
            heard.add((isFinal ? "text " : "part ") + payload.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void onBinary(final LiveViewer viewer) {
            heard.add("binary");
        }

        @Override
        public void onPing(final LiveViewer viewer, final ByteBuf payload) {
            heard.add("ping " + payload.toString(StandardCharsets.UTF_8));
        }

        @Override
        public void onPong(final LiveViewer viewer) {
            heard.add("pong");
        }

        @Override
        public void onWrong(final LiveViewer viewer, final short code, final String reason) {
            heard.add("wrong " + code);
        }

        @Override
        public void onClosed(final LiveViewer viewer) {
            heard.add("closed");
        }
    }
}
