package io.sluice.ops.rehearse;

import io.sluice.bench.load.fleet.Roster;
import io.sluice.bench.load.fleet.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What coordinator and workers share: from a file or the environment, never from the command line, which all can read. */
final class SecretOption {
    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "What coordinator and workers share, 32 characters at least; default: of the environment's "
                    + Roster.SECRET_VARIABLE + ".")
    private Path file;

    /** The secret; none, or one that is too short, is wrong usage. */
    Secret read(final CommandSpec command) throws IOException {
        if (file != null && !Files.isReadable(file)) {
            throw new ParameterException(command.commandLine(), "--secret-file " + file + ": cannot be read");
        }
        final String text = file == null
                ? System.getenv(Roster.SECRET_VARIABLE)
                : Files.readString(file).strip();
        if (text == null) {
            throw new ParameterException(
                    command.commandLine(),
                    "No secret: put it into " + Roster.SECRET_VARIABLE + " or name a --secret-file; make one with"
                            + " 'openssl rand -hex 32'");
        }
        try {
            return new Secret(text);
        } catch (final IllegalArgumentException tooShort) {
            throw new ParameterException(command.commandLine(), tooShort.getMessage(), tooShort);
        }
    }
}
