package io.sluice.ops;

import io.sluice.engine.EngineContext;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.SluiceConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice serve}: engine and gateway as a configuration file says, until the process is told to end. */
@Command(
        name = "serve",
        description = "Serve as a configuration file says; SIGTERM or Ctrl-C stops without losing anything.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOGGER = LoggerFactory.getLogger(ServeCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            required = true,
            description = {
                "Lines of name=value; docs/CONFIGURATION.md names the properties. May be given several times: secrets may lie in"
                        + " a file of their own.",
            })
    private List<Path> config;

    private boolean logsJson;

    @Override
    public Integer call() {
        final EngineContext engineContext = new EngineContext();
        final GatewayContext gatewayContext = new GatewayContext();
        try {
            final SluiceConfig read = SluiceConfig.read(config);
            read.fill(engineContext, gatewayContext);
            logsJson = read.isLogJson();
            if (logsJson) {
                spec.commandLine().setErr(JsonLog.begin());
            }
            if (engineContext.dataDirectory() == null) {
                throw new IllegalArgumentException(SluiceConfig.DATA + ": the data directory has to be named");
            }
            final SluiceServer server = SluiceServer.launch(engineContext, gatewayContext, read.settings());
            talk("serving at port " + server.port() + ", management at port " + server.managementPort());
            return new RunUntilSignal(spec.commandLine()).run(() -> {
                server.close();
                talk("stopped at sequence " + server.engine().durableSequence());
                return 0;
            });
        } catch (final IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "--config " + names() + ": " + unreadable, unreadable);
        } catch (final IllegalArgumentException off) {
            throw new ParameterException(spec.commandLine(), names() + ": " + off.getMessage(), off);
        }
    }

    private String names() {
        return config.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private void talk(final String line) {
        if (logsJson) {
            LOGGER.info(line);
            return;
        }
        final PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
