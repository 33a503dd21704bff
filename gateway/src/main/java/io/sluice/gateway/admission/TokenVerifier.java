package io.sluice.gateway.admission;

import java.util.Locale;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Checks bearer tokens: signature with one of the pinned algorithms, issuer, audience, expiry, role and subject. Any
 * thread.
 */
public final class TokenVerifier {
    /** Seconds by which the issuer's clock may differ from ours. */
    static final int CLOCK_SKEW_SECONDS = 30;

    /** The highest subject. */
    public static final long MAX_SUBJECT = (1L << 53) - 1;

    private static final int MAX_SUBJECT_DIGITS = 16;
    /** Characters of a name. */
    public static final int MAX_NAME_LENGTH = 64;

    private final VerificationKeyResolver keys;
    private final JwtConsumer consumer;

    /**
     * A verifier.
     *
     * @param keys        finds the key of a token.
     * @param issuer      what claim {@code iss} has to be.
     * @param audience    what claim {@code aud} has to hold.
     * @param algorithms  the only ones taken, by their JOSE names; {@code none} is never one of them.
     */
    public TokenVerifier(
            final VerificationKeyResolver keys,
            final String issuer,
            final String audience,
            final String... algorithms) {
        for (final String algorithm : algorithms) {
            if (algorithm.toLowerCase(Locale.ROOT).equals("none")) {
                throw new IllegalArgumentException("algorithm=none");
            }
        }
        this.keys = keys;
        consumer = new JwtConsumerBuilder()
                .setVerificationKeyResolver(keys)
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithms)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .build();
    }

    /** Whether a token may carry this name. */
    public static boolean isName(final String name) {
        return !name.isBlank() && name.length() <= MAX_NAME_LENGTH;
    }

    /** Moves when keys have come or gone. */
    long keysVersion() {
        return keys instanceof TokenKeys changing ? changing.version() : 0;
    }

    /** Who the token speaks for; {@link Identity#INVALID} or {@link Identity#EXPIRED} when for nobody. */
    public Identity verify(final String token) {
        try {
            return identity(consumer.processToClaims(token));
        } catch (final InvalidJwtException e) {
            return e.hasExpired() ? Identity.EXPIRED : Identity.INVALID;
        } catch (final MalformedClaimException e) {
            return Identity.INVALID;
        }
    }

    private static Identity identity(final JwtClaims claims) throws MalformedClaimException {
        final long subject = subject(claims.getSubject());
        final Role role = Role.ofClaim(claims.getStringClaimValue("role"));
        final String name = claims.getStringClaimValue("name");
        if (subject < 1 || role == null || (name != null && !isName(name))) {
            return Identity.INVALID;
        }
        return new Identity(subject, role, name, claims.getExpirationTime().getValueInMillis());
    }

    private static long subject(final String digits) {
        if (digits.isEmpty() || digits.length() > MAX_SUBJECT_DIGITS || digits.charAt(0) == '0') {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            final char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            value = value * 10 + (digit - '0');
        }
        return value <= MAX_SUBJECT ? value : -1;
    }
}
