package io.sluice.bench.micro;

import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.TokenCache;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.admission.TokenKeys;
import io.sluice.gateway.admission.TokenVerifier;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.agrona.BitUtil;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A viewer's token (HS256) checked as the gateway does it: cut out of the header's value, which is another string in each
 * request, then verified, or found among those the event loop has verified before. Ten thousand viewers, in turn.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class TokenBenchmark {
    private static final int VIEWERS = 10_000;
    private static final int TOKENS_KEPT = 20_000;
    private static final String BEARER = "Bearer ";
    private static final String ISSUER = "sluice";
    private static final String AUDIENCE = "sluice-api";
    private static final byte[] SECRET =
            "a-secret-for-a-measurement-and-nothing-else".getBytes(StandardCharsets.US_ASCII);

    private final String[] headers = new String[VIEWERS];
    private TokenVerifier verifier;
    private TokenCache cache;
    private int next;

    /** Issues the tokens, and has the cache see each of them once. */
    @Setup
    public void issue() {
        verifier = new TokenVerifier(TokenKeys.ofSecret(SECRET), ISSUER, AUDIENCE, "HS256");
        cache = new TokenCache(verifier, TOKENS_KEPT, System::currentTimeMillis);
        final TokenIssuer issuer = new TokenIssuer(SECRET, ISSUER, AUDIENCE);
        final long tomorrowMs = System.currentTimeMillis() + TimeUnit.DAYS.toMillis(1);
        for (int i = 0; i < VIEWERS; i++) {
            headers[i] = BEARER + issuer.issue(Role.VIEWER, 1 + i, null, tomorrowMs);
            if (!cache.verify(token(headers[i])).isKnown()) {
                throw new IllegalStateException("not known: " + headers[i]);
            }
        }
    }

    /** The first request of a viewer on an event loop. */
    @Benchmark
    public Identity verify() {
        return verifier.verify(nextToken());
    }

    /** Every further one. */
    @Benchmark
    public Identity verifyAgain() {
        return cache.verify(nextToken());
    }

    private String nextToken() {
        next = BitUtil.next(next, VIEWERS);
        return token(headers[next]);
    }

    private static String token(final String header) {
        return header.substring(BEARER.length());
    }
}
