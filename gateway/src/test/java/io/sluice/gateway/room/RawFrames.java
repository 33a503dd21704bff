package io.sluice.gateway.room;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The client's end of a live connection, frame by frame: RFC 6455, section 5. An input is a list of frames, each of one byte
 * as the protocol's first (FIN, reserved bits, opcode), two bytes of length, little-endian, and the payload; the last one may
 * be shorter than it says. One thread.
 */
final class RawFrames implements AutoCloseable {
    static final int TEXT = 0x81;
    static final int BEGIN_TEXT = 0x01;
    static final int END = 0x80;
    static final int BINARY = 0x82;
    static final int PING = 0x89;
    /** The line was cut without a close frame. */
    static final int CUT = 0;

    private static final int CLOSE = 0x88;
    private static final int PONG = 0x8A;
    private static final int MASKED = 0x80;
    private static final int SHORT_LENGTH = 126;
    private static final int LONG_LENGTH = 127;
    private static final int PATIENCE_MS = 20_000;
    private static final byte[] LAST = "the last of the input".getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final DataInputStream input;

    private RawFrames(final Socket socket) throws IOException {
        this.socket = socket;
        input = new DataInputStream(socket.getInputStream());
    }

    /** Connects as a viewer. */
    static RawFrames connect(final int port, final long viewer) throws IOException {
        return connect(port, viewer, new byte[0]);
    }

    /** Connects with an input's frames, and a ping, right behind the handshake, before it is answered. */
    static RawFrames connectAndSend(final int port, final long viewer, final byte[] frames) throws IOException {
        return connect(port, viewer, masked(frames));
    }

    private static RawFrames connect(final int port, final long viewer, final byte[] behind) throws IOException {
        final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(PATIENCE_MS);
        socket.setTcpNoDelay(true);
        final String request = "GET /?viewer=" + viewer + "&expires=" + Long.MAX_VALUE + " HTTP/1.1\r\nHost: x\r\n"
                + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(request.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(behind);
        socket.getOutputStream().write(bytes.toByteArray());
        final RawFrames frames = new RawFrames(socket);
        frames.skipHead();
        return frames;
    }

    /** What a fuzzer begins with: one frame as an input. */
    static byte[] input(final int first, final byte[] payload) {
        return ByteBuffer.allocate(1 + Short.BYTES + payload.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) first)
                .putShort((short) payload.length)
                .put(payload)
                .array();
    }

    /**
     * Sends the input's frames, and behind them a ping to see that all were heard.
     *
     * @param texts  takes the text frames that came until then.
     * @return the code the server closed with, {@link #CUT} when it said none or goes on.
     */
    int exchange(final byte[] frames, final List<String> texts) throws IOException {
        try {
            send(frames);
            return hear(texts);
        } catch (final EOFException | SocketException cut) {
            return CUT;
        }
    }

    /** Sends the input's frames and behind them the ping, whose answer {@link #hear} ends with. */
    void send(final byte[] frames) throws IOException {
        socket.getOutputStream().write(masked(frames));
    }

    private static byte[] masked(final byte[] frames) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ByteBuffer rest = ByteBuffer.wrap(frames).order(ByteOrder.LITTLE_ENDIAN);
        while (rest.remaining() > Short.BYTES) {
            final int first = rest.get();
            final byte[] payload = new byte[Math.min(rest.getShort() & 0xFFFF, rest.remaining())];
            rest.get(payload);
            mask(first, payload, bytes);
        }
        mask(PING, LAST, bytes);
        return bytes.toByteArray();
    }

    /** The mask is 0: a payload is then what it looks like. */
    private static void mask(final int first, final byte[] payload, final ByteArrayOutputStream bytes) {
        bytes.write(first);
        if (payload.length < SHORT_LENGTH) {
            bytes.write(MASKED | payload.length);
        } else {
            bytes.write(MASKED | SHORT_LENGTH);
            bytes.write(payload.length >> Byte.SIZE);
            bytes.write(payload.length);
        }
        bytes.writeBytes(new byte[Integer.BYTES]);
        bytes.writeBytes(payload);
    }

    /** Takes the text frames that come until the ping is answered, or the server closes; its code, as {@link #exchange}. */
    int hear(final List<String> texts) throws IOException {
        while (true) {
            final int first = input.readUnsignedByte();
            final byte[] payload = new byte[length()];
            input.readFully(payload);
            switch (first) {
                case TEXT -> texts.add(new String(payload, StandardCharsets.UTF_8));
                case CLOSE -> {
                    return payload.length < Short.BYTES
                            ? CUT
                            : ByteBuffer.wrap(payload).getShort();
                }
                case PONG -> {
                    if (ByteBuffer.wrap(payload).equals(ByteBuffer.wrap(LAST))) {
                        return CUT;
                    }
                }
                default -> throw new AssertionError("a frame that begins with " + first);
            }
        }
    }

    private int length() throws IOException {
        final int length = input.readUnsignedByte();
        return switch (length) {
            case SHORT_LENGTH -> input.readUnsignedShort();
            case LONG_LENGTH -> (int) input.readLong();
            default -> length;
        };
    }

    private void skipHead() throws IOException {
        int ends = 0;
        while (ends < 2) {
            final int next = input.readUnsignedByte();
            ends = next == '\n' ? ends + 1 : next == '\r' ? ends : 0;
        }
    }

    @Override
    public void close() throws IOException {
        // Cuts the line at once: thousands of ports that wait for stragglers would be used up.
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
