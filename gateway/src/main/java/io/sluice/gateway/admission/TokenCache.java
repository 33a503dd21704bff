package io.sluice.gateway.admission;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The tokens one event loop has verified, so that a viewer's next request costs no cryptography. Holds good tokens only,
 * until they expire or the keys change, and drops the oldest when it is full. One thread.
 */
public final class TokenCache {
    private final TokenVerifier verifier;
    private final LongSupplier wallClockMs;
    private final Map<String, Identity> known;
    private long keysVersion;

    /**
     * A cache.
     *
     * @param verifier     checks what is not in the cache.
     * @param capacity     tokens kept.
     * @param wallClockMs  the clock tokens expire by.
     */
    public TokenCache(final TokenVerifier verifier, final int capacity, final LongSupplier wallClockMs) {
        this.verifier = verifier;
        this.wallClockMs = wallClockMs;
        known = new Bounded(capacity);
    }

    /** As {@link TokenVerifier#verify}. */
    public Identity verify(final String token) {
        // Read before a token is verified, so that a change meanwhile is seen by the next call.
        final long version = verifier.keysVersion();
        if (version != keysVersion) {
            keysVersion = version;
            known.clear();
        }
        final Identity identity = known.get(token);
        if (identity == null) {
            return remember(token, verifier.verify(token));
        }
        if (wallClockMs.getAsLong() >= identity.expiresAtMs() + TokenVerifier.CLOCK_SKEW_SECONDS * 1_000L) {
            known.remove(token);
            return Identity.EXPIRED;
        }
        return identity;
    }

    private Identity remember(final String token, final Identity identity) {
        if (identity.isKnown()) {
            known.put(token, identity);
        }
        return identity;
    }

    private static final class Bounded extends LinkedHashMap<String, Identity> {
        private static final long serialVersionUID = 1L;

        private final int capacity;

        Bounded(final int capacity) {
            this.capacity = capacity;
        }

        @Override
        protected boolean removeEldestEntry(final Map.Entry<String, Identity> eldest) {
            return size() > capacity;
        }
    }
}
