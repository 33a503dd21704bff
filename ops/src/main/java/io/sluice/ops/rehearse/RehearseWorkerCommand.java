package io.sluice.ops.rehearse;

import io.sluice.bench.load.fleet.Worker;
import io.sluice.bench.load.stage.StageException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice rehearse worker}: plays a part of a scenario for a coordinator, on this machine or another one. */
@Command(
        name = "worker",
        description = {
            "Play a part of a rehearsal for the 'rehearse ... --listen PORT --remote-workers N' that is started first.",
            "Exits with 0 when the part was played and told, 1 when there is no coordinator, it refuses, or it is gone.",
        },
        mixinStandardHelpOptions = true)
final class RehearseWorkerCommand implements Callable<Integer> {
    private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--connect",
            paramLabel = "HOST:PORT",
            required = true,
            description = "Where the coordinator listens.")
    private String address;

    @Mixin
    private SecretOption secret;

    @Override
    public Integer call() throws IOException {
        final Matcher parts = ADDRESS.matcher(address);
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
            throw new ParameterException(spec.commandLine(), "--connect " + address + ": is no host:port");
        }
        try {
            new Worker(parts.group(1), Integer.parseInt(parts.group(2)), secret.read(spec)).run();
            return 0;
        } catch (final StageException notPlayed) {
            throw new IOException(notPlayed.getMessage(), notPlayed);
        }
    }
}
