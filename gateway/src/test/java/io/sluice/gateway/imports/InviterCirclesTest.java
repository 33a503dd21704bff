package io.sluice.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Who closes a circle, held against applying one line after the other to all that the core has. */
class InviterCirclesTest {
    private static final int FIRST_LINE = 2;

    @Property
    void theLineThatClosesACircleIsTold(
            @ForAll @Size(max = 12) final List<@IntRange(max = 14) Integer> inviters,
            @ForAll @Size(max = 14) final List<@IntRange(max = 4) Integer> hands)
            throws InterruptedException {
        final CoreOfTheTest core = new CoreOfTheTest();
        for (int viewer = 1; viewer <= hands.size(); viewer++) {
            if (hands.get(viewer - 1) > 0) {
                core.invited(viewer, viewer + hands.get(viewer - 1));
            }
        }
        final SeenIds seen = new SeenIds();
        final ImportErrors errors = new ImportErrors();
        final ViewersCheck viewers = new ViewersCheck(ImportMode.VALID, seen, errors, core);
        for (int viewer = 1; viewer <= inviters.size(); viewer++) {
            if (inviters.get(viewer - 1) != viewer) {
                seen.add(viewer, lineOf(viewer));
                viewers.add(lineOf(viewer), viewer, inviters.get(viewer - 1));
            }
        }
        viewers.tell();

        assertThat(errors.foremost().stream().map(ImportError::line)).containsExactlyElementsOf(naive(inviters, core));
    }

    private static List<Long> naive(final List<Integer> inviters, final CoreOfTheTest core) {
        final Map<Long, Long> applied = new HashMap<>();
        final List<Long> lines = new ArrayList<>();
        for (int viewer = 1; viewer <= inviters.size(); viewer++) {
            final long inviter = inviters.get(viewer - 1);
            long hand = inviter;
            while (hand != 0 && hand != viewer) {
                hand = applied.containsKey(hand) ? applied.get(hand) : core.inviterOf(hand);
            }
            if (hand == 0) {
                applied.put((long) viewer, inviter);
            } else if (inviter != viewer) {
                lines.add(lineOf(viewer));
            }
        }
        return lines;
    }

    private static long lineOf(final int viewer) {
        return viewer - 1L + FIRST_LINE;
    }
}
