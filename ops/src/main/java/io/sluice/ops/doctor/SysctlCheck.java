package io.sluice.ops.doctor;

import java.nio.file.Path;

/** A setting of the kernel that should be at least so much. */
final class SysctlCheck implements Check {
    private static final Path ROOT = Path.of("/proc/sys");
    /** What the server asks of the kernel for each of its listening sockets. */
    private static final int BACKLOG = 4_096;
    /** Linux's own default; the journal maps a region for each block of each file that is open. */
    private static final int REGIONS = 65_530;

    private final String setting;
    private final int least;
    private final String why;

    private SysctlCheck(final String setting, final int least, final String why) {
        this.setting = setting;
        this.least = least;
        this.why = why;
    }

    /** How many connections may wait to be accepted. */
    static SysctlCheck acceptQueue() {
        return new SysctlCheck(
                "net.core.somaxconn", BACKLOG, "when a crowd comes at once, this many wait to be let in");
    }

    /** How many connections may wait to be opened. */
    static SysctlCheck handshakes() {
        return new SysctlCheck(
                "net.ipv4.tcp_max_syn_backlog",
                BACKLOG,
                "this many handshakes may be under way when a crowd comes at once");
    }

    /** How many regions of memory a process may map. */
    static SysctlCheck mappings() {
        return new SysctlCheck("vm.max_map_count", REGIONS, "a mapping that is refused halts the engine");
    }

    @Override
    public String name() {
        return setting;
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final String value = host.text(file(setting));
        if (value == null) {
            return Finding.skipped(file(setting) + " cannot be read");
        }
        return Long.parseLong(value) >= least
                ? Finding.ok(value)
                : Finding.warn(value, least + ": " + why, "sysctl -w " + setting + "=" + least);
    }

    /** Where the kernel shows a setting. */
    static Path file(final String setting) {
        return ROOT.resolve(setting.replace('.', '/'));
    }
}
