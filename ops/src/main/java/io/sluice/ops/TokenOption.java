package io.sluice.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** An operator's token: from a file or the environment, never from the command line, which all can read. */
final class TokenOption {
    /** Name of the environment's variable. */
    static final String VARIABLE = "SLUICE_TOKEN";

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "An operator's token; default: of the environment's " + VARIABLE
                    + ". A server in demo mode hands one out by itself.")
    private Path file;

    /** How it was given once: taken here, so that the refusal does not print it as an unknown word. */
    @Option(names = "--token", hidden = true, arity = "0..1")
    private String argument;

    /** The token, null when none was given; what cannot be one is wrong usage. */
    String read(final CommandSpec command) throws IOException {
        if (argument != null) {
            throw new ParameterException(
                    command.commandLine(),
                    "--token would stand in the process list, for all of this machine to read: use --token-file FILE or "
                            + VARIABLE + " of the environment");
        }
        if (file == null) {
            return oneWord(command, VARIABLE, System.getenv(VARIABLE));
        }
        if (!Files.isReadable(file)) {
            throw new ParameterException(command.commandLine(), "--token-file " + file + ": cannot be read");
        }
        return oneWord(command, "--token-file " + file, Files.readString(file).strip());
    }

    /** Two lines would be refused later, and with what they say. */
    private static String oneWord(final CommandSpec command, final String source, final String text) {
        if (text != null && !text.matches("\\S+")) {
            throw new ParameterException(command.commandLine(), source + ": has to be one token");
        }
        return text;
    }
}
