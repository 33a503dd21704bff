package io.sluice.gateway.imports;

import io.sluice.engine.view.BrandBoard;
import io.sluice.gateway.link.EnginePort;
import io.sluice.gateway.link.LinkListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The brand's lists, loaded one after the other on a thread of its own. Who takes the one place brings a file and has it
 * loaded, or gives the place back. Any thread.
 */
public final class Imports {
    private final EnginePort engine;
    private final CommandLane lane;
    private final ImportFolder folder;
    private final long maxBytes;
    private boolean taken;
    private CompletableFuture<ImportReport> running;
    private volatile boolean stopping;

    /**
     * Lists for an engine; what a process before has left of its own is deleted.
     *
     * @param maxBytes         the largest file.
     * @param answerTimeoutMs  time the engine has for the answer to one command.
     */
    public Imports(final EnginePort engine, final LinkListener link, final long maxBytes, final long answerTimeoutMs) {
        this.engine = engine;
        lane = new CommandLane(engine, link, () -> stopping, answerTimeoutMs);
        folder = new ImportFolder(engine.dataDirectory());
        folder.sweep();
        this.maxBytes = maxBytes;
    }

    /** The largest file, in bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    /** Where a list may be put, whose folder may not be there; it is the caller's to delete. */
    public Path newFile() {
        return folder.newFile();
    }

    /** Takes the one place; false when another has it. */
    public synchronized boolean take() {
        final boolean isFree = !taken;
        taken = true;
        return isFree;
    }

    /** Gives the place back, which the caller has taken and not used. */
    public synchronized void giveBack() {
        taken = false;
    }

    /**
     * Checks a file as a whole and applies it; gives the place back, which the caller has taken, when it is done.
     *
     * @param file   lies still until the answer.
     * @param actor  the operator.
     * @return what became of it, on the import's thread; failed when the file cannot be read.
     */
    public synchronized CompletionStage<ImportReport> load(
            final Path file, final ImportKind kind, final ImportMode mode, final long actor) {
        final CompletableFuture<ImportReport> done = new CompletableFuture<>();
        running = done;
        final Thread thread = new Thread(() -> run(file, kind, mode, actor, done), "import");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (final OutOfMemoryError noThread) {
            end(done, null, noThread);
        }
        return done;
    }

    /** Has the running import end at the line it is at; done when it has told so. */
    public synchronized CompletionStage<ImportReport> stop() {
        stopping = true;
        return running == null ? CompletableFuture.completedFuture(null) : running;
    }

    private void run(
            final Path file,
            final ImportKind kind,
            final ImportMode mode,
            final long actor,
            final CompletableFuture<ImportReport> done) {
        ImportReport report = null;
        Throwable failure = null;
        try {
            report = load(file, kind, mode, actor, new ImportErrors());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = e;
        } catch (final Throwable e) {
            // Also when memory gives out: whoever waits is told, and the next list has its place.
            failure = e;
        } finally {
            end(done, report, failure);
        }
    }

    private void end(final CompletableFuture<ImportReport> done, final ImportReport report, final Throwable failure) {
        // First the place: who is answered may bring the next file at once.
        giveBack();
        if (failure == null) {
            done.complete(report);
        } else {
            done.completeExceptionally(failure);
        }
    }

    private ImportReport load(
            final Path file, final ImportKind kind, final ImportMode mode, final long actor, final ImportErrors errors)
            throws IOException, InterruptedException {
        final BrandBoard brand = engine.brandBoard();
        final InviterQueries lookup = new InviterQueries(lane);
        final long lines = new ImportCheck(
                        kind, mode, LineReader.of(kind, actor, brand), errors, lookup, () -> stopping)
                .check(file);
        final ImportApply apply = new ImportApply(kind, LineReader.of(kind, actor, brand), errors, lane);
        if (!errors.isUnreadable() && (errors.isEmpty() || mode == ImportMode.VALID)) {
            apply.apply(file);
        }
        return new ImportReport(
                kind,
                mode,
                lines,
                apply.applied(),
                errors.foremost(),
                apply.firstSequence(),
                apply.lastSequence(),
                errors.isUnreadable());
    }
}
