package io.sluice.ops.doctor;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A machine on which nothing is wrong, until a test says what is. */
final class WellHost implements Host {
    private static final long GIB = 1L << 30;

    private final Map<String, String> texts = new HashMap<>(Map.of(
            "/proc/self/limits", "Max open files            65536                65536                files",
            "/proc/sys/net/core/somaxconn", "4096",
            "/proc/sys/net/ipv4/tcp_max_syn_backlog", "4096",
            "/proc/sys/net/ipv4/ip_local_port_range", "32768\t60999",
            "/proc/sys/vm/max_map_count", "65530",
            "/proc/sys/vm/overcommit_memory", "0",
            "/proc/sys/vm/swappiness", "60",
            "/proc/swaps", "Filename Type Size Used Priority",
            "/sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never",
            "/proc/meminfo", "MemTotal:       67108864 kB"));
    private final Map<String, String> properties = new HashMap<>(Map.of(
            "java.version", "17.0.15",
            "java.specification.version", "17",
            "java.vendor", "Debian",
            "java.vm.name", "OpenJDK 64-Bit Server VM"));
    private String synchronised = "yes";
    private long memoryBytes = 64 * GIB;
    private int processors = 8;
    private int takenPort;
    private Disk disk = new Disk(Path.of("/var/lib/sluice"), "ext4", 100 * GIB);
    private long forceNs = 400_000;
    private String permissions = "rw-r-----";
    private long wallStepMs;
    private long wallMs;

    WellHost wallMs(final long ms) {
        wallMs = ms;
        return this;
    }

    WellHost text(final String file, final String text) {
        texts.put(file, text);
        return this;
    }

    WellHost property(final String name, final String value) {
        properties.put(name, value);
        return this;
    }

    WellHost synchronised(final String answer) {
        synchronised = answer;
        return this;
    }

    WellHost memoryBytes(final long bytes) {
        memoryBytes = bytes;
        return this;
    }

    WellHost processors(final int count) {
        processors = count;
        return this;
    }

    WellHost takenPort(final int port) {
        takenPort = port;
        return this;
    }

    WellHost disk(final String type, final long usableBytes) {
        disk = new Disk(disk.directory(), type, usableBytes);
        return this;
    }

    WellHost forceNs(final long time) {
        forceNs = time;
        return this;
    }

    WellHost permissions(final String wanted) {
        permissions = wanted;
        return this;
    }

    /** The wall clock goes on by so much between two looks at it, while the other stands. */
    WellHost wallStepMs(final long step) {
        wallStepMs = step;
        return this;
    }

    @Override
    public String text(final Path file) {
        return texts.get(file.toString());
    }

    @Override
    public String told(final String... command) {
        return command[0].equals("timedatectl") ? synchronised : null;
    }

    @Override
    public String property(final String name) {
        return properties.get(name);
    }

    @Override
    public long memoryBytes() {
        return memoryBytes;
    }

    @Override
    public long heapBytes() {
        return 16 * GIB;
    }

    @Override
    public long directBytes() {
        return 16 * GIB;
    }

    @Override
    public int processors() {
        return processors;
    }

    @Override
    public String listenFault(final String address, final int port) {
        return port == takenPort ? "Address already in use" : null;
    }

    @Override
    public Disk disk(final Path directory) throws IOException {
        return disk;
    }

    @Override
    public ForceTimes forceTimes(final Path directory) {
        return new ForceTimes(new long[] {forceNs});
    }

    @Override
    public Set<PosixFilePermission> permissions(final Path file) {
        return PosixFilePermissions.fromString(permissions);
    }

    @Override
    public long wallMs() {
        wallMs += wallStepMs;
        return wallMs;
    }

    @Override
    public long monotonicNs() {
        return 0;
    }
}
