package io.sluice.bench.load.run;

import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.SaleCoupon;
import io.sluice.bench.load.SaleOffer;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.client.ServerAddress;
import io.sluice.bench.load.stage.Minting;
import io.sluice.gateway.admission.WebhookSignature;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** A gateway, and the right to speak for any of its viewers and for its payment provider. One thread. */
public final class Access {
    private final ServerAddress server;
    private final byte[] webhookSecret;
    private final LongFunction<String> tokens;

    /** A gateway, the secret that it shares with its payment provider, and viewers' tokens. */
    public Access(final ServerAddress server, final byte[] webhookSecret, final LongFunction<String> tokens) {
        this.server = server;
        this.webhookSecret = webhookSecret.clone();
        this.tokens = tokens;
    }

    /** By the secrets of the gateway's own configuration. */
    static Access by(final ServerAddress server, final Minting minting) {
        return new Access(server, minting.webhookSecret(), minting::viewer);
    }

    /** Where it listens. */
    public ServerAddress server() {
        return server;
    }

    /** What the gateway shares with its payment provider. */
    public byte[] webhookSecret() {
        return webhookSecret.clone();
    }

    /** A token of each viewer of a crowd, by place. */
    public List<String> tokens(final Crowd crowd) {
        return LongStream.range(crowd.firstViewer(), crowd.firstViewer() + crowd.viewers())
                .mapToObj(tokens)
                .toList();
    }

    /** The target of a scenario that is played with this right. */
    LoadTarget target(final Scenario scenario) {
        final SaleCoupon coupon = scenario.target().coupon();
        final WebhookSignature provider = new WebhookSignature(webhookSecret, System::currentTimeMillis);
        return new LoadTarget(
                server,
                scenario.target().room(),
                scenario.target().offers().stream().map(SaleOffer::offer).toList(),
                coupon == null ? 0 : coupon.campaign(),
                tokens(scenario.crowd()),
                body -> WebhookSignature.HEADER + ": " + provider.sign(body.getBytes(StandardCharsets.UTF_8)) + "\r\n");
    }
}
