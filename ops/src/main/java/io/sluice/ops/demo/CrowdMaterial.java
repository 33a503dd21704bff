package io.sluice.ops.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;

/** Everything the crowd draws from. Immutable. */
record CrowdMaterial(
        DemoBrand brand,
        BasketBook baskets,
        WaveProfile waves,
        PhraseBook chinese,
        PhraseBook english,
        List<String> handles) {
    private static final int NAMED_PERCENT = 70;

    /** Loads what ships with the demo; takes part of a second. */
    static CrowdMaterial load(final DemoBrand brand) throws IOException {
        return new CrowdMaterial(
                brand,
                BasketBook.load(brand),
                WaveProfile.load(),
                PhraseBook.load("zh"),
                PhraseBook.load("en"),
                loadHandles());
    }

    /** What a viewer calls themselves, always the same; empty for those who do not say. */
    String handle(final long viewer) {
        return Scatter.below(100, viewer, 9) < NAMED_PERCENT
                ? handles.get(Scatter.below(handles.size(), viewer, 10))
                : "";
    }

    private static List<String> loadHandles() throws IOException {
        try (BufferedReader in = DemoResource.open("handles.zh.txt")) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
