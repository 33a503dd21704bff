package io.sluice.bench.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The scenarios that come with the rig, as files of the jar; each is a good beginning for one's own. */
public enum ShippedScenario {
    /** Twenty seconds of everything, against a server of its own. */
    SMOKE,
    /** The published evening, scaled to one machine: warm-up, three waves of offers, the fall. */
    EVENING,
    /** Everybody presses at the same moment. */
    FLASH,
    /** Comments far beyond what a room shows, while it sells. */
    COMMENT_STORM,
    /** A whole room drops off and comes back at once. */
    HERD,
    /** A thousand viewers stop reading at once, while the others order. */
    SLOW_VIEWERS,
    /** An even load for a long time, to find what grows. */
    SOAK,
    /** The rhythm of a real room: its talk, then a rush to the button. */
    ROOM,
    /** Short and even, for the search of a limit. */
    STEP;

    /** As the command line calls it: {@code comment-storm}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one of this key; null for none. */
    public static ShippedScenario of(final String key) {
        for (final ShippedScenario each : values()) {
            if (each.key().equals(key)) {
                return each;
            }
        }
        return null;
    }

    /** What its file says. */
    public String yaml() throws IOException {
        try (InputStream file = ShippedScenario.class.getResourceAsStream("/scenarios/" + key() + ".yaml")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What it asks for. */
    public Scenario scenario() throws ScenarioException, IOException {
        return ScenarioReader.parse(yaml());
    }
}
