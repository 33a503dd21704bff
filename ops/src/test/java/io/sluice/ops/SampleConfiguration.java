package io.sluice.ops;

import io.sluice.engine.EngineContext;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.SluiceConfig;
import io.sluice.gateway.TestCertificate;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A configuration of {@code ops/config} with the sample's secrets, to be tried in a folder of the test's own. */
final class SampleConfiguration {
    private static final Path FOLDER = Path.of("config");
    private static final Path SECRETS = FOLDER.resolve("secrets.properties");

    private final Path file;
    private final EngineContext engine = new EngineContext();
    private final GatewayContext gateway = new GatewayContext();

    /** Of this file. */
    SampleConfiguration(final Path file) {
        this.file = file;
        try {
            SluiceConfig.read(List.of(file, SECRETS)).fill(engine, gateway);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SampleConfiguration named(final String name) {
        return new SampleConfiguration(FOLDER.resolve(name + ".properties"));
    }

    /** What the file says of a property; null for nothing. */
    String text(final String property) throws IOException {
        final Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        }
        return lines.getProperty(property);
    }

    EngineContext engine() {
        return engine;
    }

    GatewayContext gateway() {
        return gateway;
    }

    /** Has it listen at free ports of this machine, keep its data in a folder and, where it has one, show another certificate. */
    SampleConfiguration movedTo(final Path folder) {
        engine.dataDirectory(folder.resolve("data"));
        gateway.set(GatewayProperty.HOST, "127.0.0.1")
                .set(GatewayProperty.PORT, 0)
                .set(GatewayProperty.MANAGEMENT_HOST, "127.0.0.1")
                .set(GatewayProperty.MANAGEMENT_PORT, 0);
        if (!gateway.text(GatewayProperty.TLS_CERTIFICATE).isEmpty()) {
            final TestCertificate certificate = TestCertificate.in(folder.resolve("tls"));
            gateway.set(GatewayProperty.TLS_CERTIFICATE, certificate.chain().toString())
                    .set(GatewayProperty.TLS_KEY, certificate.key().toString());
        }
        return this;
    }
}
