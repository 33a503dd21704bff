package io.sluice.ops.doctor;

import io.sluice.gateway.GatewayProperty;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Whether the secrets are secret: in a file that only its owner and group may read, none a sample's, no two the same. Their
 * least lengths are the configuration's to check.
 */
final class SecretsCheck implements Check {
    /** What the secrets of {@code ops/config} begin with. */
    static final String SAMPLE = "replace-me";

    private static final String NEW_SECRET = "openssl rand -hex 32";

    @Override
    public String name() {
        return "secrets";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) throws IOException {
        final List<GatewayProperty> secrets = Arrays.stream(GatewayProperty.values())
                .filter(property ->
                        property.isSecret() && !plan.gateway().text(property).isEmpty())
                .toList();
        if (secrets.isEmpty()) {
            return Finding.skipped("no secret is set");
        }
        for (final GatewayProperty secret : secrets) {
            if (plan.gateway().text(secret).startsWith(SAMPLE)) {
                return Finding.fail(
                        secret.propertyName() + " is the one of a sample", "a secret nobody else has", NEW_SECRET);
            }
        }
        for (final Path file : plan.secret()) {
            if (isReadByAll(host, file)) {
                return openToAll(file);
            }
        }
        final long different =
                secrets.stream().map(plan.gateway()::text).distinct().count();
        return different == secrets.size()
                ? Finding.ok(secrets.size() + " set, each another")
                : Finding.warn(
                        "two secrets are the same",
                        "one each: whoever is given one could sign what the other vouches for",
                        NEW_SECRET);
    }

    /** Whether every user of the host may read it. */
    static boolean isReadByAll(final Host host, final Path file) throws IOException {
        final Set<PosixFilePermission> permissions = host.permissions(file);
        return permissions != null && permissions.contains(PosixFilePermission.OTHERS_READ);
    }

    /** The finding of a file that every user may read, and none should. */
    static Finding openToAll(final Path file) {
        return Finding.fail(
                file + " can be read by every user of this host",
                "by its owner and group alone",
                "chmod o-rwx " + file);
    }
}
