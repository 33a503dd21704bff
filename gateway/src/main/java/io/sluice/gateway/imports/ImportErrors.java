package io.sluice.gateway.imports;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** What is wrong with a file: which lines, and of the foremost of them, why. One thread. */
final class ImportErrors {
    /** Errors that are told. */
    static final int MAX_TOLD = 100;

    private static final Comparator<ImportError> LAST_FIRST =
            Comparator.comparingLong(ImportError::line).reversed();

    private final BitSet lines = new BitSet();
    private final PriorityQueue<ImportError> told = new PriorityQueue<>(MAX_TOLD + 1, LAST_FIRST);
    private boolean isUnreadable;

    void add(final long line, final String field, final ImportFault fault, final String detail) {
        add(line, field, fault.name(), detail);
    }

    void add(final long line, final String field, final String code, final String detail) {
        lines.set((int) line);
        if (told.size() < MAX_TOLD || line < told.peek().line()) {
            told.add(new ImportError(line, field, code, detail));
            if (told.size() > MAX_TOLD) {
                told.poll();
            }
        }
    }

    /** As the others, where what is wrong keeps the lines from being read at all. */
    void addUnreadable(final long line, final String field, final ImportFault fault, final String detail) {
        isUnreadable = true;
        add(line, field, fault.name(), detail);
    }

    /** Whether the lines could not be told apart, so that none of them can be applied. */
    boolean isUnreadable() {
        return isUnreadable;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    boolean has(final long line) {
        return lines.get((int) line);
    }

    /** The foremost errors, in the order of their lines. */
    List<ImportError> foremost() {
        return told.stream().sorted(Comparator.comparingLong(ImportError::line)).toList();
    }
}
