package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Who stands in a circle, held against following every viewer's inviters by itself. */
class InviterCirclesTest {
    private static final int FIRST_LINE = 2;

    @Property
    void theLastLineOfEachCircleIsTold(@ForAll @Size(max = 12) final List<@IntRange(max = 14) Integer> inviters) {
        final SeenIds seen = new SeenIds();
        final InviterCircles circles = new InviterCircles(seen);
        for (int viewer = 1; viewer <= inviters.size(); viewer++) {
            seen.add(viewer, lineOf(viewer));
            if (inviters.get(viewer - 1) != 0) {
                circles.add(lineOf(viewer), inviters.get(viewer - 1));
            }
        }
        final ImportErrors errors = new ImportErrors();
        circles.tell(errors);

        assertThat(errors.foremost().stream().map(ImportError::line)).containsExactlyElementsOf(naive(inviters));
    }

    private static SortedSet<Long> naive(final List<Integer> inviters) {
        final SortedSet<Long> lines = new TreeSet<>();
        for (int viewer = 1; viewer <= inviters.size(); viewer++) {
            int greatest = viewer;
            int host = hostOf(viewer, inviters);
            for (int hands = 0; hands < inviters.size() && host != 0 && host != viewer; hands++) {
                greatest = Math.max(greatest, host);
                host = hostOf(host, inviters);
            }
            if (host == viewer) {
                lines.add(lineOf(greatest));
            }
        }
        return lines;
    }

    private static int hostOf(final int viewer, final List<Integer> inviters) {
        final int host = inviters.get(viewer - 1);
        return host <= inviters.size() ? host : 0;
    }

    private static long lineOf(final int viewer) {
        return viewer - 1L + FIRST_LINE;
    }
}
