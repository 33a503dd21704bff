package io.sluice.ops.doctor;

import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.ServerCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Whether the certificate has its own key, outlasts the show, and its key is read by who serves alone. */
final class CertificateCheck implements Check {
    /** Whoever renews by itself does so earlier: at this it has failed for some time. The alert SluiceCertificateAging has the same. */
    static final Duration SPARE = Duration.ofDays(21);

    private static final String RENEW = "renew it: a server that runs shows the new one by itself";

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) throws IOException {
        if (plan.gateway().text(GatewayProperty.TLS_CERTIFICATE).isEmpty()) {
            return Finding.ok("none, for plain HTTP");
        }
        final ServerCertificate certificate;
        try {
            certificate = plan.gateway().certificate();
        } catch (final IllegalArgumentException off) {
            return Finding.fail(
                    off.getMessage(),
                    "two PEM files, the certificate with those behind it, and its own key",
                    "openssl x509 -noout -pubkey -in CERTIFICATE and openssl pkey -pubout -in KEY print the same when they belong together");
        }
        final Path key = Path.of(plan.gateway().text(GatewayProperty.TLS_KEY));
        if (SecretsCheck.isReadByAll(host, key)) {
            return SecretsCheck.openToAll(key);
        }
        return ofTime(certificate, Instant.ofEpochMilli(host.wallMs()));
    }

    private static Finding ofTime(final ServerCertificate certificate, final Instant now) {
        if (now.isBefore(certificate.notBefore())) {
            return Finding.fail(
                    "good from " + certificate.notBefore() + " on, and it is " + now,
                    "good by now",
                    "look at this host's clock first, then at who issued it");
        }
        final String found = "good until " + certificate.notAfter();
        if (now.isAfter(certificate.notAfter())) {
            return Finding.fail(found, "one that clients take", RENEW);
        }
        return now.plus(SPARE).isAfter(certificate.notAfter())
                ? Finding.warn(found, "for " + SPARE.toDays() + " days and more", RENEW)
                : Finding.ok(found);
    }
}
