package io.sluice.ops.doctor;

import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.ServerCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Whether the certificate outlasts the show, and its key is read by who serves alone. What cannot be read is the configuration's. */
final class CertificateCheck implements Check {
    /** Whoever renews by itself does so earlier: at this it has failed for some time. */
    static final Duration SPARE = Duration.ofDays(14);

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
        if (plan.fault() != null) {
            return Finding.skipped("the configuration comes first");
        }
        final ServerCertificate certificate = plan.gateway().certificate();
        final Path key = Path.of(plan.gateway().text(GatewayProperty.TLS_KEY));
        if (SecretsCheck.isReadByAll(host, key)) {
            return SecretsCheck.openToAll(key);
        }
        final String found = "good until " + certificate.notAfter();
        final Instant now = Instant.ofEpochMilli(host.wallMs());
        if (now.isAfter(certificate.notAfter())) {
            return Finding.fail(found, "one that clients take", RENEW);
        }
        return now.plus(SPARE).isAfter(certificate.notAfter())
                ? Finding.warn(found, "for " + SPARE.toDays() + " days and more", RENEW)
                : Finding.ok(found);
    }
}
