package io.sluice.gateway.http;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests of any content over one connection, as long as that lasts. Only what frames a request is its own: length,
 * line ends, and the headers that would change the connection, which are Netty's matter and are renamed. One thread.
 */
final class RawExchange implements AutoCloseable {
    private static final int PATIENCE_MS = 20_000;
    private static final Pattern SECRET = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> FRAMING = List.of(
            "content-length",
            "transfer-encoding",
            "connection",
            "upgrade",
            "expect",
            "http2-settings",
            "te",
            "trailer");

    private final int port;
    private Socket socket;

    RawExchange(final int port) {
        this.port = port;
    }

    /** Sends what the input says and answers what came back. */
    Answer send(final BiFunction<String, byte[], String> secrets, final byte[] input) throws IOException {
        final String text = new String(input, StandardCharsets.ISO_8859_1);
        final int end = text.indexOf("\n\n");
        final String[] head =
                (end < 0 ? text : text.substring(0, end)).replace("\r", "").split("\n", -1);
        final byte[] body = end < 0 ? new byte[0] : text.substring(end + 2).getBytes(StandardCharsets.ISO_8859_1);
        final StringBuilder request = new StringBuilder(head[0]).append(" HTTP/1.1\r\nhost: x\r\n");
        for (int i = 1; i < head.length; i++) {
            request.append(header(head[i], name -> secrets.apply(name, body)));
        }
        request.append("content-length: ").append(body.length).append("\r\n\r\n");
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(request.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return exchange(bytes.toByteArray(), head[0].strip().startsWith("HEAD"));
    }

    private static String header(final String line, final UnaryOperator<String> secrets) {
        final int colon = line.indexOf(':');
        final String name =
                (colon < 0 ? line : line.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        final Matcher secret = SECRET.matcher(line);
        final String value = secret.find() ? secrets.apply(secret.group(1)) : null;
        final String sent = value == null ? line : line.replace(secret.group(), value);
        return (line.isEmpty() || FRAMING.contains(name) ? "x-" : "") + sent + "\r\n";
    }

    private Answer exchange(final byte[] request, final boolean bodiless) throws IOException {
        try {
            return answer(request, bodiless);
        } catch (final IOException e) {
            close();
            throw e;
        }
    }

    private Answer answer(final byte[] request, final boolean bodiless) throws IOException {
        if (socket == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
        }
        socket.getOutputStream().write(request);
        final DataInputStream input = new DataInputStream(socket.getInputStream());
        final String[] status = line(input).split(" ", 3);
        final Map<String, String> headers = new HashMap<>();
        for (String line = line(input); !line.isEmpty(); line = line(input)) {
            final int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        final String length = headers.get("content-length");
        final byte[] body = new byte[length == null || bodiless ? 0 : Integer.parseInt(length)];
        input.readFully(body);
        if (length == null || bodiless || "close".equals(headers.get("connection"))) {
            close();
        }
        return new Answer(
                Integer.parseInt(status[1]),
                headers.getOrDefault("content-type", ""),
                new String(body, StandardCharsets.UTF_8));
    }

    private static String line(final DataInputStream input) throws IOException {
        final StringBuilder line = new StringBuilder();
        for (int next = input.read(); next != '\n'; next = input.read()) {
            if (next < 0) {
                throw new EOFException("after " + line);
            }
            line.append((char) next);
        }
        return line.substring(0, line.length() - 1);
    }

    /** Ends the connection; the next request makes another. */
    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /**
     * What came back.
     *
     * @param body  empty when its length was not said.
     */
    record Answer(int status, String type, String body) {
        boolean isProblem() {
            return type.startsWith("application/problem+json") && !body.isEmpty();
        }
    }
}
