package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.TestCertificate;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public port with a certificate, as clients of all kinds find it. */
class TlsTest {
    private static final int PATIENCE_MS = 20_000;
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final int ALERT = 21;
    private static final int FATAL = 2;
    private static final int PROTOCOL_VERSION = 70;

    @TempDir
    private static Path folder;

    private static TestCertificate first;
    private static TestCertificate second;

    private final LinkListener link = new LinkListener();
    private final ScriptedEngine engine = new ScriptedEngine(link);
    private TestCertificate shown;
    private TestGateway gateway;

    @BeforeAll
    static void makeCertificates() {
        first = TestCertificate.in(folder.resolve("first"));
        second = TestCertificate.in(folder.resolve("second"));
    }

    @BeforeEach
    void launch(@TempDir final Path files) throws IOException {
        shown = first.copiedTo(files);
        gateway = TestGateway.launch(
                engine,
                link,
                context(shown.chain(), shown.key())
                        .set(GatewayProperty.TLS_RELOAD_SECONDS, 1)
                        .set(GatewayProperty.REQUEST_TIMEOUT_MS, 400));
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aBrowserOfOurDaysIsServedAndToldToComeThisWayOnly(final String version) throws IOException {
        try (SSLSocket socket = connect(version)) {
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 302")
                    .contains("strict-transport-security: max-age=31536000");
        }
    }

    @Test
    void aSuiteWhoseRecordsCouldBeReadOneDayIsRefused() throws IOException {
        try (SSLSocket socket = socket()) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA"});

            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    /** By hand: a JDK of our days does not speak it either. */
    @Test
    void whoSpeaks11AtMostIsToldThatTheVersionIsWrong() throws IOException {
        try (Socket socket = plainSocket()) {
            socket.getOutputStream().write(helloOf11());

            final byte[] alert = socket.getInputStream().readNBytes(7);
            assertThat(alert[0]).isEqualTo((byte) ALERT);
            assertThat(alert[5]).isEqualTo((byte) FATAL);
            assertThat(alert[6]).isEqualTo((byte) PROTOCOL_VERSION);
        }
    }

    @Test
    void whoSpeaksPlainHttpIsCutOffUnanswered() throws IOException {
        try (Socket socket = plainSocket()) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));

            assertThat(answer(socket)).doesNotContain("HTTP/");
        }
    }

    @Test
    void whoIsSlowIsToldSoInsideTls() throws IOException {
        try (SSLSocket socket = connect("TLSv1.3")) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));

            assertThat(answer(socket)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aRenewedCertificateIsShownWithoutARestartOnceItsKeyIsThereToo() throws IOException {
        try (SSLSocket before = connect("TLSv1.3")) {
            Files.copy(second.key(), shown.key(), StandardCopyOption.REPLACE_EXISTING);
            awaitFigures(first, 0);
            assertThat(certificate()).isEqualTo(first.certificate());

            second.copiedTo(shown.chain().getParent());
            awaitFigures(second, 1);
            assertThat(certificate()).isEqualTo(second.certificate());

            before.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(before)).startsWith("HTTP/1.1 302");
        }
    }

    @Test
    void theKeyOfAnotherCertificateIsNoStart() {
        assertThatThrownBy(() -> context(first.chain(), second.key()).conclude())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sluice.gateway.tls.key=" + second.key() + ", which is not the key of");
    }

    @Test
    void aFileThatIsNoCertificateIsNoStart() {
        assertThatThrownBy(() -> context(first.key(), first.key()).conclude())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sluice.gateway.tls.certificate=");
        assertThatThrownBy(() -> context(folder.resolve("none"), first.key()).conclude())
                .hasMessageContaining("NoSuchFileException");
        assertThatThrownBy(() -> TestGateway.context()
                        .set(GatewayProperty.TLS_KEY, first.key().toString())
                        .conclude())
                .hasMessageContaining("sluice.gateway.tls.key=");
    }

    private static GatewayContext context(final Path chain, final Path key) {
        return TestGateway.context()
                .set(GatewayProperty.TLS_CERTIFICATE, chain.toString())
                .set(GatewayProperty.TLS_KEY, key.toString());
    }

    private void awaitFigures(final TestCertificate shown, final int usable) {
        final long notAfter = ((X509Certificate) shown.certificate())
                .getNotAfter()
                .toInstant()
                .getEpochSecond();
        await().atMost(PATIENCE_MS, TimeUnit.MILLISECONDS).untilAsserted(() -> assertThat(
                        gateway.management().get("/metrics").send().text())
                .containsPattern("sluice_tls_files_usable " + usable + "[.]0\n")
                .satisfies(text -> assertThat(figure(text, "sluice_tls_certificate_not_after_timestamp_seconds"))
                        .isEqualTo(notAfter)));
    }

    /** A figure without labels, as whole number. */
    private static long figure(final String text, final String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    /** What is shown to who comes now. */
    private Certificate certificate() throws IOException {
        try (SSLSocket socket = connect("TLSv1.3")) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    private SSLSocket connect(final String version) throws IOException {
        final SSLSocket socket = socket();
        socket.setEnabledProtocols(new String[] {version});
        socket.startHandshake();
        return socket;
    }

    private SSLSocket socket() throws IOException {
        final SSLSocket socket = (SSLSocket) TestCertificate.trusting(first, second)
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private Socket plainSocket() throws IOException {
        final Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** All that comes until the server ends the connection, be it politely or not. */
    private static String answer(final Socket socket) throws IOException {
        final StringBuilder answer = new StringBuilder();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                answer.append((char) next);
            }
        } catch (final SocketException cut) {
            answer.append('(').append(cut.getMessage()).append(')');
        }
        return answer.toString();
    }

    /** A ClientHello (RFC 4346, section 7.4.1.2) of version 3.2 with one suite. */
    private static byte[] helloOf11() {
        final int body = 2 + 32 + 1 + 2 + 2 + 1 + 1;
        return ByteBuffer.allocate(5 + 4 + body)
                .put(new byte[] {22, 3, 1})
                .putShort((short) (4 + body))
                .put(new byte[] {1, 0})
                .putShort((short) body)
                .put(new byte[] {3, 2})
                .put(new byte[32])
                .put((byte) 0)
                .putShort((short) 2)
                .putShort((short) 0xC009)
                .put(new byte[] {1, 0})
                .array();
    }
}
