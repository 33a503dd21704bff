package io.sluice.gateway.admission;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The payment provider's signature: {@code t=<unix seconds>,v1=<hex>}, HMAC-SHA256 over {@code <t>.<raw body>} with a
 * shared secret. One thread.
 */
public final class WebhookSignature {
    /** Header that carries it. */
    public static final String HEADER = "Sluice-Signature";
    /** How far its time may be from ours. */
    static final long TOLERANCE_SECONDS = 300;

    private static final String ALGORITHM = "HmacSHA256";
    private static final Pattern SHAPE = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

    private final Mac mac;
    private final LongSupplier wallClockMs;

    /** Signs and checks with a shared secret. */
    public WebhookSignature(final byte[] secret, final LongSupplier wallClockMs) {
        this.wallClockMs = wallClockMs;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (final NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is not to be had", e);
        }
    }

    /** Whether the header signs the body, now. The comparison takes the same time wherever they differ. */
    public boolean matches(final String header, final byte[] body) {
        final Matcher parts = SHAPE.matcher(header == null ? "" : header);
        if (!parts.matches()) {
            return false;
        }
        final long seconds = Long.parseLong(parts.group(1));
        if (Math.abs(wallClockMs.getAsLong() / 1_000 - seconds) > TOLERANCE_SECONDS) {
            return false;
        }
        return MessageDigest.isEqual(hmac(seconds, body), HexFormat.of().parseHex(parts.group(2)));
    }

    /** The header that signs the body, now. */
    public String sign(final byte[] body) {
        final long seconds = wallClockMs.getAsLong() / 1_000;
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hmac(seconds, body));
    }

    private byte[] hmac(final long seconds, final byte[] body) {
        mac.update(Long.toString(seconds).getBytes(StandardCharsets.US_ASCII));
        mac.update((byte) '.');
        return mac.doFinal(body);
    }
}
