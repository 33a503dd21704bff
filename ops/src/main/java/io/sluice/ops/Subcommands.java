package io.sluice.ops;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine;

/** The subcommands of a command, in the order of its help page. */
public final class Subcommands {
    /** Each made of the word behind its own, which may name a subcommand of it. */
    private final Map<String, Function<String, Object>> commands = new LinkedHashMap<>();

    /** Adds a command without subcommands. */
    public Subcommands add(final String name, final Class<?> command) {
        return add(name, behind -> command);
    }

    /** Adds a command that is made of the word behind its name. */
    public Subcommands add(final String name, final Function<String, Object> command) {
        commands.put(name, command);
        return this;
    }

    /**
     * Gives a command the subcommand that is named first, or all of them when it is none of them: to read what each of them
     * takes costs every start a hundredth of a second.
     *
     * @param named  what was typed behind the command's own name, empty for nothing.
     */
    public CommandLine addTo(final CommandLine commandLine, final String... named) {
        final String first = named.length == 0 ? "" : named[0];
        final String second = named.length < 2 ? "" : named[1];
        commands.forEach((name, command) -> {
            if (name.equals(first) || !commands.containsKey(first)) {
                commandLine.addSubcommand(name, command.apply(name.equals(first) ? second : ""));
            }
        });
        return commandLine;
    }
}
