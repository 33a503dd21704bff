package io.sluice.ops.doctor;

/**
 * What one check found.
 *
 * @param found   what there is, or why nothing can be said.
 * @param wanted  what it should be and why; null when all is well.
 * @param change  the command, or the line of the configuration, that makes it so; null when all is well.
 */
record Finding(Verdict verdict, String found, String wanted, String change) {
    static Finding ok(final String found) {
        return new Finding(Verdict.OK, found, null, null);
    }

    static Finding skipped(final String why) {
        return new Finding(Verdict.SKIPPED, why, null, null);
    }

    static Finding warn(final String found, final String wanted, final String change) {
        return new Finding(Verdict.WARN, found, wanted, change);
    }

    static Finding fail(final String found, final String wanted, final String change) {
        return new Finding(Verdict.FAIL, found, wanted, change);
    }
}
