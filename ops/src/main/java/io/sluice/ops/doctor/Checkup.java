package io.sluice.ops.doctor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** All checks of a host, in the order in which they are told. */
final class Checkup {
    private final Map<String, Finding> findings;

    private Checkup(final Map<String, Finding> findings) {
        this.findings = findings;
    }

    /** Looks at everything; the disk's test takes a second, or ten on a slow disk. */
    static Checkup of(final Host host, final ServerPlan plan) {
        final Map<String, Finding> findings = new LinkedHashMap<>();
        for (final Check check : checks(host)) {
            findings.put(check.name(), look(check, host, plan));
        }
        return new Checkup(findings);
    }

    private static List<Check> checks(final Host host) {
        // Made first and asked last: it compares what both clocks say before and after the others.
        final Check clock = new ClockCheck(host);
        return List.of(
                new ConfigurationCheck(),
                new SecretsCheck(),
                new CertificateCheck(),
                new JavaCheck(),
                new ProcessorsCheck(),
                new MemoryCheck(),
                new OrdersCheck(),
                new DescriptorsCheck(),
                PortCheck.ofPublic(),
                PortCheck.ofManagement(),
                new DiskSpeedCheck(),
                new FreeSpaceCheck(),
                SysctlCheck.acceptQueue(),
                SysctlCheck.handshakes(),
                new ClientPortsCheck(),
                SysctlCheck.mappings(),
                new OvercommitCheck(),
                new SwapCheck(),
                new HugePagesCheck(),
                clock);
    }

    private static Finding look(final Check check, final Host host, final ServerPlan plan) {
        try {
            return check.look(host, plan);
        } catch (final NumberFormatException unreadable) {
            return Finding.warn(
                    "unreadable: " + unreadable.getMessage(),
                    "a number: this check is for what Linux tells",
                    "look at it by hand");
        } catch (final IOException refused) {
            return Finding.fail(
                    refused.toString(), "readable and writable for the user that serves", "run it as that user");
        }
    }

    /** What a check found. */
    Finding finding(final String check) {
        return findings.get(check);
    }

    /** The worst of all. */
    Verdict verdict() {
        return findings.values().stream().map(Finding::verdict).reduce(Verdict.OK, Verdict::orWorse);
    }

    /** A line each, and two more below what is not well. */
    List<String> lines() {
        final List<String> lines = new ArrayList<>();
        findings.forEach((name, finding) -> {
            lines.add(String.format(Locale.ROOT, "%-8s %-29s %s", finding.verdict(), name, finding.found()));
            if (finding.wanted() != null) {
                lines.add(below("should be", finding.wanted()));
                lines.add(below("change it", finding.change()));
            }
        });
        return lines;
    }

    private static String below(final String what, final String text) {
        return String.format(Locale.ROOT, "         %29s %s", what, text);
    }

    /** Every key is always there, null where there is nothing to say. */
    JsonObject toJson() {
        final JsonArray checks = new JsonArray();
        findings.forEach((name, finding) -> checks.add(new JsonObject()
                .put("check", name)
                .put("verdict", finding.verdict().name())
                .put("found", finding.found())
                .put("wanted", finding.wanted())
                .put("change", finding.change())));
        return new JsonObject().put("verdict", verdict().name()).put("checks", checks);
    }
}
