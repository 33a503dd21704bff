package io.sluice.ops.doctor;

import io.sluice.engine.journal.Durability;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * How long the data directory's disk takes to force a write. At {@code DISK} an order is answered behind the force that
 * was under way when it came and its own, so twice these times is what the disk alone adds to an answer.
 */
final class DiskSpeedCheck implements Check {
    private static final int MEDIAN = 50;
    private static final int WORST = 99;
    /** From here on two forces take a fifth of a second at the worst, and a person sees the button wait. */
    private static final double SLOW_MS = 100;
    /** A median of a hard disk that turns, or of a network's. */
    private static final double SLOW_MEDIAN_MS = 10;
    /** File systems that the loss of power empties. */
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");
    /** The layer of a container, which goes when the container goes. */
    private static final String LAYER = "overlay";

    @Override
    public String name() {
        return "disk-speed";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) throws IOException {
        if (plan.data() == null) {
            return Finding.skipped("no data directory: name --data or a --config");
        }
        final Disk disk = host.disk(plan.data());
        final ForceTimes times = host.forceTimes(plan.data());
        final String found = String.format(
                Locale.ROOT,
                "%s at %s: %d forced writes of 4 KiB, p50 %.2f ms, p99 %.2f ms; the disk adds up to %.2f ms to an answer, to one"
                        + " in a hundred up to %.2f ms or more",
                disk.type(),
                disk.directory(),
                times.count(),
                times.percentileMs(MEDIAN),
                times.percentileMs(WORST),
                2 * times.percentileMs(MEDIAN),
                2 * times.percentileMs(WORST));
        if (plan.engine().durability() == Durability.DISK && IN_MEMORY.contains(disk.type())) {
            return Finding.fail(
                    found,
                    "a disk: sluice.engine.durability=DISK promises to survive the loss of power",
                    "sluice.data=DIR on a disk");
        }
        if (disk.type().equals(LAYER)) {
            return Finding.warn(found, "a volume: this layer goes when the container goes", "mount a volume there");
        }
        final boolean isSlow = times.percentileMs(WORST) > SLOW_MS || times.percentileMs(MEDIAN) > SLOW_MEDIAN_MS;
        return isSlow
                ? Finding.warn(
                        found,
                        String.format(Locale.ROOT, "p50 up to %.0f ms, p99 up to %.0f ms", SLOW_MEDIAN_MS, SLOW_MS),
                        "sluice.data=DIR on a local solid-state disk; iostat -x 1 shows who else writes")
                : Finding.ok(found);
    }
}
