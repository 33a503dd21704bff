package io.sluice.ops.doctor;

import io.sluice.engine.EngineContext;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.SluiceConfig;
import io.sluice.gateway.link.LinkListener;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The server that the host is to carry. Where its configuration is off, the checks of the host go by the values that could
 * be read and by the defaults of the others.
 *
 * @param config  the configuration file, null for none.
 * @param fault   what is wrong with it, null for nothing.
 * @param data    the data directory, null when nobody names one.
 */
record ServerPlan(Path config, String fault, EngineContext engine, GatewayContext gateway, Path data) {
    /**
     * Reads a plan.
     *
     * @param config  null for the defaults.
     * @param data    goes before the configuration's; null for that.
     */
    static ServerPlan read(final Path config, final Path data) {
        final EngineContext engine = new EngineContext();
        final GatewayContext gateway = new GatewayContext();
        final String fault = config == null ? null : fault(config, engine, gateway, data);
        return new ServerPlan(config, fault, engine, gateway, data == null ? engine.dataDirectory() : data);
    }

    private static String fault(
            final Path config, final EngineContext engine, final GatewayContext gateway, final Path data) {
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

    /** Live connections that the configuration lets in. */
    int connections() {
        return gateway.number(GatewayProperty.ROOM_CONNECTIONS);
    }
}
