package io.sluice.engine.consumer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PostgreSQL of the machine's own, with a fresh directory and port, for one test. Refuses root, so root goes as postgres. */
public final class PostgresServer {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    private static final boolean IS_ROOT = "root".equals(System.getProperty("user.name"));

    private final Path programs;
    private final String directory;
    private final int port;

    private PostgresServer(final Path programs, final String directory, final int port) {
        this.programs = programs;
        this.directory = directory;
        this.port = port;
    }

    /** Where the newest installed version's programs are; empty when there is none. */
    public static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    /** Starts a server and waits until it takes connections. */
    public static PostgresServer start(final Path programs) throws IOException, InterruptedException {
        final String directory = run(
                        "mktemp",
                        "-d",
                        TEMPORARY.resolve("sluice-postgres-XXXXXX").toString())
                .strip();
        final PostgresServer server = new PostgresServer(programs, directory, freePort());
        server.program("initdb", "-D", directory + "/data", "-U", "sluice", "-A", "trust", "-N");
        server.program(
                "pg_ctl",
                "-D",
                directory + "/data",
                "-w",
                "-l",
                directory + "/log",
                "-o",
                "-h 127.0.0.1 -F -k " + directory + " -p " + server.port,
                "start");
        return server;
    }

    /** For JDBC; nobody is asked for a password. */
    public String address() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=sluice";
    }

    /** A connection of the caller's. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(address());
    }

    private void program(final String name, final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(programs.resolve(name).toString());
        command.addAll(List.of(arguments));
        run(command.toArray(String[]::new));
    }

    private static String run(final String... arguments) throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        if (IS_ROOT) {
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
        }
        command.addAll(List.of(arguments));
        // Into a file: a server that was started keeps what it was given as output open.
        final Path output = Files.createTempFile("sluice-postgres", ".out");
        try {
            final int exit = new ProcessBuilder(command)
                    .directory(TEMPORARY.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            final String text = Files.readString(output, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new IOException(String.join(" ", command) + " ended with " + exit + ": " + text);
            }
            return text;
        } finally {
            Files.delete(output);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Ends the server and takes its directory away. */
    public void stop() throws IOException, InterruptedException {
        program("pg_ctl", "-D", directory + "/data", "-w", "-m", "immediate", "stop");
        run("rm", "-r", directory);
    }
}
