package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.TokenCache;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.admission.TokenKeys;
import io.sluice.gateway.admission.TokenSecret;
import io.sluice.gateway.admission.TokenVerifier;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String ORDERS = "/api/v1/me/orders";
    private static final byte[] SECRET = TestGateway.TOKEN_SECRET.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path directory;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void open() {
        final LinkListener link = new LinkListener();
        gateway = TestGateway.launch(
                new ScriptedEngine(link), link, TestGateway.context().set(GatewayProperty.ANSWER_TIMEOUT_MS, 100));
        api = gateway.api();
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void withoutATokenNobodyIsServed() {
        assertThat(api.get(ORDERS).isRefused(401, "TOKEN_MISSING").header("www-authenticate"))
                .isEqualTo("Bearer");
        api.get(ORDERS).header("Authorization", "Basic eDp5").isRefused(401, "TOKEN_MISSING");
    }

    @Test
    void aTokenThatWasNotIssuedForUsIsNotTaken() throws JoseException {
        refuses("not.a.token");
        refuses(new TokenIssuer(
                        "another secret of thirty-two bytes".getBytes(StandardCharsets.UTF_8), "sluice", "sluice")
                .issue(Role.VIEWER, 42, null, inAnHour()));
        refuses(new TokenIssuer(SECRET, "somebody", "sluice").issue(Role.VIEWER, 42, null, inAnHour()));
        refuses(new TokenIssuer(SECRET, "sluice", "somebody").issue(Role.VIEWER, 42, null, inAnHour()));
        refuses(signed(claims("42", "emperor"), "HS256", new HmacKey(SECRET)));
        refuses(signed(claims("42", null), "HS256", new HmacKey(SECRET)));
        refuses(signed(claims("0", "viewer"), "HS256", new HmacKey(SECRET)));
        refuses(signed(claims("-1", "viewer"), "HS256", new HmacKey(SECRET)));
        refuses(signed(claims("042", "viewer"), "HS256", new HmacKey(SECRET)));
        refuses(signed(claims("9007199254740992", "viewer"), "HS256", new HmacKey(SECRET)));
        refuses(signed(claims("alice", "viewer"), "HS256", new HmacKey(SECRET)));
    }

    @Test
    void aTokenWithoutAnEndIsNotTaken() throws JoseException {
        final JwtClaims endless = claims("42", "viewer");
        endless.unsetClaim("exp");

        refuses(signed(endless, "HS256", new HmacKey(SECRET)));
    }

    @Test
    void aTokenThatIsNotSignedIsNotTaken() throws JoseException {
        refuses(signed(claims("42", "viewer"), "none", null, null));
        final String[] parts = gateway.token(Role.VIEWER, 42).split("\\.", -1);
        final String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
        refuses(none + "." + parts[1] + ".");
        refuses(none + "." + parts[1] + "." + parts[2]);
        refuses(parts[0] + "." + parts[1] + ".");
    }

    @Test
    void aTokenThatHasEndedSaysSo() {
        final String ended = new TokenIssuer(SECRET, "sluice", "sluice")
                .issue(Role.VIEWER, 42, null, System.currentTimeMillis() - 60_000);

        final Api.Reply refused =
                api.get(ORDERS).header("Authorization", "Bearer " + ended).isRefused(401, "TOKEN_EXPIRED");

        assertThat(refused.header("www-authenticate")).contains("invalid_token");
    }

    @Test
    void aRoleMayDoWhatIsItsOwn() {
        api.get(ORDERS).as(Role.OPERATOR, 1).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get("/api/v1/journal").viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
        api.put("/api/v1/operator/items/1", "{\"title\":\"x\"}").viewer(42).isRefused(403, "ROLE_NOT_ALLOWED");
        api.get(ORDERS).as(Role.GUIDE, 340).isRefused(504, "ANSWER_LATE");
    }

    @Test
    void keysOfAJwksVerifyTheirAlgorithmsOnly() throws JoseException, IOException {
        final PublicJsonWebKey rsa = named(RsaJwkGenerator.generateJwk(2_048), "rsa");
        final PublicJsonWebKey okp = named(OkpJwkGenerator.generateJwk(OctetKeyPairJsonWebKey.SUBTYPE_ED25519), "okp");
        final PublicJsonWebKey ec = named(EcJwkGenerator.generateJwk(EllipticCurves.P256), "ec");
        final Path file = directory.resolve("jwks.json");
        Files.writeString(file, new JsonWebKeySet(rsa, okp, ec).toJson(OutputControlLevel.PUBLIC_ONLY));
        final TokenKeys keys = new TokenKeys(file.toString());
        keys.refresh();
        final TokenVerifier verifier = new TokenVerifier(keys, "sluice", "sluice", TokenKeys.algorithms());

        assertThat(verifier.verify(signed(claims("42", "viewer"), "RS256", rsa)).subject())
                .isEqualTo(42);
        assertThat(verifier.verify(signed(claims("43", "guide"), "EdDSA", okp)).role())
                .isEqualTo(Role.GUIDE);
        assertThat(verifier.verify(signed(claims("42", "viewer"), "ES256", ec))).isSameAs(Identity.INVALID);
        assertThat(verifier.verify(signed(claims("42", "viewer"), "RS512", rsa)))
                .isSameAs(Identity.INVALID);
        assertThat(verifier.verify(signed(
                        claims("42", "viewer"),
                        "HS256",
                        new HmacKey(rsa.getKey().getEncoded()))))
                .isSameAs(Identity.INVALID);
    }

    @Test
    void everyRoleIsNamedWhereTheRolesAreListed() {
        for (final Role role : Role.values()) {
            assertThat(Role.CLAIMS).contains(role.claim());
        }
    }

    @Test
    void aCachedTokenIsForgottenWhenItEnds() {
        final AtomicLong nowMs = new AtomicLong(System.currentTimeMillis());
        final TokenVerifier verifier = new TokenVerifier(TokenKeys.ofSecret(SECRET), "sluice", "sluice", "HS256");
        final TokenCache cache = new TokenCache(verifier, 2, nowMs::get);
        final String token = gateway.token(Role.VIEWER, 42);

        assertThat(cache.verify(token)).isEqualTo(cache.verify(token)).isEqualTo(verifier.verify(token));
        nowMs.addAndGet(3_700_000);

        assertThat(cache.verify(token)).isSameAs(Identity.EXPIRED);
    }

    @Test
    void aCachedTokenIsForgottenWhenItsKeyIsWithdrawn() throws JoseException, IOException {
        final PublicJsonWebKey withdrawn = named(RsaJwkGenerator.generateJwk(2_048), "withdrawn");
        final PublicJsonWebKey kept = named(RsaJwkGenerator.generateJwk(2_048), "kept");
        final Path file = directory.resolve("jwks.json");
        Files.writeString(file, new JsonWebKeySet(withdrawn, kept).toJson(OutputControlLevel.PUBLIC_ONLY));
        final TokenKeys keys = new TokenKeys(file.toString());
        keys.refresh();
        final TokenCache cache = new TokenCache(
                new TokenVerifier(keys, "sluice", "sluice", TokenKeys.algorithms()), 2, System::currentTimeMillis);
        final String withdrawnToken = signed(claims("42", "viewer"), "RS256", withdrawn);
        final String keptToken = signed(claims("43", "viewer"), "RS256", kept);
        assertThat(cache.verify(withdrawnToken).subject()).isEqualTo(42);

        Files.writeString(file, new JsonWebKeySet(kept).toJson(OutputControlLevel.PUBLIC_ONLY));
        keys.refresh();

        assertThat(cache.verify(withdrawnToken)).isSameAs(Identity.INVALID);
        assertThat(cache.verify(keptToken).subject()).isEqualTo(43);
    }

    @Test
    void aDirectoryKeepsItsSecret() throws IOException {
        final String secret = TokenSecret.of(directory);

        assertThat(TokenSecret.of(directory))
                .isEqualTo(secret)
                .hasSizeGreaterThanOrEqualTo(TokenIssuer.MIN_SECRET_BYTES);
    }

    @Test
    void theDemoHandsOutTokens() {
        final Api.Reply token = api.post("/api/v1/demo/tokens", "{\"role\":\"guide\",\"subject\":340,\"name\":\"李\"}")
                .answers(200);

        api.get(ORDERS)
                .header("Authorization", "Bearer " + token.at("/token").asText())
                .isRefused(504, "ANSWER_LATE");
        final long newcomer = api.post("/api/v1/demo/tokens", "{\"role\":\"viewer\"}")
                .answers(200)
                .at("/subject")
                .asLong();
        assertThat(newcomer).isGreaterThan(1_000_000);
        api.post("/api/v1/demo/tokens", "{\"role\":\"king\"}").isRefused(400, "FIELD_INVALID");
        api.post("/api/v1/demo/tokens", "{}").isRefused(400, "FIELD_MISSING");
    }

    private void refuses(final String token) {
        api.get(ORDERS).header("Authorization", "Bearer " + token).isRefused(401, "TOKEN_INVALID");
    }

    private static PublicJsonWebKey named(final PublicJsonWebKey key, final String name) {
        key.setKeyId(name);
        return key;
    }

    private static JwtClaims claims(final String subject, final String role) {
        final JwtClaims claims = new JwtClaims();
        claims.setIssuer("sluice");
        claims.setAudience("sluice");
        claims.setSubject(subject);
        claims.setExpirationTimeMinutesInTheFuture(60);
        if (role != null) {
            claims.setClaim("role", role);
        }
        return claims;
    }

    private static String signed(final JwtClaims claims, final String algorithm, final PublicJsonWebKey key)
            throws JoseException {
        return signed(claims, algorithm, key.getPrivateKey(), key.getKeyId());
    }

    private static String signed(final JwtClaims claims, final String algorithm, final Key key) throws JoseException {
        return signed(claims, algorithm, key, null);
    }

    private static String signed(final JwtClaims claims, final String algorithm, final Key key, final String keyId)
            throws JoseException {
        final JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setPayload(claims.toJson());
        jws.setAlgorithmHeaderValue(algorithm);
        jws.setKeyIdHeaderValue(keyId);
        jws.setKey(key);
        return jws.getCompactSerialization();
    }

    private static long inAnHour() {
        return System.currentTimeMillis() + 3_600_000;
    }
}
