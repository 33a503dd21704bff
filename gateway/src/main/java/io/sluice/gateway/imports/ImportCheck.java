package io.sluice.gateway.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Looks at a file as a whole: every line in itself, against the brand, and against the lines before; and viewers against
 * what the core has of them. One thread.
 */
final class ImportCheck implements LineVisitor {
    private final ImportKind kind;
    private final LineReader reader;
    private final ImportErrors errors;
    private final BooleanSupplier stopping;
    private final SeenIds seen = new SeenIds();
    private final ViewersCheck viewers;

    /**
     * A check.
     *
     * @param reader    reads a line and checks what it refers to.
     * @param errors    where is told what is wrong.
     * @param lookup    asked for viewers alone.
     * @param stopping  whether to give up.
     */
    ImportCheck(
            final ImportKind kind,
            final ImportMode mode,
            final LineReader reader,
            final ImportErrors errors,
            final ViewerLookup lookup,
            final BooleanSupplier stopping) {
        this.kind = kind;
        this.reader = reader;
        this.errors = errors;
        this.stopping = stopping;
        viewers = new ViewersCheck(mode, seen, errors, lookup);
    }

    /** How many lines the file has. */
    long check(final Path path) throws IOException, InterruptedException {
        final long badLine = Utf8.firstBadLine(path);
        if (badLine > 0) {
            errors.addUnreadable(badLine, null, ImportFault.NOT_UTF8, "The file has to be UTF-8.");
            return 0;
        }
        final CsvFile file = new CsvFile(path, kind, errors);
        file.read(this);
        if (kind == ImportKind.VIEWERS) {
            viewers.tell();
        }
        return file.lines();
    }

    @Override
    public boolean onLine(final Fields fields) throws InterruptedException {
        reader.read(fields);
        final long line = fields.number();
        final long before = reader.id() > 0 ? seen.add(reader.id(), line) : 0;
        if (before > 0) {
            fields.wrong(0, ImportFault.ID_TWICE, "Line " + before + " is about " + reader.id() + " already.");
        }
        if (fields.isGood() && kind == ImportKind.VIEWERS) {
            viewers.add(line, reader.id(), reader.inviter());
        }
        if (stopping.getAsBoolean()) {
            errors.addUnreadable(line, null, ImportFault.STOPPING, "The server is stopping; another will take over.");
            return false;
        }
        return true;
    }
}
