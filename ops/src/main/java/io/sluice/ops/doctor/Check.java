package io.sluice.ops.doctor;

import java.io.IOException;

/** One thing that is looked at before a show. */
interface Check {
    /** Its name in text and JSON; it does not change from version to version. */
    String name();

    /**
     * Looks.
     *
     * @throws IOException when the host refuses what was asked; that is a failed check.
     */
    Finding look(Host host, ServerPlan plan) throws IOException;
}
