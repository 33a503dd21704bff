package io.sluice.bench.load.fleet;

import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.SecondFigures;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Adds up the workers' seconds: the first of each with the first of the others, and so on. A second is added up when everybody
 * has told of it who still may. On the coordinator's thread.
 */
final class Adding {
    private final List<Member> members;
    private final Measurements figures;
    private final Supplier<Map<String, Double>> server;

    Adding(final List<Member> members, final Measurements figures, final Supplier<Map<String, Double>> server) {
        this.members = members;
        this.figures = figures;
        this.server = server;
    }

    void advance() {
        while (members.stream().anyMatch(member -> !member.seconds().isEmpty())
                && members.stream()
                        .allMatch(member -> member.isOver() || !member.seconds().isEmpty())) {
            for (final Member member : members) {
                final SecondFigures second = member.seconds().poll();
                if (second != null) {
                    figures.add(second);
                }
            }
            server.get().forEach(figures::gauge);
            figures.endSecond();
        }
    }
}
