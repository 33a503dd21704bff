package io.sluice.ops.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Count;
import io.sluice.bench.load.Measure;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.ShippedScenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter terminal = new StringWriter();

    @Test
    void aTerminalSeesTheLastSecondAndThenAnEmptyLine() throws Exception {
        show(true);

        assertThat(terminal.toString())
                .startsWith("\r\033[K1/20 s doors | orders 7/s of 9,")
                .contains("2 shed", "p99 5.0 ms", "tick - ms")
                .endsWith("\r\033[K");
    }

    @Test
    void withoutATerminalNothingIsWritten() throws Exception {
        show(false);

        assertThat(terminal.toString()).isEmpty();
    }

    private void show(final boolean shown) throws Exception {
        final Measurements figures = new Measurements();
        figures.count(Count.ORDERS_MEANT, 9);
        figures.count(Count.ORDERS_SENT, 7);
        figures.count(Count.ORDERS_SHED, 2);
        figures.time(Measure.ORDERS, TimeUnit.MILLISECONDS.toNanos(5));
        figures.endSecond();
        try (ProgressLine line = new ProgressLine(new PrintWriter(terminal), shown, ShippedScenario.SMOKE.scenario())) {
            line.show(figures);
        }
    }
}
