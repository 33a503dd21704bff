package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.opentest4j.TestAbortedException;

/** A small file system of its own, and a ballast in it. Needs root and a kernel that mounts; whoever has neither skips. */
final class SmallDisk implements AutoCloseable {
    private static final int PIECE_BYTES = 512 << 10;

    private final Path root;
    private final Path ballast;

    private SmallDisk(final Path root) {
        this.root = root;
        ballast = root.resolve("ballast");
    }

    /** Kinds of file systems; they differ in when a mapped page gets its block. */
    enum Kind {
        TMPFS,
        EXT4
    }

    /** Mounts one in a folder. */
    static SmallDisk mount(final Path folder, final Kind kind, final int mebibytes) {
        final Path root = folder.resolve("disk");
        try {
            Files.createDirectory(root);
            if (kind == Kind.TMPFS) {
                Commands.run("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "sluice", root.toString());
            } else {
                final Path image = folder.resolve("image");
                Commands.run("truncate", "-s", mebibytes + "M", image.toString());
                Commands.run("mkfs.ext4", "-q", "-m", "0", image.toString());
                Commands.run("mount", "-o", "loop", image.toString(), root.toString());
            }
        } catch (final IllegalStateException | IOException | UncheckedIOException refused) {
            final String why = "SKIPPED, a " + kind + " of its own cannot be mounted here (as root it could): "
                    + refused.getMessage();
            System.out.println(why);
            throw new TestAbortedException(why, refused);
        }
        return new SmallDisk(root);
    }

    Path root() {
        return root;
    }

    long usableBytes() {
        return root.toFile().getUsableSpace();
    }

    /** Lets the ballast grow by a piece; whether there was room for it. */
    boolean grow() {
        try (FileChannel channel = FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
            return true;
        } catch (final IOException full) {
            return false;
        }
    }

    /** Takes all there is in one call of the system, and then the crumbs. */
    void takeAll() {
        final long usableBytes = usableBytes();
        if (usableBytes > 0) {
            try {
                Commands.run("fallocate", "-l", Long.toString(usableBytes), ballast.toString());
            } catch (final IllegalStateException someWasTaken) {
                // By what writes beside it: then there is less for the pieces to take.
            }
        }
        takeTheRest();
    }

    /** Lets the ballast grow until there is no room for another piece. */
    void takeTheRest() {
        while (grow()) {
            // Until it is full.
        }
        assertThat(usableBytes()).isLessThan(PIECE_BYTES);
    }

    /** Makes room. */
    void freeBallast() {
        try {
            Files.delete(ballast);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // Lazily: a process that is gone, and Chronicle in this one, let go of their mappings a moment later.
        Commands.run("umount", "--lazy", root.toString());
    }
}
