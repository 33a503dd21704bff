package io.sluice.gateway.imports;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads a file from its header to its end. Lines that are not lines of its table are errors, the others are handed out, but
 * for those of which an error is known.
 */
final class CsvFile {
    /** Lines of a file, counted as they stand in it. */
    static final int MAX_LINES = 10_000_000;
    /** Characters of a field; who reaches that has most likely left a quote open. */
    static final int MAX_FIELD_CHARACTERS = 65_536;

    private final Path path;
    private final ImportKind kind;
    private final ImportErrors errors;
    private long lines;

    /**
     * A file.
     *
     * @param errors where is told what is wrong with it.
     */
    CsvFile(final Path path, final ImportKind kind, final ImportErrors errors) {
        this.path = path;
        this.kind = kind;
        this.errors = errors;
    }

    /** Lines read behind the header, wrong ones included. */
    long lines() {
        return lines;
    }

    /** Hands out the lines, in order; once. */
    void read(final LineVisitor visitor) throws IOException, InterruptedException {
        final CsvLine line = new CsvLine();
        try (CsvReader<CsvLine> reader = CsvReader.builder()
                        .detectBomHeader(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(MAX_FIELD_CHARACTERS)
                        .build(line, path);
                CloseableIterator<CsvLine> records = reader.iterator()) {
            if (!records.hasNext()) {
                errors.addUnreadable(0, null, ImportFault.FILE_EMPTY, "The file is empty.");
                return;
            }
            final Columns columns = Columns.of(kind, records.next(), errors);
            if (columns != null) {
                read(records, new Fields(columns, line, errors), visitor);
            }
        } catch (final CsvParseException broken) {
            errors.addUnreadable(
                    line.number(),
                    null,
                    ImportFault.QUOTES_BROKEN,
                    "A quote that opens a field is closed by one right before the next comma or the line's end, a quote"
                            + " within is doubled, and a field has at most " + MAX_FIELD_CHARACTERS + " characters.");
        }
    }

    private void read(final CloseableIterator<CsvLine> records, final Fields fields, final LineVisitor visitor)
            throws InterruptedException {
        boolean goesOn = true;
        while (goesOn && records.hasNext()) {
            records.next();
            if (fields.number() > MAX_LINES) {
                errors.addUnreadable(
                        0, null, ImportFault.TOO_MANY_LINES, "A file has at most " + MAX_LINES + " lines.");
                return;
            }
            lines++;
            // Of a line that an earlier reading found wrong, everything is told.
            goesOn = errors.has(fields.number()) || !fields.begin() || visitor.onLine(fields);
        }
        if (lines == 0) {
            errors.addUnreadable(0, null, ImportFault.LINES_MISSING, "There is a header and no line behind it.");
        }
    }
}
