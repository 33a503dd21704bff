package io.sluice.bench.load.fleet;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What coordinator and workers share. It never travels: each proves that it has it by an HMAC-SHA-256 over both nonces, and the
 * keys that seal a connection come out of it the same way. Any thread.
 */
public final class Secret {
    /** So short a one could be guessed by whoever has recorded a proof. */
    public static final int LEAST_CHARS = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE_BYTES = 32;
    private static final int KEY_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String text;

    /** A secret of at least {@link #LEAST_CHARS} characters. */
    public Secret(final String text) {
        if (text.length() < LEAST_CHARS) {
            throw new IllegalArgumentException(
                    "the secret has " + text.length() + " characters; it needs " + LEAST_CHARS);
        }
        this.text = text;
    }

    /** One that nobody else has. */
    public static Secret random() {
        return new Secret(nonce());
    }

    /** The secret itself, to be handed to a child. */
    String text() {
        return text;
    }

    /** 32 random bytes, hex. */
    static String nonce() {
        final byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return HexFormat.of().formatHex(nonce);
    }

    /** The proof of the one in this role, hex. */
    String proof(final String role, final String coordinatorNonce, final String workerNonce) {
        return HexFormat.of().formatHex(hmac(role + " proves|" + coordinatorNonce + "|" + workerNonce));
    }

    /** Whether it is that proof; takes the same time wherever they differ. */
    boolean isProof(final String told, final String role, final String coordinatorNonce, final String workerNonce) {
        return MessageDigest.isEqual(
                told.getBytes(StandardCharsets.UTF_8),
                proof(role, coordinatorNonce, workerNonce).getBytes(StandardCharsets.UTF_8));
    }

    /** Seals what the one in this role sends on one connection. */
    Seal seal(final String role, final String coordinatorNonce, final String workerNonce) {
        return new Seal(Arrays.copyOf(hmac(role + " seals|" + coordinatorNonce + "|" + workerNonce), KEY_BYTES));
    }

    private byte[] hmac(final String over) {
        try {
            final Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(over.getBytes(StandardCharsets.UTF_8));
        } catch (final GeneralSecurityException missing) {
            throw new IllegalStateException(ALGORITHM + " is not to be had", missing);
        }
    }
}
