package io.sluice.bench.load.fleet;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One direction of a connection, sealed by AES-GCM: nobody between can read, change, repeat or leave out a frame. The key is
 * that of one connection and direction, the nonce counts its frames. One thread.
 */
final class Seal {
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final SecretKeySpec key;
    private long frames;

    Seal(final byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] close(final byte[] frame) {
        return next(Cipher.ENCRYPT_MODE, frame);
    }

    /** The frame as it was before it was closed; throws when it is not just the next that was. */
    byte[] open(final byte[] closed) {
        return next(Cipher.DECRYPT_MODE, closed);
    }

    private byte[] next(final int mode, final byte[] bytes) {
        try {
            final byte[] nonce =
                    ByteBuffer.allocate(NONCE_BYTES).putLong(frames++).array();
            final Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (final GeneralSecurityException broken) {
            throw new IllegalArgumentException("a frame was changed on its way", broken);
        }
    }
}
