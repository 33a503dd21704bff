package io.sluice.ops;

import io.sluice.engine.journal.JournalFaultException;
import io.sluice.ops.doctor.DoctorCommand;
import io.sluice.ops.journal.JournalCommand;
import io.sluice.ops.rehearse.RehearseCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code sluice} command; its work is done by its subcommands. */
@Command(
        name = "sluice",
        description = "A livestream-commerce engine with a flash-order core.",
        mixinStandardHelpOptions = true,
        versionProvider = SluiceVersion.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Sluice implements Runnable {
    private static final Subcommands COMMANDS = new Subcommands()
            .add("demo", DemoCommand.class)
            .add("serve", ServeCommand.class)
            .add("doctor", DoctorCommand.class)
            .add("token", TokenCommand.class)
            .add("import", ImportCommand.class)
            .add("journal", JournalCommand::commandLine)
            .add("rehearse", RehearseCommand.class);

    @Spec
    private CommandSpec spec;

    Sluice() {}

    /**
     * Runs one command and exits with its code: 0 fine, 1 failed, 2 wrong usage, 3 a threshold was missed.
     *
     * @param args command and its options, as typed
     */
    public static void main(final String[] args) {
        // Some libraries log by the JDK's own means.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        System.exit(commandLine(args).execute(args));
    }

    /**
     * The command with the {@linkplain Subcommands#addTo subcommand} that is named. What it prints is UTF-8, whatever the locale
     * says: scripts read it.
     */
    static CommandLine commandLine(final String... args) {
        final PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        final CommandLine commandLine = COMMANDS.addTo(new CommandLine(new Sluice()), args);
        commandLine.setOut(out).setCaseInsensitiveEnumValuesAllowed(true);
        return commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            tell(failure, command);
            return command.getCommandSpec().exitCodeOnExecutionException();
        });
    }

    /**
     * What the world refuses (a port, a directory, a disk, a journal) is told in one line. Anything else is a bug, and
     * tells where.
     */
    static void tell(final Exception failure, final CommandLine command) {
        final boolean isRefusal = failure instanceof IllegalStateException
                || failure instanceof JournalFaultException
                || failure instanceof IOException
                || failure instanceof UncheckedIOException;
        if (isRefusal) {
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + wordsOf(failure));
        } else {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
    }

    /** Exceptions of files carry the name alone, and those that wrap one its class, or what was being done alone. */
    private static String wordsOf(final Exception failure) {
        if (failure instanceof UncheckedIOException wrapping) {
            final IOException cause = wrapping.getCause();
            final boolean saysNothing = cause.toString().equals(wrapping.getMessage());
            return saysNothing ? wordsOf(cause) : wrapping.getMessage() + ": " + wordsOf(cause);
        }
        if (failure instanceof NoSuchFileException) {
            return failure.getMessage() + ": there is no such file or directory";
        }
        return failure instanceof AccessDeniedException
                ? failure.getMessage() + ": access denied"
                : failure.getMessage();
    }

    /** Called when no subcommand was named, which is wrong usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
