package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RawRequestTest {
    private static final int TIMEOUT_MS = 400;

    private ScriptedEngine engine;
    private TestGateway gateway;

    @BeforeEach
    void open() {
        final LinkListener link = new LinkListener();
        engine = new ScriptedEngine(link);
        gateway = TestGateway.launch(
                engine, link, TestGateway.context().set(GatewayProperty.REQUEST_TIMEOUT_MS, TIMEOUT_MS));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aBodyThatDripsInIsEnded() throws IOException {
        assertThat(answerTo(orderHead("content-length: 100\r\n") + "{"))
                .startsWith("HTTP/1.1 408")
                .contains("REQUEST_TIMEOUT");
    }

    @Test
    void whatCannotBeAnsweredLaterIsAFaultAtOnce() throws IOException {
        gateway.rooms().listing(null);

        assertThat(firstLine("GET /api/v1/operator/rooms HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                        + gateway.token(Role.OPERATOR, 1) + "\r\n\r\n"))
                .contains(" 500 ");
    }

    @Test
    void headersThatDripInAreEnded() throws IOException {
        assertThat(answerTo("POST /api/v1/rooms/7/orders HTTP/1.1\r\nhost: x\r\n"))
                .startsWith("HTTP/1.1 408")
                .contains("REQUEST_TIMEOUT");
    }

    @Test
    void aSecondRequestThatDripsInIsEndedAsWell() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write("GET /x HTTP/1.1\r\nhost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("HTTP/1.1 408");
        }
    }

    @Test
    void aWebSocketThatClosesAtOnceLeavesTheOthersWatched() throws IOException {
        gateway.rooms().put(7, "{}");
        for (int i = 0; i < 4; i++) {
            joinAndLeave();
        }

        assertThat(answerTo(orderHead("content-length: 100\r\n") + "{")).startsWith("HTTP/1.1 408");
        assertThat(answerTo(orderHead("content-length: 100\r\n") + "{")).startsWith("HTTP/1.1 408");
    }

    @Test
    void aHandshakeThatCannotSucceedLeavesTheTicketGood() throws IOException {
        gateway.rooms().put(7, "{}");
        final String good = liveHead();

        assertThat(firstLine(good.replace("connection: Upgrade", "connection: keep-alive")))
                .contains(" 426 ");
        assertThat(firstLine(good.replace("version: 13", "version: 12"))).contains(" 426 ");
        assertThat(firstLine(good.replace("sec-websocket-key", "x-key"))).contains(" 426 ");
        assertThat(firstLine(good)).contains(" 101 ");
    }

    /** The handshake would take the connection from the request behind it, and with it what its body lies in. */
    @Test
    void aHandshakeBetweenASlowRequestAndAnotherIsNone() throws IOException {
        gateway.rooms().put(7, "{}");
        final String handshake = liveHead();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((pin() + handshake + pin()).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> engine.waiting() == 1);
            engine.acceptNext();
            await().until(() -> engine.waiting() == 1);
            engine.acceptNext();

            final BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(nextStatus(answers)).isEqualTo("200");
            assertThat(nextStatus(answers)).isEqualTo("426");
            assertThat(nextStatus(answers)).isEqualTo("200");
        }
        assertThat(firstLine(handshake)).as("its ticket is still good").contains(" 101 ");
    }

    @Test
    void aHandshakeBehindASlowRequestIsOne() throws IOException {
        gateway.rooms().put(7, "{}");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((pin() + liveHead()).getBytes(StandardCharsets.US_ASCII));
            await().until(() -> engine.waiting() == 1);
            engine.acceptNext();

            final BufferedReader answers =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(nextStatus(answers)).isEqualTo("200");
            assertThat(nextStatus(answers)).isEqualTo("101");
        }
    }

    /** A command that is answered when the test says so. */
    private String pin() {
        final String body = "{\"offer\":1001}";
        return "POST /api/v1/operator/rooms/7/pin HTTP/1.1\r\nhost: x\r\nauthorization: Bearer "
                + gateway.token(Role.OPERATOR, 1) + "\r\ncontent-type: application/json\r\ncontent-length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** Bodies have no line ends, so that a status may stand right behind one. */
    private static String nextStatus(final BufferedReader answers) throws IOException {
        String line = answers.readLine();
        while (!line.contains("HTTP/1.1 ")) {
            line = answers.readLine();
        }
        return line.substring(line.indexOf("HTTP/1.1 ") + 9).substring(0, 3);
    }

    @Test
    void aBodyThatWaitsToBeAskedForIsAskedFor() throws IOException {
        assertThat(firstLine(orderHead("expect: 100-continue\r\ncontent-length: 10\r\n")))
                .contains(" 100 ");
        assertThat(firstLine(orderHead("expect: 100-continue\r\ncontent-length: 100000000\r\n")))
                .contains(" 413 ");
    }

    @Test
    void twoKeysAreNoKey() throws IOException {
        assertThat(answerTo(orderHead("idempotency-key: l\r\nconnection: close\r\ncontent-length: 2\r\n") + "{}"))
                .startsWith("HTTP/1.1 400")
                .contains("KEY_INVALID");
    }

    private void joinAndLeave() throws IOException {
        assertThat(firstLine(liveHead())).contains(" 101 ");
    }

    private String liveHead() {
        final String ticket = gateway.api()
                .post("/api/v1/rooms/7/tickets")
                .viewer(42)
                .answers(201)
                .at("/ticket")
                .asText();
        return "GET /api/v1/rooms/7/live?ticket=" + ticket + " HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\n"
                + "connection: Upgrade\r\nsec-websocket-version: 13\r\n"
                + "sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    }

    /** What comes first; the connection is closed right after it. */
    private String firstLine(final String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    @Test
    void anIdleConnectionIsLeftAlone() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            final OutputStream output = socket.getOutputStream();
            final InputStream input = socket.getInputStream();
            final byte[] request =
                    "GET /api/v1/rooms/7 HTTP/1.1\r\nhost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
            output.write(request);
            assertThat(input.read()).isEqualTo('H');
            socket.setSoTimeout(3 * TIMEOUT_MS);
            drain(input);

            output.write(request);

            assertThat(input.read()).isEqualTo('H');
        }
    }

    @Test
    void aChunkedBodyPastTheLimitIsEnded() throws IOException {
        final String chunk = "1000\r\n" + "x".repeat(4_096) + "\r\n";

        assertThat(answerTo(orderHead("transfer-encoding: chunked\r\n") + chunk.repeat(5)))
                .startsWith("HTTP/1.1 413")
                .contains("BODY_TOO_LARGE");
    }

    @Test
    void anAnnouncedBodyPastTheLimitIsEndedBeforeItComes() throws IOException {
        assertThat(answerTo(orderHead("content-length: 1000000000\r\n")))
                .startsWith("HTTP/1.1 413")
                .contains("BODY_TOO_LARGE");
    }

    @Test
    void aFirstLineTooLongIsRefused() throws IOException {
        assertThat(answerTo("GET /" + "x".repeat(5_000) + " HTTP/1.1\r\nhost: x\r\n\r\n"))
                .contains(" 414 ")
                .contains("URI_TOO_LONG");
    }

    @Test
    void headersTooLargeAreRefused() throws IOException {
        assertThat(answerTo("GET / HTTP/1.1\r\nhost: x\r\nx: " + "x".repeat(9_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431")
                .contains("HEADERS_TOO_LARGE");
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        assertThat(answerTo("\u0001\u0002 nothing of the kind\r\n\r\n"))
                .contains(" 400 ")
                .contains("MALFORMED_REQUEST");
    }

    @Test
    void aQueryThatIsNotPercentEncodedIsRefused() throws IOException {
        assertThat(answerTo(
                        "GET /api/v1/me/orders?limit=%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\nauthorization: "
                                + "Bearer " + gateway.token(Role.VIEWER, 42) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400");
    }

    private String orderHead(final String lengthHeader) {
        return "POST /api/v1/rooms/7/orders HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\nidempotency-key: k\r\n"
                + "authorization: Bearer " + gateway.token(Role.VIEWER, 42) + "\r\n" + lengthHeader + "\r\n";
    }

    /** Everything up to the end of the connection, which has to come. */
    private String answerTo(final String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Reads until nothing came for the socket's timeout. */
    private static void drain(final InputStream input) throws IOException {
        try {
            while (input.read() >= 0) {
                // It is only to be out of the way.
            }
        } catch (final SocketTimeoutException quiet) {
            assertThat(quiet).isNotNull();
        }
    }
}
