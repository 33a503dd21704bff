package io.sluice.ops.doctor;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The machine, or the container, that this process runs on. */
final class ThisHost implements Host {
    private static final int BACKLOG = 1;
    private static final int MAX_TEXT_BYTES = 1 << 16;
    private static final long PATIENCE_SECONDS = 5;

    @Override
    public String text(final Path file) {
        // In one read: the kernel's settings have nothing left for a second one that begins amid them.
        final ByteBuffer bytes = ByteBuffer.allocate(MAX_TEXT_BYTES);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.read(bytes);
            return StandardCharsets.UTF_8.decode(bytes.flip()).toString().strip();
        } catch (final IOException unreadable) {
            return null;
        }
    }

    @Override
    public String told(final String... command) {
        try {
            final Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            // Before it is read: what these commands print fits into the pipe.
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return null;
            }
            final byte[] printed = process.getInputStream().readAllBytes();
            return process.exitValue() == 0 ? new String(printed, StandardCharsets.UTF_8).strip() : null;
        } catch (final IOException noSuchCommand) {
            return null;
        } catch (final InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    @Override
    public String property(final String name) {
        return System.getProperty(name, "");
    }

    @Override
    public long memoryBytes() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    @Override
    public long heapBytes() {
        return Runtime.getRuntime().maxMemory();
    }

    @Override
    public long directBytes() {
        final long said = Long.parseLong(ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .getVMOption("MaxDirectMemorySize")
                .getValue());
        return said == 0 ? heapBytes() : said;
    }

    @Override
    public int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public String listenFault(final String address, final int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the server does: connections that are still closing keep nobody out.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port), BACKLOG);
            return null;
        } catch (final IOException refused) {
            return refused.getMessage();
        }
    }

    @Override
    public Disk disk(final Path directory) throws IOException {
        final Path there = nearest(directory);
        final FileStore store = Files.getFileStore(there);
        return new Disk(there, store.type(), store.getUsableSpace());
    }

    @Override
    public ForceTimes forceTimes(final Path directory) throws IOException {
        return new ForceTest(nearest(directory)).run();
    }

    @Override
    public Set<PosixFilePermission> permissions(final Path file) throws IOException {
        try {
            return Files.getPosixFilePermissions(file);
        } catch (final UnsupportedOperationException notPosix) {
            return null;
        }
    }

    @Override
    public long wallMs() {
        return System.currentTimeMillis();
    }

    @Override
    public long monotonicNs() {
        return System.nanoTime();
    }

    private static Path nearest(final Path directory) {
        Path there = directory.toAbsolutePath();
        while (!Files.isDirectory(there)) {
            there = there.getParent();
        }
        return there;
    }
}
