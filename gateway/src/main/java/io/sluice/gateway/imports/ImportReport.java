package io.sluice.gateway.imports;

import java.util.List;

/**
 * What became of a file.
 *
 * @param kind           what it is a list of.
 * @param mode           what was to become of lines that are right beside lines that are wrong.
 * @param lines          lines read, without the header and empty ones.
 * @param applied        lines the engine has taken.
 * @param errors         the foremost {@value ImportErrors#MAX_TOLD} at most, in the order of their lines.
 * @param firstSequence  the first record that applied a line, 0 for none.
 * @param lastSequence   the last record that applied a line, 0 for none.
 * @param isUnreadable   whether lines could not be told apart, so that none was applied in either mode.
 */
public record ImportReport(
        ImportKind kind,
        ImportMode mode,
        long lines,
        long applied,
        List<ImportError> errors,
        long firstSequence,
        long lastSequence,
        boolean isUnreadable) {
    /** Lines that were not applied. */
    public long refused() {
        return lines - applied;
    }

    /** Whether the file as a whole counts as refused. */
    public boolean isRefused() {
        return !errors.isEmpty() && (isUnreadable || mode == ImportMode.ALL);
    }
}
