package io.sluice.gateway.admission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.List;
import org.jose4j.http.Get;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.HmacKey;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys of a JWKS, from a file or a URL. Reading blocks; {@link #refresh()} is called at start and then now and then on
 * a thread that may wait. When a refresh fails the keys from before stay good.
 */
public final class TokenKeys implements VerificationKeyResolver {
    private static final int TIMEOUT_MS = 5_000;

    private final String location;
    private volatile VerificationKeyResolver keys;
    private String newest;
    private volatile long version;

    /** Keys at a path, or at an http or https URL. */
    public TokenKeys(final String location) {
        this.location = location;
    }

    /** The algorithms a JWKS may be used with; all of them have a public key. */
    public static String[] algorithms() {
        return new String[] {AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.EDDSA};
    }

    /** The shared secret of HS256. */
    public static VerificationKeyResolver ofSecret(final byte[] secret) {
        final Key key = new HmacKey(secret);
        return (jws, nesting) -> key;
    }

    /**
     * Reads the keys anew.
     *
     * @throws UncheckedIOException when they cannot be read or hold none.
     */
    public synchronized void refresh() {
        try {
            final String read = read();
            final List<JsonWebKey> found = new JsonWebKeySet(read).getJsonWebKeys();
            if (found.isEmpty()) {
                throw new IOException("there is no key in " + location);
            }
            keys = new JwksVerificationKeyResolver(found);
            if (!read.equals(newest)) {
                newest = read;
                version++;
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final JoseException e) {
            throw new UncheckedIOException(new IOException("not a JWKS: " + location, e));
        }
    }

    /** How often the keys have changed: who trusts a token for having verified it asks again when this has moved. */
    long version() {
        return version;
    }

    @Override
    public Key resolveKey(final JsonWebSignature jws, final List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        final VerificationKeyResolver current = keys;
        if (current == null) {
            throw new UnresolvableKeyException("no keys were read yet");
        }
        return current.resolveKey(jws, nesting);
    }

    private String read() throws IOException {
        if (!location.startsWith("http://") && !location.startsWith("https://")) {
            return Files.readString(Path.of(location), StandardCharsets.UTF_8);
        }
        final Get get = new Get();
        get.setConnectTimeout(TIMEOUT_MS);
        get.setReadTimeout(TIMEOUT_MS);
        return get.get(URI.create(location).toString()).getBody();
    }
}
