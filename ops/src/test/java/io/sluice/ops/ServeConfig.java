package io.sluice.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A configuration file for {@code sluice serve}, good unless the test makes it bad. */
final class ServeConfig {
    private final List<String> lines = new ArrayList<>();
    private final Path folder;
    private final Path data;
    private List<String> flags = List.of();
    private final int port = FreePort.next();
    private final int managementPort = FreePort.next();

    /** A server that hands out tokens, with its data and its file in this folder. */
    ServeConfig(final Path folder) {
        this(folder, folder.resolve("data"));
    }

    /** The same, with its data elsewhere. */
    ServeConfig(final Path folder, final Path data) {
        this.folder = folder;
        this.data = data;
        set("sluice.data", data.toString());
        set("sluice.gateway.port", port);
        set("sluice.gateway.managementPort", managementPort);
        set("sluice.gateway.demo", "true");
        set("sluice.gateway.token.secret", "a-secret-of-more-than-thirty-two-bytes");
        set("sluice.gateway.webhook.secret", "a-secret-shared-with-the-provider");
        set("sluice.gateway.share.secret", "a-secret-that-signs-share-codes");
    }

    /** Sets a property; one that is set already gets another value. */
    ServeConfig set(final String name, final Object value) {
        lines.removeIf(line -> line.startsWith(name + "="));
        lines.add(name + "=" + value);
        return this;
    }

    /** Has the server started with flags for Java. */
    ServeConfig flags(final List<String> wanted) {
        flags = wanted;
        return this;
    }

    int port() {
        return port;
    }

    int managementPort() {
        return managementPort;
    }

    Path data() {
        return data;
    }

    /** Starts a server by it. */
    SluiceProcess start() {
        return SluiceProcess.start(flags, "serve", "--config", write().toString());
    }

    /** Serves by it until that ends by itself, which is what a bad one makes it do. */
    SluiceProcess run() {
        return SluiceProcess.run("serve", "--config", write().toString());
    }

    private Path write() {
        try {
            return Files.write(folder.resolve("sluice.properties"), lines);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
