package io.sluice.gateway.imports;

import java.util.Arrays;
import java.util.List;

/** Where a file has the columns of its kind. */
final class Columns {
    private static final int ABSENT = -1;

    private final List<String> names;
    private final int[] places;

    private Columns(final List<String> names, final int[] places) {
        this.names = names;
        this.places = places;
    }

    /** The columns of a header, or null after it was told what is wrong with it. */
    static Columns of(final ImportKind kind, final CsvLine header, final ImportErrors errors) {
        final List<String> names = kind.columns();
        final int[] places = new int[names.size()];
        Arrays.fill(places, ABSENT);
        for (int i = 0; i < header.fields(); i++) {
            final String name = header.text(i).strip();
            final int column = names.indexOf(name);
            if (column < 0) {
                tell(
                        errors,
                        header,
                        name,
                        ImportFault.COLUMN_UNKNOWN,
                        "The columns of " + kind.label() + " are " + String.join(",", names) + ".");
            } else if (places[column] != ABSENT) {
                tell(errors, header, name, ImportFault.COLUMN_TWICE, "The header names this column twice.");
            } else {
                places[column] = i;
            }
        }
        for (int column = 0; column < places.length; column++) {
            if (places[column] == ABSENT) {
                tell(errors, header, names.get(column), ImportFault.COLUMN_MISSING, "The header lacks this column.");
            }
        }
        return errors.isUnreadable() ? null : new Columns(names, places);
    }

    int count() {
        return places.length;
    }

    String name(final int column) {
        return names.get(column);
    }

    /** Which field of a line is of a column. */
    int place(final int column) {
        return places[column];
    }

    private static void tell(
            final ImportErrors errors,
            final CsvLine header,
            final String name,
            final ImportFault fault,
            final String detail) {
        errors.addUnreadable(header.number(), name, fault, detail);
    }
}
