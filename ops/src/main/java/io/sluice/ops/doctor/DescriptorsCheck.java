package io.sluice.ops.doctor;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether every live connection gets a descriptor. The limits are those of this process, hence of the shell or unit that
 * started it; Java lifts the soft limit to the hard one by itself.
 */
final class DescriptorsCheck implements Check {
    static final Path LIMITS = Path.of("/proc/self/limits");
    /** For journal, snapshots, libraries, readers of the feed and requests that come without a live connection. */
    static final int SPARE = 1_000;

    private static final Pattern LINE = Pattern.compile("(?m)^Max open files\\s+(\\S+)\\s+(\\S+)");
    private static final String UNLIMITED = "unlimited";

    @Override
    public String name() {
        return "descriptors";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final String limits = host.text(LIMITS);
        final Matcher line = LINE.matcher(limits == null ? "" : limits);
        if (!line.find()) {
            return Finding.skipped(LIMITS + " does not say");
        }
        final long soft = number(line.group(1));
        final long hard = number(line.group(2));
        final String found = "soft " + line.group(1) + ", hard " + line.group(2);
        final int needed = plan.connections() + SPARE;
        if (Math.min(soft, hard) >= needed) {
            return Finding.ok(found + "; " + needed + " are needed");
        }
        return Finding.fail(
                found,
                needed + ": one for each of sluice.gateway.room.connections=" + plan.connections() + ", and " + SPARE
                        + " for files and other connections",
                "ulimit -n " + needed + " before the start, LimitNOFILE=" + needed + " in a unit, or"
                        + " sluice.gateway.room.connections=" + Math.max(1, Math.min(soft, hard) - SPARE));
    }

    private static long number(final String limit) {
        return limit.equals(UNLIMITED) ? Long.MAX_VALUE : Long.parseLong(limit);
    }
}
