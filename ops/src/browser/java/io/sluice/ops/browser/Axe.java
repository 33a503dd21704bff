package io.sluice.ops.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.util.List;
import java.util.Set;

/** Looks for what keeps people from using a page. */
final class Axe {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Axe() {}

    /** Fails with every serious and every critical fault of the page as it is now; {@code place} says where that is. */
    static void hasNoGraveFault(final ViewerPage viewer, final String place) {
        viewer.isAtRest();
        final List<String> grave = new AxeBuilder(viewer.page())
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(Axe::describe)
                        .toList();
        assertThat(grave).as(place).isEmpty();
    }

    private static String describe(final Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " at "
                + rule.getNodes().stream()
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
