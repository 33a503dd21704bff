package io.sluice.ops.doctor;

import java.nio.file.Path;

/** Whether the kernel makes huge pages of whatever memory it likes. */
final class HugePagesCheck implements Check {
    static final Path ENABLED = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");

    @Override
    public String name() {
        return "transparent-huge-pages";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final String value = host.text(ENABLED);
        if (value == null) {
            return Finding.skipped(ENABLED + " cannot be read");
        }
        return value.contains("[always]")
                ? Finding.warn(
                        value,
                        "madvise or never: a thread that needs memory waits while the kernel puts a huge page together",
                        "echo madvise > " + ENABLED)
                : Finding.ok(value);
    }
}
