package io.sluice.engine.sim;

import io.sluice.engine.journal.ForcedFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a disk would hold of a data directory whose files are written beneath it: a file's bytes when they are forced, a name
 * when its directory is. Of everything else a loss of power leaves what chance leaves, sector by sector, up to any byte, in
 * no order. One thread.
 */
final class LossyFiles implements ForcedFile.Opener {
    private static final int SECTOR_BYTES = 512;
    private static final int PAGE_BYTES = 4096;
    private static final Path MARK = Path.of("forced");
    private static final Path LOCK = Path.of("lock");
    private static final double[] SHARES = {0, 0.1, 0.5, 0.9, 1};

    /** Bytes of files as they were when they were forced last, by path below the root. */
    private final Map<Path, byte[]> forced = new HashMap<>();
    /** Files that are whole on the disk and are not written any more, and where their bytes lie. */
    private final Map<Path, Path> settled = new HashMap<>();
    /** Files and directories whose names are on the disk. */
    private final Set<Path> names = new HashSet<>();
    /** What the mark has said since the last loss of power; its page may have been written at any of these moments. */
    private final List<Long> marks = new ArrayList<>(List.of(0L));

    private final Path keep;
    private final Predicate<Path> lies;
    private Path root;
    private int kept;
    private int forcesUntilCut = Integer.MAX_VALUE;

    /**
     * Of an empty directory.
     *
     * @param keep  where files are kept that may be wanted again.
     * @param lies  files and directories that the disk forgets to force.
     */
    LossyFiles(final Path root, final Path keep, final Predicate<Path> lies) {
        this.root = root;
        this.keep = keep;
        this.lies = lies;
    }

    /** Cuts power as the force after {@code forces} more begins. */
    void cutAfter(final int forces) {
        forcesUntilCut = forces;
    }

    @Override
    public ForcedFile open(final Path path) {
        return new ForcedFile() {
            @Override
            public void force() throws IOException {
                onForce(path);
            }

            @Override
            public void close() {}
        };
    }

    private void onForce(final Path path) throws IOException {
        if (!path.startsWith(root) || lies.test(path)) {
            // Of a life that is over, or one of the disk's lies.
            return;
        }
        if (forcesUntilCut-- == 0) {
            throw new PowerCut();
        }
        if (Files.isDirectory(path)) {
            onDirectoryForced(path);
        } else {
            forced.put(below(path), Files.readAllBytes(path));
        }
        noteMark();
        if (below(path).equals(MARK)) {
            marks.subList(0, marks.size() - 1).clear();
        }
    }

    private void onDirectoryForced(final Path directory) throws IOException {
        final Path parent = below(directory);
        final List<Path> present;
        try (Stream<Path> found = Files.list(directory)) {
            present = found.map(this::below).toList();
        }
        final Predicate<Path> gone = path -> isBelow(path, parent) && !present.contains(childOf(parent, path));
        names.removeIf(gone);
        settled.keySet().removeIf(gone);
        names.addAll(present);
    }

    private static boolean isBelow(final Path path, final Path parent) {
        return isRoot(parent) || (path.startsWith(parent) && !path.equals(parent));
    }

    /** The child of a directory that a path below it begins with. */
    private static Path childOf(final Path parent, final Path path) {
        return path.subpath(0, isRoot(parent) ? 1 : parent.getNameCount() + 1);
    }

    private static boolean isRoot(final Path directory) {
        return directory.toString().isEmpty();
    }

    private Path below(final Path path) {
        return root.relativize(path);
    }

    private void noteMark() throws IOException {
        final Path file = root.resolve(MARK);
        if (Files.exists(file)) {
            final long mark = ByteBuffer.wrap(Files.readAllBytes(file))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong(0);
            if (mark != marks.get(marks.size() - 1)) {
                marks.add(mark);
            }
        }
    }

    /** The death of the process: the new root holds all that was written, and what of it is on the disk is as before. */
    void dieInto(final Path newRoot) throws IOException {
        for (final Path path : files()) {
            final Path file = root.resolve(path);
            if (isSettled(path)) {
                link(settled.get(path), newRoot.resolve(path));
            } else {
                copy(Files.readAllBytes(file), newRoot.resolve(path));
            }
        }
        root = newRoot;
    }

    /** The loss of power: the new root holds what was forced and of the rest what chance leaves. */
    void loseInto(final Path newRoot, final Random random) throws IOException {
        noteMark();
        final Map<Path, Boolean> present = new HashMap<>();
        for (final Path path : files()) {
            if (path.equals(MARK)) {
                loseMark(newRoot, present, random);
            } else if (isSettled(path)) {
                link(settled.get(path), newRoot.resolve(path));
            } else if (isPresent(path, present, random)) {
                copy(mixed(path, random), newRoot.resolve(path));
            }
        }
        bringBack(newRoot, random);
        settle(newRoot);
    }

    /** Another file may have got the name of one that was taken away. */
    private boolean isSettled(final Path path) throws IOException {
        final Path bytes = settled.get(path);
        return bytes != null && Files.isSameFile(bytes, root.resolve(path));
    }

    /** Renamed or deleted, and the directory was not forced since: the old name may be there again. */
    private void bringBack(final Path newRoot, final Random random) throws IOException {
        for (final Map.Entry<Path, Path> old : settled.entrySet()) {
            if (!Files.exists(root.resolve(old.getKey())) && random.nextBoolean()) {
                link(old.getValue(), newRoot.resolve(old.getKey()));
            }
        }
    }

    private void settle(final Path newRoot) throws IOException {
        root = newRoot;
        forced.clear();
        settled.clear();
        names.clear();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(path -> !path.equals(root)).map(this::below).forEach(names::add);
        }
        for (final Path path : files()) {
            if (!path.equals(MARK)) {
                settled.put(path, keep(root.resolve(path)));
            }
        }
        marks.clear();
        marks.add(0L);
        noteMark();
        if (marks.size() > 1) {
            marks.remove(0);
        }
    }

    /** A second name for a file, by which it is found when the one it has is taken away. */
    private Path keep(final Path file) throws IOException {
        kept++;
        final Path name = keep.resolve(Integer.toString(kept));
        link(file, name);
        return name;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(this::below)
                    .filter(path -> !path.equals(LOCK))
                    .sorted()
                    .toList();
        }
    }

    /** A name that was not forced may be there; so may its directory's, without which it is not. */
    private boolean isPresent(final Path path, final Map<Path, Boolean> present, final Random random) {
        if (path.getParent() != null && !isPresent(path.getParent(), present, random)) {
            return false;
        }
        return present.computeIfAbsent(path, name -> names.contains(name) || random.nextInt(3) > 0);
    }

    private void loseMark(final Path newRoot, final Map<Path, Boolean> present, final Random random)
            throws IOException {
        if (isPresent(MARK, present, random)) {
            final byte[] bytes = new byte[PAGE_BYTES];
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, marks.get(random.nextInt(marks.size())));
            copy(bytes, newRoot.resolve(MARK));
        }
    }

    private byte[] mixed(final Path path, final Random random) throws IOException {
        final byte[] written = Files.readAllBytes(root.resolve(path));
        final byte[] safe = forced.getOrDefault(path, new byte[0]);
        final int most = Math.max(safe.length, written.length);
        final int size = random.nextBoolean() ? most : safe.length + random.nextInt(most - safe.length + 1);
        final byte[] mixed = Arrays.copyOf(safe, size);
        final double share = SHARES[random.nextInt(SHARES.length)];
        final int block = random.nextBoolean() ? SECTOR_BYTES : PAGE_BYTES;
        for (int start = 0; start < Math.min(size, written.length); start += block) {
            final int end = Math.min(start + block, Math.min(size, written.length));
            if (!Arrays.equals(mixed, start, end, written, start, end) && random.nextDouble() < share) {
                System.arraycopy(written, start, mixed, start, end - start);
            }
        }
        return mixed;
    }

    private static void copy(final byte[] bytes, final Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
    }

    private static void link(final Path existing, final Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.createLink(target, existing);
    }
}
