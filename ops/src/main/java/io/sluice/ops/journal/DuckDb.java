package io.sluice.ops.journal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A DuckDB in this process's memory. Its driver is no part of sluice.jar, for it weighs more than twice as much: it is
 * loaded from a jar of its own. It fetches nothing from a network. One thread.
 */
final class DuckDb implements AutoCloseable {
    /** The driver that was tested. */
    static final String ARTIFACT = "org.duckdb:duckdb_jdbc:2.0.0.1";

    private static final String DRIVER_CLASS = "org.duckdb.DuckDBDriver";
    private static final String IN_MEMORY = "jdbc:duckdb:";
    private static final String JAR_NAMES = "duckdb_jdbc*.jar";
    private static final List<String> SETTINGS = List.of(
            "SET autoinstall_known_extensions = false",
            "SET autoload_known_extensions = false",
            "SET memory_limit = '512MB'",
            "SET threads = 1");

    private final URLClassLoader loader;
    private final Connection connection;

    private DuckDb(final URLClassLoader loader, final Connection connection) {
        this.loader = loader;
        this.connection = connection;
    }

    /**
     * Opens one with the driver in {@code jar}.
     *
     * @throws IOException when there is none in it, or it does not run here.
     */
    static DuckDb open(final Path jar) throws IOException {
        final URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        try {
            final Driver driver = loader.loadClass(DRIVER_CLASS)
                    .asSubclass(Driver.class)
                    .getConstructor()
                    .newInstance();
            final DuckDb duckDb = new DuckDb(loader, driver.connect(IN_MEMORY, new Properties()));
            for (final String setting : SETTINGS) {
                duckDb.run(setting);
            }
            return duckDb;
        } catch (final ReflectiveOperationException | LinkageError | SQLException unusable) {
            loader.close();
            throw new IOException("no driver of DuckDB that runs here: " + unusable, unusable);
        }
    }

    /** The driver beside the program's jar, the last by name where there are several. */
    static Optional<Path> driverBesideProgram() throws IOException {
        try (Stream<Path> found = Files.list(programFolder())) {
            return found.filter(path -> path.getFileSystem()
                            .getPathMatcher("glob:" + JAR_NAMES)
                            .matches(path.getFileName()))
                    .max(Comparator.naturalOrder());
        }
    }

    /** Where the program's jar lies. */
    static Path programFolder() throws IOException {
        try {
            return Path.of(DuckDb.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath()
                    .getParent();
        } catch (final URISyntaxException nowhere) {
            throw new IOException("the program lies nowhere in the file system", nowhere);
        }
    }

    /** Runs one statement to its end. */
    void run(final String sql) throws IOException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (final SQLException failed) {
            throw new IOException("DuckDB: " + failed.getMessage(), failed);
        }
    }

    @Override
    public void close() throws IOException {
        try (loader) {
            connection.close();
        } catch (final SQLException failed) {
            throw new IOException("DuckDB: " + failed.getMessage(), failed);
        }
    }
}
