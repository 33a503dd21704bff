package io.sluice.ops.doctor;

/** Whether the configuration file can be read and {@code serve} would take it. */
final class ConfigurationCheck implements Check {
    @Override
    public String name() {
        return "configuration";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        if (plan.config().isEmpty()) {
            return Finding.skipped("no --config: the other checks go by the defaults");
        }
        if (plan.fault() != null) {
            return Finding.fail(
                    plan.fault(),
                    "a file that serve takes, as docs/CONFIGURATION.md says; the other checks go by what was read before",
                    "edit " + plan.configNames());
        }
        if (plan.gateway().isDemo()) {
            return Finding.warn(
                    plan.configNames() + ", with sluice.gateway.demo=true",
                    "false: a demo hands an operator's tokens to whoever asks",
                    "sluice.gateway.demo=false");
        }
        return Finding.ok(plan.configNames());
    }
}
