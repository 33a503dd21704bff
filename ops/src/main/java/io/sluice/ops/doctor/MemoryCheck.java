package io.sluice.ops.doctor;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether heap and memory outside it, both at their greatest, fit into what this process may have. */
final class MemoryCheck implements Check {
    static final Path MEMINFO = Path.of("/proc/meminfo");
    /** For threads, code, the kernel's side of the connections, and a page cache for the journal's end. */
    private static final long SPARE_BYTES = 1L << 30;

    private static final Pattern TOTAL = Pattern.compile("(?m)^MemTotal:\\s+(\\d+) kB");

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final long neededBytes = host.heapBytes() + host.directBytes() + SPARE_BYTES;
        final String found = ByteWords.of(host.memoryBytes()) + container(host) + ", heap up to "
                + ByteWords.of(host.heapBytes()) + ", outside it up to " + ByteWords.of(host.directBytes());
        return neededBytes <= host.memoryBytes()
                ? Finding.ok(found)
                : Finding.warn(
                        found,
                        ByteWords.of(neededBytes) + " for both and " + ByteWords.of(SPARE_BYTES)
                                + " besides: the kernel kills who wants more than there is",
                        "more memory, or java -Xmx" + quarterMiB(host) + "m -XX:MaxDirectMemorySize=" + quarterMiB(host)
                                + "m -jar sluice.jar");
    }

    private static long quarterMiB(final Host host) {
        return host.memoryBytes() / (4 << 20);
    }

    private static String container(final Host host) {
        final String meminfo = host.text(MEMINFO);
        final Matcher total = TOTAL.matcher(meminfo == null ? "" : meminfo);
        final boolean isLess = total.find() && host.memoryBytes() < Long.parseLong(total.group(1)) * 1_024;
        return isLess ? " by the container's limit" : "";
    }
}
