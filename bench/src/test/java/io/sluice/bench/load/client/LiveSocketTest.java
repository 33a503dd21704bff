package io.sluice.bench.load.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiveSocketTest implements LiveListener {
    private static final String UPGRADED =
            "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n";

    private final List<String> heard = new ArrayList<>();
    private final LiveSocket socket = new LiveSocket(3, this);
    private final EmbeddedChannel channel = new EmbeddedChannel();

    LiveSocketTest() {
        channel.attr(LiveHandler.SOCKET).set(socket);
        channel.pipeline().addLast(new LiveHandler(bug -> heard.add("bug " + bug)));
        socket.opened(channel);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100_000})
    void framesAreHeardWholeHoweverTheyAreCut(final int piece) {
        final String big = "b".repeat(70_000);
        final ByteBuf all = Unpooled.buffer();
        all.writeCharSequence(UPGRADED, StandardCharsets.US_ASCII);
        frame(all, "one");
        frame(all, "m".repeat(300));
        frame(all, big);

        while (all.isReadable()) {
            channel.writeInbound(all.readRetainedSlice(Math.min(piece, all.readableBytes())));
        }

        assertThat(heard).containsExactly("one", "m".repeat(300), big);
    }

    @Test
    void aRefusedUpgradeIsTheEndWithItsStatus() {
        channel.writeInbound(text("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n"));

        assertThat(heard).containsExactly("closed 503");
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void aPingIsAnswered() {
        channel.writeInbound(text(UPGRADED));
        channel.writeInbound(Unpooled.wrappedBuffer(new byte[] {(byte) 0x89, 2, 'h', 'i'}));

        final ByteBuf pong = channel.readOutbound();

        assertThat(pong.getUnsignedByte(0)).isEqualTo((short) 0x8A);
        assertThat(unmasked(pong)).isEqualTo("hi");
    }

    @Test
    void whatIsSentIsMasked() {
        channel.writeInbound(text(UPGRADED));

        socket.send("{\"t\":\"like\",\"n\":3}");

        final ByteBuf sent = channel.readOutbound();
        assertThat(sent.getByte(1) & 0x80).isEqualTo(0x80);
        assertThat(unmasked(sent)).isEqualTo("{\"t\":\"like\",\"n\":3}");
    }

    @Test
    void aLostConnectionIsHeardOnce() {
        channel.writeInbound(text(UPGRADED));

        channel.close().syncUninterruptibly();
        socket.drop();

        assertThat(heard).containsExactly("closed 0");
    }

    @Override
    public void onMessage(final LiveSocket from, final ByteBuf buffer, final int start, final int end) {
        heard.add(buffer.toString(start, end - start, StandardCharsets.UTF_8));
    }

    @Override
    public void onClosed(final LiveSocket closed, final int status) {
        heard.add("closed " + status);
    }

    private static ByteBuf text(final String ascii) {
        return Unpooled.copiedBuffer(ascii, StandardCharsets.US_ASCII);
    }

    private static void frame(final ByteBuf out, final String text) {
        out.writeByte(0x81);
        if (text.length() < 126) {
            out.writeByte(text.length());
        } else if (text.length() < 65_536) {
            out.writeByte(126).writeShort(text.length());
        } else {
            out.writeByte(127).writeLong(text.length());
        }
        out.writeCharSequence(text, StandardCharsets.US_ASCII);
    }

    private static String unmasked(final ByteBuf frame) {
        final int length = frame.getByte(1) & 0x7F;
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) (frame.getByte(6 + i) ^ frame.getByte(2 + (i & 3))));
        }
        return text.toString();
    }
}
