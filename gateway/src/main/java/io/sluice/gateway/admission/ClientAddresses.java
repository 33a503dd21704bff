package io.sluice.gateway.admission;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whose request it is, for the rates of addresses. That is who connected, unless that is a proxy of ours: then it is who the
 * proxy says it came from, and so on while that is a proxy of ours as well. What others say of themselves is not read: anybody
 * could be somebody else with each request. Any thread.
 */
public final class ClientAddresses {
    /** The header that most proxies write: addresses, the latest last. */
    public static final String FORWARDED_FOR = "X-Forwarded-For";

    /** The header of RFC 7239: elements of pairs such as {@code for="[2001:db8::1]:4711"}, the latest last. */
    public static final String FORWARDED = "Forwarded";

    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern SEMICOLON = Pattern.compile(";");
    private static final String FOR = "for=";

    private final List<IpSubnetFilterRule> proxies;
    private final String header;

    /**
     * Behind these proxies.
     *
     * @param proxies  addresses, or networks such as {@code 10.0.0.0/8}; empty when nobody stands between.
     * @param header   the one that they write; the other may come from anybody, and is not read.
     * @throws IllegalArgumentException naming what is no address and no network.
     */
    public ClientAddresses(final Collection<String> proxies, final String header) {
        this.proxies = proxies.stream().map(ClientAddresses::network).toList();
        this.header = header;
    }

    /**
     * The key of a request's address, never 0, as {@link AddressKey} makes it.
     *
     * @param peer     who connected.
     * @param headers  the request's.
     */
    public long key(final SocketAddress peer, final MultiMap headers) {
        InetAddress client = proxies.isEmpty() || peer == null ? null : address(peer.hostAddress());
        if (client == null || !isProxy(client)) {
            return AddressKey.of(peer);
        }
        final List<String> told = headers.getAll(header).stream()
                .flatMap(line -> Stream.of(COMMA.split(line, -1)))
                .toList();
        for (int i = told.size() - 1; i >= 0 && isProxy(client); i--) {
            final InetAddress before = address(header.equals(FORWARDED) ? node(told.get(i)) : told.get(i));
            if (before == null) {
                break;
            }
            client = before;
        }
        return AddressKey.ofInet(client);
    }

    private boolean isProxy(final InetAddress address) {
        final InetSocketAddress socket = new InetSocketAddress(address, 0);
        for (final IpSubnetFilterRule proxy : proxies) {
            if (proxy.matches(socket)) {
                return true;
            }
        }
        return false;
    }

    /** Of an element of {@code Forwarded}, empty when it tells nobody. */
    private static String node(final String element) {
        for (final String pair : SEMICOLON.split(element, -1)) {
            final String stripped = pair.strip();
            if (stripped.toLowerCase(Locale.ROOT).startsWith(FOR)) {
                return stripped.substring(FOR.length()).replace("\"", "");
            }
        }
        return "";
    }

    /** An address with or without a port; null for what is none, as a name or {@code unknown} is. Nothing is looked up. */
    private static InetAddress address(final String text) {
        final byte[] bytes =
                text == null ? null : NetUtil.createByteArrayFromIpAddressString(withoutPort(text.strip()));
        try {
            return bytes == null ? null : InetAddress.getByAddress(bytes);
        } catch (final UnknownHostException impossible) {
            throw new IllegalStateException("4 bytes, or 16", impossible);
        }
    }

    private static String withoutPort(final String text) {
        final int colon = text.indexOf(':');
        if (text.startsWith("[")) {
            return text.substring(1, Math.max(1, text.indexOf(']')));
        }
        return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
    }

    private static IpSubnetFilterRule network(final String text) {
        final int slash = text.indexOf('/');
        final String address = slash < 0 ? text : text.substring(0, slash);
        final byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            throw new IllegalArgumentException(text + " is no address and no network");
        }
        try {
            final int bits = slash < 0 ? bytes.length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
            return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
        } catch (final IllegalArgumentException off) {
            throw new IllegalArgumentException(text + " is no network", off);
        }
    }
}
