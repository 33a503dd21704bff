package io.sluice.engine.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of the file system, forced with its data and as much of its metadata as reading it back needs (fdatasync). */
final class ChannelForcedFile implements ForcedFile {
    private final FileChannel channel;

    private ChannelForcedFile(final FileChannel channel) {
        this.channel = channel;
    }

    static ForcedFile open(final Path path) throws IOException {
        // A directory cannot be opened for writing, and forcing it makes the names in it durable.
        final StandardOpenOption access = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        return new ChannelForcedFile(FileChannel.open(path, access));
    }

    @Override
    public void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
