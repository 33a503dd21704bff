package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;

/** What {@code sluice journal verify}, a process of its own, says of a directory. */
record Verdict(JsonObject json) {
    /** Asks for it; fails unless the journal is without fault and nothing was oversold. */
    static Verdict of(final Path data) {
        final SluiceProcess verify = SluiceProcess.run("journal", "verify", "--data", data.toString(), "--json");
        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
        final Verdict verdict = new Verdict(new JsonObject(verify.out()));
        assertThat(verdict.json.getInteger("faults")).isZero();
        assertThat(verdict.json.getInteger("oversoldUnits")).isZero();
        assertThat(verdict.stateHash()).matches("[0-9a-f]{16}");
        return verdict;
    }

    String stateHash() {
        return json.getString("stateHash");
    }

    long lastSequence() {
        return json.getLong("lastSequence");
    }

    long orders() {
        return json.getLong("orders");
    }
}
