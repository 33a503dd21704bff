package io.sluice.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;

/**
 * The certificate that the public server shows, with its key: two PEM files, read together. A key that is not the
 * certificate's is refused, so that a renewal that is caught in the middle changes nothing.
 *
 * @param files      what was read.
 * @param notBefore  from when on the certificate and those between it and its root are good, all of them.
 * @param notAfter   until when they are, all of them: clients refuse it for one that has run out.
 */
public record ServerCertificate(PemKeyCertOptions files, Instant notBefore, Instant notAfter) {
    private static final byte[] PROBE = {1, 2, 3, 4};

    static {
        // Read once by Java, before its first handshake: in TLS 1.2 a client could have us sign for it again and again.
        System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
    }

    /**
     * Reads both files, on any thread that may wait for the disk.
     *
     * @return null when the gateway is to speak plain HTTP.
     * @throws IllegalArgumentException with the file that is off and why; of a key's content it says nothing.
     */
    static ServerCertificate of(final GatewayContext context) {
        if (context.text(GatewayProperty.TLS_CERTIFICATE).isEmpty()) {
            return null;
        }
        final PemKeyCertOptions files = new PemKeyCertOptions()
                .addCertValue(bytes(context, GatewayProperty.TLS_CERTIFICATE))
                .addKeyValue(bytes(context, GatewayProperty.TLS_KEY));
        final List<X509Certificate> chain = checked(context, files);
        return new ServerCertificate(
                files,
                chain.stream()
                        .map(each -> each.getNotBefore().toInstant())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                chain.stream()
                        .map(each -> each.getNotAfter().toInstant())
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    private static Buffer bytes(final GatewayContext context, final GatewayProperty file) {
        try {
            return Buffer.buffer(Files.readAllBytes(Path.of(context.text(file))));
        } catch (final IOException | InvalidPathException unreadable) {
            throw file.off(context.text(file) + " (" + unreadable + ")");
        }
    }

    private static List<X509Certificate> checked(final GatewayContext context, final PemKeyCertOptions files) {
        final String name = context.text(GatewayProperty.TLS_CERTIFICATE);
        try {
            final KeyStore store = files.loadKeyStore(null);
            final String alias = store.aliases().nextElement();
            final List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!belongs(
                    keyOf(files.getKeyManagerFactory(null), alias), chain.get(0).getPublicKey())) {
                throw GatewayProperty.TLS_KEY.off(
                        context.text(GatewayProperty.TLS_KEY) + ", which is not the key of " + name);
            }
            return chain;
        } catch (final IllegalArgumentException off) {
            throw off;
        } catch (final Exception unusable) {
            // Vert.x declares all there is. What it says of a key is its form, not its content.
            throw GatewayProperty.TLS_CERTIFICATE.off(name + " with its key (" + unusable + ")");
        }
    }

    private static PrivateKey keyOf(final KeyManagerFactory factory, final String alias) {
        return Arrays.stream(factory.getKeyManagers())
                .filter(X509KeyManager.class::isInstance)
                .map(manager -> ((X509KeyManager) manager).getPrivateKey(alias))
                .findFirst()
                .orElseThrow();
    }

    /** Whether what one signs the other verifies. */
    private static boolean belongs(final PrivateKey key, final PublicKey certified) throws GeneralSecurityException {
        if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        final Signature signature = Signature.getInstance(
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(PROBE);
        final byte[] signed = signature.sign();
        signature.initVerify(certified);
        signature.update(PROBE);
        return signature.verify(signed);
    }
}
