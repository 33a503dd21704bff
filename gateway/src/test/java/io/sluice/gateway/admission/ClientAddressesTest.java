package io.sluice.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import io.vertx.core.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {
    private static final List<String> PROXIES = List.of("10.0.0.0/8", "192.0.2.9", "fd00::/8");

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 203.0.113.5, 203.0.113.5",
        "10.0.0.1, '203.0.113.5, 10.7.7.7', 203.0.113.5",
        "10.0.0.1, '198.51.100.1, 203.0.113.5', 203.0.113.5",
        "192.0.2.9, 203.0.113.5:4711, 203.0.113.5",
        "fd00::1, '[2001:db8::1]:443', 2001:db8::1",
        "10.0.0.1, ::ffff:203.0.113.5, 203.0.113.5",
        "10.0.0.1, 10.0.0.2, 10.0.0.2",
        "10.0.0.1, , 10.0.0.1",
        "10.0.0.1, unknown, 10.0.0.1",
        "10.0.0.1, '203.0.113.5, localhost', 10.0.0.1",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "192.0.2.8, 198.51.100.1, 192.0.2.8"
    })
    void aProxyOfOursIsBelievedAndNobodyElse(final String peer, final String told, final String client) {
        assertThat(key(ClientAddresses.FORWARDED_FOR, peer, told)).isEqualTo(key(client));
    }

    @ParameterizedTest
    @CsvSource({
        "for=203.0.113.5;proto=https, 203.0.113.5",
        "'proto=https; For=\"203.0.113.5:80\", for=10.0.0.3', 203.0.113.5",
        "'for=\"[2001:db8::1]:4711\"', 2001:db8::1",
        "for=_hidden, 10.0.0.1",
        "proto=https, 10.0.0.1"
    })
    void theStandardsHeaderIsReadAsItsStandardSays(final String told, final String client) {
        assertThat(key(ClientAddresses.FORWARDED, "10.0.0.1", told)).isEqualTo(key(client));
    }

    @Test
    void theHeaderThatTheProxiesDoNotWriteMayBeAnybodys() {
        final MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(ClientAddresses.FORWARDED, "for=203.0.113.5");

        assertThat(new ClientAddresses(PROXIES, ClientAddresses.FORWARDED_FOR).key(peer("10.0.0.1"), headers))
                .isEqualTo(key("10.0.0.1"));
    }

    @Test
    void whereNobodyStandsBetweenNobodyIsBelieved() {
        final MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(ClientAddresses.FORWARDED_FOR, "203.0.113.5");

        assertThat(new ClientAddresses(List.of(), ClientAddresses.FORWARDED_FOR).key(peer("10.0.0.1"), headers))
                .isEqualTo(key("10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "/8", "fd00::/129"})
    void whatIsNoNetworkIsNamed(final String network) {
        assertThatThrownBy(() -> new ClientAddresses(List.of(network), ClientAddresses.FORWARDED_FOR))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(network);
    }

    private static long key(final String header, final String peer, final String told) {
        final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (told != null) {
            headers.add(header, told);
        }
        return new ClientAddresses(PROXIES, header).key(peer(peer), headers);
    }

    private static long key(final String address) {
        return AddressKey.of(peer(address));
    }

    private static SocketAddress peer(final String address) {
        return SocketAddress.inetSocketAddress(1, address);
    }
}
