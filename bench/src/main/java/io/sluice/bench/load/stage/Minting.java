package io.sluice.bench.load.stage;

import io.sluice.engine.EngineContext;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.SluiceConfig;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.TokenIssuer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Mints what a target lets the rig in with, by the secrets of the target's own configuration. Any thread.
 */
public final class Minting {
    private static final long LIFETIME_HOURS = 48;
    private static final long SUBJECT = 1;

    private final GatewayContext context;
    private final TokenIssuer issuer;

    private Minting(final GatewayContext context) {
        this.context = context;
        this.issuer = context.tokenIssuer();
    }

    /**
     * Reads a target's configuration.
     *
     * @throws StageException when it cannot be read, is none, or lacks a secret that is needed.
     */
    public static Minting by(final Path config) throws StageException {
        final GatewayContext context = new GatewayContext();
        try {
            SluiceConfig.read(config).fill(new EngineContext(), context);
        } catch (final IOException unreadable) {
            throw new StageException(config + ": " + unreadable, unreadable);
        } catch (final IllegalArgumentException off) {
            throw new StageException(config + ": " + off.getMessage(), off);
        }
        require(context, config, GatewayProperty.TOKEN_SECRET, "tokens are minted");
        require(context, config, GatewayProperty.WEBHOOK_SECRET, "payments are signed");
        try {
            return new Minting(context);
        } catch (final IllegalArgumentException tooShort) {
            throw new StageException(
                    config + ": " + GatewayProperty.TOKEN_SECRET.propertyName() + ": " + tooShort.getMessage(),
                    tooShort);
        }
    }

    /** A viewer's token, good for two days. */
    public String viewer(final long viewer) {
        return token(Role.VIEWER, viewer);
    }

    /** An operator's token, good for two days. */
    public String operator() {
        return token(Role.OPERATOR, SUBJECT);
    }

    /** Another operator's token, good for two days. */
    public String secondOperator() {
        return token(Role.OPERATOR, SUBJECT + 1);
    }

    /** The token of a system that reads the journal, good for two days. */
    public String downstream() {
        return token(Role.DOWNSTREAM, SUBJECT);
    }

    /** What the target shares with its payment provider. */
    public byte[] webhookSecret() {
        return context.webhookSecret();
    }

    private String token(final Role role, final long subject) {
        return issuer.issue(role, subject, null, System.currentTimeMillis() + TimeUnit.HOURS.toMillis(LIFETIME_HOURS));
    }

    private static void require(
            final GatewayContext context, final Path config, final GatewayProperty secret, final String use)
            throws StageException {
        if (context.text(secret).isEmpty()) {
            throw new StageException(config + ": " + secret.propertyName() + " is missing, by which " + use);
        }
    }
}
