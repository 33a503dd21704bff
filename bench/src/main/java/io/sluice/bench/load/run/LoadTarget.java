package io.sluice.bench.load.run;

import io.sluice.bench.load.client.ServerAddress;
import java.util.List;

/**
 * A gateway that is ready to be rehearsed, and the right to speak for its viewers.
 *
 * @param server  where it listens.
 * @param room    the room, LIVE.
 * @param offers  what is on sale in it, hottest first.
 * @param campaign of whose coupons viewers claim, 0 for none.
 * @param tokens  a token of each viewer of the crowd, by place.
 * @param payments signs what the payment provider says.
 */
public record LoadTarget(
        ServerAddress server,
        long room,
        List<Long> offers,
        long campaign,
        List<String> tokens,
        PaymentSigner payments) {
    /** Copies the lists. */
    public LoadTarget {
        offers = List.copyOf(offers);
        tokens = List.copyOf(tokens);
    }

    /** Signs a payment's body. */
    @FunctionalInterface
    public interface PaymentSigner {
        /** The header lines, each with its CRLF. */
        String headersOf(String body);
    }
}
