package io.sluice.bench.load.run;

import io.netty.buffer.ByteBuf;
import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.client.JsonScan;
import io.sluice.bench.load.client.LiveListener;
import io.sluice.bench.load.client.LiveSocket;
import java.nio.charset.StandardCharsets;

/** Tells the frames of the sockets apart by their first bytes. On the loop's thread. */
final class FrameReader implements LiveListener {
    private static final byte[] TICK = bytes("{\"t\":\"tick\",\"seq\":");
    private static final byte[] ORDER = bytes("{\"t\":\"order\"");
    private static final byte[] REFUSED = bytes("{\"t\":\"refused\"");
    private static final byte[] COMMENT = bytes("{\"t\":\"comment\"");
    private static final byte[] PONG = bytes("{\"t\":\"pong\"");
    private static final byte[] ROOM = bytes("{\"t\":\"room\"");
    private static final byte[] KEY = JsonScan.field("key");
    private static final byte[] OF = JsonScan.field("of");
    private static final byte[] SEQUENCE = JsonScan.field("sequence");
    private static final byte[] SEQ = JsonScan.field("seq");

    private final Measurements figures;
    private final Shopping shopping;
    private final Talking talking;
    private final Stalling stalling;
    private final DelayWatch delays;

    FrameReader(
            final Measurements figures,
            final Shopping shopping,
            final Talking talking,
            final Stalling stalling,
            final DelayWatch delays) {
        this.figures = figures;
        this.shopping = shopping;
        this.talking = talking;
        this.stalling = stalling;
        this.delays = delays;
    }

    @Override
    public void onMessage(final LiveSocket socket, final ByteBuf buffer, final int from, final int end) {
        if (JsonScan.isAt(buffer, from, end, TICK)) {
            figures.count(Count.TICKS, 1);
            tick(socket.viewer(), JsonScan.number(buffer, from, end, SEQ));
        } else if (JsonScan.isAt(buffer, from, end, ORDER)) {
            shopping.onOrder(buffer, from, end, JsonScan.text(buffer, from, end, KEY));
        } else if (JsonScan.isAt(buffer, from, end, REFUSED)) {
            refused(socket, buffer, from, end);
        } else if (JsonScan.isAt(buffer, from, end, COMMENT)) {
            talking.onTaken(socket.viewer());
        } else if (JsonScan.isAt(buffer, from, end, ROOM)) {
            delays.onPicture(socket.viewer(), JsonScan.number(buffer, from, end, SEQUENCE));
        } else if (JsonScan.isAt(buffer, from, end, PONG)) {
            stalling.onPong(socket.viewer());
        }
    }

    @Override
    public void onClosed(final LiveSocket socket, final int status) {
        // An order that waits by this socket is sent again over HTTP once it has waited too long.
        talking.onClosed(socket.viewer());
    }

    /** What somebody reads who was stalled is old: no news, but as with a picture all before it is known from now on. */
    private void tick(final int viewer, final long sequence) {
        if (stalling.isBehind(viewer)) {
            delays.onPicture(viewer, sequence);
        } else {
            delays.onTick(viewer, sequence);
        }
    }

    private void refused(final LiveSocket socket, final ByteBuf buffer, final int from, final int end) {
        final String of = JsonScan.text(buffer, from, end, OF);
        if ("order".equals(of)) {
            shopping.onRefused(buffer, from, end, JsonScan.text(buffer, from, end, KEY));
        } else if ("comment".equals(of)) {
            talking.onRefused(socket.viewer());
        } else if (!"like".equals(of)) {
            figures.count(Count.ERRORS, 1);
        }
    }

    private static byte[] bytes(final String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}
