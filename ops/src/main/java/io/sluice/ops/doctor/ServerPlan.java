package io.sluice.ops.doctor;

import io.sluice.engine.EngineContext;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.SluiceConfig;
import io.sluice.gateway.link.LinkListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The server that the host is to carry. Where its configuration is off, the checks of the host go by the values that could
 * be read and by the defaults of the others.
 *
 * @param config  the configuration's files.
 * @param secret  those of them that give a secret.
 * @param fault   what is wrong with it, null for nothing.
 * @param data    the data directory, null when nobody names one.
 */
record ServerPlan(
        List<Path> config, List<Path> secret, String fault, EngineContext engine, GatewayContext gateway, Path data) {
    /**
     * Reads a plan.
     *
     * @param config  empty for the defaults.
     * @param data    goes before the configuration's; null for that.
     */
    static ServerPlan read(final List<Path> config, final Path data) {
        final EngineContext engine = new EngineContext();
        final GatewayContext gateway = new GatewayContext();
        final String fault = config.isEmpty() ? null : fault(config, engine, gateway, data);
        final List<Path> secret =
                config.stream().filter(ServerPlan::givesSecret).toList();
        return new ServerPlan(config, secret, fault, engine, gateway, data == null ? engine.dataDirectory() : data);
    }

    private static String fault(
            final List<Path> config, final EngineContext engine, final GatewayContext gateway, final Path data) {
        try {
            SluiceConfig.read(config).fill(engine, gateway);
            if (data != null) {
                engine.dataDirectory(data);
            }
            if (engine.dataDirectory() == null) {
                return SluiceConfig.DATA + ": the data directory has to be named";
            }
            gateway.conclude();
            // Whoever listens is a part of the server; to look at the values anybody will do.
            engine.listener(new LinkListener()).conclude();
            return null;
        } catch (final IOException unreadable) {
            return unreadable.toString();
        } catch (final IllegalArgumentException off) {
            return off.getMessage();
        }
    }

    /** One that cannot be read is the configuration's fault, and told there. */
    private static boolean givesSecret(final Path file) {
        try {
            return SluiceConfig.read(file).hasSecret();
        } catch (final IOException | IllegalArgumentException off) {
            return false;
        }
    }

    /** The files as a line. */
    String configNames() {
        return config.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    /** Live connections that the configuration lets in. */
    int connections() {
        return gateway.number(GatewayProperty.ROOM_CONNECTIONS);
    }
}
