package io.sluice.gateway.admission;

import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Issues HS256 tokens for the demo, for tests and for {@code sluice token}. Any thread. */
public final class TokenIssuer {
    /** Bytes a secret has to have at least. */
    public static final int MIN_SECRET_BYTES = 32;

    private final HmacKey key;
    private final String issuer;
    private final String audience;

    /** An issuer with a shared secret of at least {@link #MIN_SECRET_BYTES}. */
    public TokenIssuer(final byte[] secret, final String issuer, final String audience) {
        if (secret.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException("secretBytes=" + secret.length + " is less than " + MIN_SECRET_BYTES);
        }
        key = new HmacKey(secret.clone());
        this.issuer = issuer;
        this.audience = audience;
    }

    /**
     * A token.
     *
     * @param role         what its holder is.
     * @param subject      who they are.
     * @param name         what they call themselves, or null.
     * @param expiresAtMs  when it ends, epoch ms on the wall clock; whole seconds count.
     */
    public String issue(final Role role, final long subject, final String name, final long expiresAtMs) {
        final JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(Long.toString(subject));
        claims.setClaim("role", role.claim());
        if (name != null) {
            claims.setClaim("name", name);
        }
        claims.setExpirationTime(NumericDate.fromMilliseconds(expiresAtMs));
        final JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return jws.getCompactSerialization();
        } catch (final JoseException e) {
            throw new IllegalStateException("HS256 is not to be had", e);
        }
    }
}
