package io.sluice.ops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code ops/container/Containerfile}, instruction by instruction. */
record Containerfile(List<Instruction> instructions) {
    private static final Path FILE = Path.of("container", "Containerfile");

    /** One line of it, continued ones joined. */
    record Instruction(String name, String arguments) {}

    static Containerfile read() {
        try {
            final String joined =
                    Files.readString(FILE).replaceAll("(?m)^#.*\n", "").replace("\\\n", " ");
            return new Containerfile(joined.lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> new Instruction(
                            line.substring(0, line.indexOf(' ')),
                            line.substring(line.indexOf(' ')).strip()))
                    .toList());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What follows the last instruction of this name; there has to be one. */
    String last(final String name) {
        return instructions.stream()
                .filter(instruction -> instruction.name().equals(name))
                .reduce((before, after) -> after)
                .orElseThrow(() -> new AssertionError("no " + name))
                .arguments();
    }

    /** The command of its health check, of a server whose management port is another one. */
    String[] healthCheck(final int managementPort) {
        final String check = last("HEALTHCHECK");
        final String[] command = json(check.substring(check.indexOf("CMD") + 3));
        command[command.length - 1] = command[command.length - 1].replace("9090", Integer.toString(managementPort));
        return command;
    }

    /** An instruction in the form that no shell reads. */
    static String[] json(final String arguments) {
        try {
            return new ObjectMapper().readValue(arguments, String[].class);
        } catch (final JsonProcessingException e) {
            throw new AssertionError(arguments + " is no JSON array of strings", e);
        }
    }
}
