package io.sluice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate of 127.0.0.1 that vouches for itself, made by the JDK's keytool, and its key, as PEM files. */
public final class TestCertificate {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String ALIAS = "server";

    private final Path folder;
    private final KeyStore store;

    private TestCertificate(final Path folder, final KeyStore store) {
        this.folder = folder;
        this.store = store;
    }

    /** Makes one in a new folder. */
    public static TestCertificate in(final Path folder) {
        try {
            Files.createDirectory(folder);
            final Path file = folder.resolve("server.p12");
            final Process keytool = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            new String(PASSWORD),
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost,ip:127.0.0.1")
                    .redirectErrorStream(true)
                    .start();
            final String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(keytool.waitFor()).as(said).isZero();
            final KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream stored = Files.newInputStream(file)) {
                store.load(stored, PASSWORD);
            }
            final TestCertificate made = new TestCertificate(folder, store);
            write(made.chain(), "CERTIFICATE", made.certificate().getEncoded());
            write(made.key(), "PRIVATE KEY", store.getKey(ALIAS, PASSWORD).getEncoded());
            return made;
        } catch (final IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path chain() {
        return folder.resolve("chain.pem");
    }

    public Path key() {
        return folder.resolve("key.pem");
    }

    public Certificate certificate() {
        try {
            return store.getCertificate(ALIAS);
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same in another folder, over what lies there. */
    public TestCertificate copiedTo(final Path other) throws IOException {
        final TestCertificate copy = new TestCertificate(other, store);
        Files.copy(key(), copy.key(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(chain(), copy.chain(), StandardCopyOption.REPLACE_EXISTING);
        return copy;
    }

    /** Of a client that trusts these and nobody else. */
    public static SSLContext trusting(final TestCertificate... trusted) {
        try {
            final KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            for (int i = 0; i < trusted.length; i++) {
                roots.setCertificateEntry("root-" + i, trusted[i].certificate());
            }
            final TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(roots);
            final SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory.getTrustManagers(), null);
            return context;
        } catch (final IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(final Path file, final String label, final byte[] content) throws IOException {
        final String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(file, "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n");
    }
}
