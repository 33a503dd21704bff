package io.sluice.ops.doctor;

import io.sluice.gateway.GatewayProperty;
import java.nio.file.Path;
import java.util.List;

/**
 * The ports that the system gives to clients. A server's own port among them may be somebody's outgoing connection when
 * the server starts; a proxy on this host needs one of them for each viewer.
 */
final class ClientPortsCheck implements Check {
    static final Path RANGE = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    static final Path RESERVED = Path.of("/proc/sys/net/ipv4/ip_local_reserved_ports");

    @Override
    public String name() {
        return "net.ipv4.ip_local_port_range";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final String range = host.text(RANGE);
        if (range == null) {
            return Finding.skipped(RANGE + " cannot be read");
        }
        final String[] ends = range.split("\\s+", 2);
        final int first = Integer.parseInt(ends[0]);
        final int last = Integer.parseInt(ends[ends.length - 1]);
        final String found = first + " to " + last;
        for (final GatewayProperty port : List.of(GatewayProperty.PORT, GatewayProperty.MANAGEMENT_PORT)) {
            final int number = plan.gateway().number(port);
            if (number >= first && number <= last && !isReserved(host, number)) {
                return Finding.warn(
                        found + ", and " + port.propertyName() + "=" + number + " is among them",
                        "a port outside: an outgoing connection may have it when the server starts",
                        "sysctl -w net.ipv4.ip_local_reserved_ports=" + number);
            }
        }
        return last - first >= plan.connections()
                ? Finding.ok(found)
                : Finding.warn(
                        found,
                        plan.connections() + " ports, if a proxy on this host passes all viewers on",
                        "sysctl -w net.ipv4.ip_local_port_range='10240 65535'");
    }

    /** The file lists numbers and ranges, as in {@code 8080,9000-9090}. */
    private static boolean isReserved(final Host host, final int port) {
        final String reserved = host.text(RESERVED);
        if (reserved == null || reserved.isEmpty()) {
            return false;
        }
        for (final String part : reserved.split(",", -1)) {
            final String[] ends = part.split("-", 2);
            if (port >= Integer.parseInt(ends[0]) && port <= Integer.parseInt(ends[ends.length - 1])) {
                return true;
            }
        }
        return false;
    }
}
