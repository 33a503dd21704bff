package io.sluice.ops.doctor;

/** Whether the kernel counts memory that is set aside as used. The journal's mappings and Java's heap are far larger than what they use. */
final class OvercommitCheck implements Check {
    private static final String SETTING = "vm.overcommit_memory";
    private static final String STRICT = "2";

    @Override
    public String name() {
        return SETTING;
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final String value = host.text(SysctlCheck.file(SETTING));
        if (value == null) {
            return Finding.skipped(SysctlCheck.file(SETTING) + " cannot be read");
        }
        return value.equals(STRICT)
                ? Finding.warn(
                        value,
                        "0 or 1: the kernel refuses memory that would be there, and the engine halts",
                        "sysctl -w " + SETTING + "=0")
                : Finding.ok(value);
    }
}
