package io.sluice.bench.load.client;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom clients of ours trust over TLS: the certificates of a PEM file, or those that came with Java. Any thread. */
public final class TrustedRoots {
    private final TrustManagerFactory trusted;

    private TrustedRoots(final TrustManagerFactory trusted) {
        this.trusted = trusted;
    }

    /** Those of Java. */
    public static TrustedRoots ofJava() {
        try {
            return of((KeyStore) null);
        } catch (final GeneralSecurityException broken) {
            throw new IllegalStateException("a JDK without certificates", broken);
        }
    }

    /**
     * Those of a file, those of Java where it is null.
     *
     * @throws IOException when it cannot be read, or has none.
     */
    public static TrustedRoots of(final Path file) throws IOException {
        if (file == null) {
            return ofJava();
        }
        try {
            final KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
            roots.load(null, null);
            for (final Certificate certificate : certificates(file)) {
                roots.setCertificateEntry(Integer.toString(roots.size()), certificate);
            }
            if (roots.size() == 0) {
                throw new IOException(file + ": there is no certificate in it");
            }
            return of(roots);
        } catch (final CertificateException none) {
            throw new IOException(file + ": is no PEM of certificates, " + none.getMessage(), none);
        } catch (final GeneralSecurityException broken) {
            throw new IllegalStateException("a JDK without key stores", broken);
        }
    }

    /** For clients of the JDK. */
    public SSLContext context() {
        try {
            final SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted.getTrustManagers(), null);
            return context;
        } catch (final GeneralSecurityException broken) {
            throw new IllegalStateException("a JDK without TLS", broken);
        }
    }

    /** For clients of Netty; they hold a certificate against the host's name, as others do. */
    SslContext nettyContext() {
        try {
            return SslContextBuilder.forClient().trustManager(trusted).build();
        } catch (final IOException broken) {
            throw new IllegalStateException("a JDK without TLS", broken);
        }
    }

    private static TrustedRoots of(final KeyStore roots) throws GeneralSecurityException {
        final TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(roots);
        return new TrustedRoots(trusted);
    }

    private static Collection<? extends Certificate> certificates(final Path file)
            throws IOException, CertificateException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return CertificateFactory.getInstance("X.509").generateCertificates(content);
        }
    }
}
