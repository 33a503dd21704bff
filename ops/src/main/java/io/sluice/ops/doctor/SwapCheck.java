package io.sluice.ops.doctor;

import java.nio.file.Path;

/** Whether the kernel would rather swap the core's tables out than give up a file's pages. */
final class SwapCheck implements Check {
    static final Path SWAPS = Path.of("/proc/swaps");

    private static final String SETTING = "vm.swappiness";
    private static final int MOST = 10;

    @Override
    public String name() {
        return SETTING;
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final String value = host.text(SysctlCheck.file(SETTING));
        final String swaps = host.text(SWAPS);
        if (value == null || swaps == null) {
            return Finding.skipped(SysctlCheck.file(SETTING) + " or " + SWAPS + " cannot be read");
        }
        // The first line is the table's head.
        if (swaps.lines().count() <= 1) {
            return Finding.ok(value + ", and there is no swap");
        }
        return Long.parseLong(value) <= MOST
                ? Finding.ok(value)
                : Finding.warn(
                        value + ", and there is swap",
                        "at most " + MOST + ": the core stands still while a page of its tables is read from the disk",
                        "sysctl -w " + SETTING + "=1, or swapoff -a");
    }
}
