package io.sluice.ops.doctor;

import java.util.concurrent.TimeUnit;

/**
 * Whether the wall clock is kept right, and whether it jumped while the doctor looked at the rest. Core time follows it at the
 * start only; tokens, tickets and webhooks are judged by it all evening.
 */
final class ClockCheck implements Check {
    private static final String[] IS_SYNCHRONISED = {"timedatectl", "show", "--property=NTPSynchronized", "--value"};
    private static final String CHANGE = "timedatectl set-ntp true, with systemd-timesyncd or chrony installed";
    private static final long JUMP_MS = 50;

    private final long wallMs;
    private final long monotonicNs;

    /** Looks at both clocks of a host for the first time. */
    ClockCheck(final Host host) {
        wallMs = host.wallMs();
        monotonicNs = host.monotonicNs();
    }

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final long passedMs = TimeUnit.NANOSECONDS.toMillis(host.monotonicNs() - monotonicNs);
        final long jumpedMs = host.wallMs() - wallMs - passedMs;
        if (Math.abs(jumpedMs) > JUMP_MS) {
            return Finding.warn(
                    "the wall clock jumped by " + jumpedMs + " ms within " + passedMs + " ms",
                    "a clock that is slewed: tokens and tickets may end early or late",
                    CHANGE);
        }
        final String synchronised = host.told(IS_SYNCHRONISED);
        if (synchronised == null) {
            return Finding.skipped("no jump within " + passedMs
                    + " ms; timedatectl does not say whether it is synchronised" + " (in a container, ask its host)");
        }
        return synchronised.equals("yes")
                ? Finding.ok("synchronised, no jump within " + passedMs + " ms")
                : Finding.warn(
                        "not synchronised, no jump within " + passedMs + " ms",
                        "synchronised: tokens of another host's clock are refused or good for too long",
                        CHANGE);
    }
}
