package io.sluice.gateway.admission;

import io.netty.util.NetUtil;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;

/** Addresses as keys: an IPv4 address is one, of an IPv6 address its first 64 bits are, which one home has. */
public final class AddressKey {
    private static final long UNKNOWN = 1;

    private AddressKey() {}

    /** The key of a peer's address, never 0. */
    public static long of(final SocketAddress address) {
        final String host = address == null ? null : address.hostAddress();
        return ofBytes(host == null ? null : NetUtil.createByteArrayFromIpAddressString(host));
    }

    /** The key of an address, never 0. */
    static long ofInet(final InetAddress address) {
        return ofBytes(address.getAddress());
    }

    private static long ofBytes(final byte[] bytes) {
        if (bytes == null) {
            return UNKNOWN;
        }
        long key = 0;
        for (int i = 0; i < Math.min(bytes.length, Long.BYTES); i++) {
            key = (key << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return key == 0 ? UNKNOWN : key;
    }
}
