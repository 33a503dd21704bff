package io.sluice.ops.rehearse;

import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.client.ServerAddress;
import io.sluice.bench.load.fleet.Fleet;
import io.sluice.bench.load.fleet.Roster;
import io.sluice.bench.load.fleet.Secret;
import io.sluice.bench.load.run.Cast;
import io.sluice.bench.load.run.Solo;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How many processes play, and where those of other machines come in. */
final class WorkerOptions {
    private static final int MOST_PORT = 65_535;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description =
                    "How many processes of this machine play. Default: this one, or none beside --remote-workers.")
    private Integer local;

    @Option(
            names = "--remote-workers",
            paramLabel = "N",
            description =
                    "How many workers of other machines play as well; each is started there with 'rehearse worker'.")
    private int remote;

    @Option(names = "--listen", paramLabel = "PORT", description = "Where these come in.")
    private Integer port;

    @Mixin
    private SecretOption secret;

    /** Whether some are on other machines. */
    boolean areRemote() {
        return remote > 0;
    }

    /** Who plays a scenario; what they cannot play is wrong usage. */
    Cast cast(final CommandSpec command, final Scenario scenario) throws IOException {
        require(command, scenario);
        final int children = children();
        if (children == 1 && remote == 0) {
            return new Solo();
        }
        final Roster roster = new Roster(
                port == null ? 0 : port,
                children,
                remote,
                remote == 0 ? Secret.random() : secret.read(command),
                ThisProgram.with("rehearse", "worker", "--connect"));
        final PrintWriter err = command.commandLine().getErr();
        return new Fleet(roster, notice -> {
            err.println(notice);
            err.flush();
        });
    }

    /** That they can play a scenario; what they cannot play is wrong usage. */
    void require(final CommandSpec command, final Scenario scenario) {
        final int children = children();
        final String wrong = wrong(scenario, children, children + remote, Solo.mostViewers());
        if (wrong != null) {
            throw new ParameterException(command.commandLine(), wrong);
        }
    }

    private int children() {
        if (local != null) {
            return local;
        }
        return remote == 0 ? 1 : 0;
    }

    private String wrong(final Scenario scenario, final int children, final int all, final long mostViewers) {
        if (children < 0 || remote < 0 || all < 1 || all > Roster.MOST) {
            return "--workers and --remote-workers are 1 to " + Roster.MOST + " together";
        }
        if ((port == null) != (remote == 0)) {
            return "--listen and --remote-workers stand together: the port, and how many are waited for there";
        }
        if (port != null && (port < 1 || port > MOST_PORT)) {
            return "--listen " + port + ": a port is 1 to " + MOST_PORT;
        }
        if ((local != null || remote > 0) && isTls(scenario)) {
            return "workers speak plain HTTP: a url of https is played by this process alone";
        }
        return tooMany(scenario, all, mostViewers);
    }

    private static boolean isTls(final Scenario scenario) {
        return scenario.target().url() != null
                && ServerAddress.isTls(scenario.target().url());
    }

    /** Why so many processes cannot carry a scenario's viewers; null when they can. */
    static String tooMany(final Scenario scenario, final int workers, final long mostViewers) {
        final int viewers = scenario.crowd().viewers();
        if (workers > viewers) {
            return workers + " workers for " + viewers + " viewers: each needs one at least";
        }
        if (viewers > mostViewers && scenario.target().url() == null) {
            return viewers + " viewers, and a server of the rig's own is one process, which can carry " + mostViewers
                    + " here by its limit of open files: name a target with a url";
        }
        final long needed = (viewers + mostViewers - 1) / mostViewers;
        if (needed > workers) {
            return viewers + " viewers, and a process can carry " + mostViewers
                    + " here by its limit of open files: use --workers " + needed + " or more";
        }
        return null;
    }
}
