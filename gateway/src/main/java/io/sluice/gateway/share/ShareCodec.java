package io.sluice.gateway.share;

import io.sluice.engine.protocol.ProtocolLimits;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes share codes as text and reads them. The text is base64url without padding of: a byte whose bits say which fields
 * follow, from the lowest room, offer, store, guide, group, channel, inviter, the highest 0; those fields, each as a
 * varint (LEB128); and the first {@value #TAG_BYTES} bytes of an HMAC-SHA256 of all that. 2^48 tags are too many to try
 * over a network; and who found one could claim to be brought by somebody, and nothing else. The HMAC begins with a label,
 * so a secret that signs something else as well signs no codes by it. One thread.
 */
public final class ShareCodec {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] LABEL = "sluice share code 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG_BYTES = 6;
    private static final int MAX_BYTES = ProtocolLimits.MAX_SHARE_BYTES * 3 / 4;
    private static final int FIELDS = 7;
    private static final int MAX_VARINT_BYTES = 8;
    private static final int HEADER_BYTES = 1;
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private final Mac mac;
    private final byte[] bytes = new byte[HEADER_BYTES + FIELDS * MAX_VARINT_BYTES + TAG_BYTES];

    /** Signs and checks with a secret of the gateways'. */
    public ShareCodec(final byte[] secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (final NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is not to be had", e);
        }
    }

    /**
     * The text of a code, whose ids are from 0 to {@link ProtocolLimits#MAX_ID}.
     *
     * @return at most {@link ProtocolLimits#MAX_SHARE_BYTES} characters; null when the ids together take more.
     */
    public String encode(final ShareCode code) {
        final long[] fields = {
            code.room(), code.offer(), code.store(), code.guide(), code.group(), code.channel(), code.inviter()
        };
        int mask = 0;
        int length = HEADER_BYTES;
        for (int i = 0; i < FIELDS; i++) {
            if (fields[i] != 0) {
                mask |= 1 << i;
                length = putVarint(fields[i], length);
            }
        }
        bytes[0] = (byte) mask;
        if (length + TAG_BYTES > MAX_BYTES) {
            return null;
        }
        System.arraycopy(tag(bytes, length), 0, bytes, length, TAG_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, length + TAG_BYTES));
    }

    /** What a text says; null when it is no code of ours. The comparison takes the same time wherever they differ. */
    public ShareCode decode(final String text) {
        final byte[] read = bytesOf(text);
        if (read == null || read.length <= HEADER_BYTES + TAG_BYTES) {
            return null;
        }
        final int length = read.length - TAG_BYTES;
        final byte[] told = Arrays.copyOfRange(read, length, read.length);
        return MessageDigest.isEqual(tag(read, length), told) ? fieldsOf(read, length) : null;
    }

    /** Only the one text that we would write for the bytes: base64 has several for some. */
    private static byte[] bytesOf(final String text) {
        if (text.length() > ProtocolLimits.MAX_SHARE_BYTES) {
            return null;
        }
        try {
            final byte[] read = Base64.getUrlDecoder().decode(text);
            final String again = Base64.getUrlEncoder().withoutPadding().encodeToString(read);
            return again.equals(text) ? read : null;
        } catch (final IllegalArgumentException notBase64) {
            return null;
        }
    }

    private static ShareCode fieldsOf(final byte[] read, final int length) {
        final long[] fields = new long[FIELDS];
        int at = HEADER_BYTES;
        for (int i = 0; i < FIELDS; i++) {
            if ((read[0] & 1 << i) != 0) {
                int shift = 0;
                boolean more = true;
                while (more && at < length) {
                    fields[i] |= (long) (read[at] & SEVEN_BITS) << shift;
                    shift += 7;
                    more = (read[at++] & MORE) != 0;
                }
            }
        }
        return new ShareCode(fields[0], fields[1], fields[2], fields[3], fields[4], (int) fields[5], fields[6]);
    }

    private int putVarint(final long value, final int offset) {
        int at = offset;
        long rest = value;
        while (rest >= MORE) {
            bytes[at++] = (byte) (rest | MORE);
            rest >>>= 7;
        }
        bytes[at++] = (byte) rest;
        return at;
    }

    private byte[] tag(final byte[] message, final int length) {
        mac.update(LABEL);
        mac.update(message, 0, length);
        return Arrays.copyOf(mac.doFinal(), TAG_BYTES);
    }
}
