package io.sluice.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads one stage: rates that the scenario says, and those that follow a profile. */
final class StageReader {
    private static final double MAX_RATE = 1_000_000;
    private static final double MAX_TIMES = 10_000;
    private static final String PROFILE = "profile";

    private StageReader() {}

    static Stage read(final YamlPart part, final String unnamed) throws ScenarioException {
        final String name = part.text("name", unnamed);
        final long durationMs = part.has(PROFILE) ? 0 : lasting(part);
        final Map<Flow, Pace> paces = new EnumMap<>(Flow.class);
        for (final Flow flow : Flow.values()) {
            if (part.has(flow.key())) {
                paces.put(flow, part.pace(flow.key(), MAX_RATE));
            }
        }
        final Stage stage = part.has(PROFILE) ? following(part, name, paces) : new Stage(name, durationMs, paces);
        part.end();
        return stage;
    }

    private static long lasting(final YamlPart part) throws ScenarioException {
        for (final String key : List.of("speed", "scale")) {
            if (part.has(key)) {
                throw part.wrong(key, "stands beside a profile only");
            }
        }
        final long durationMs = part.duration("lasts", 0, ScenarioReader.MAX_RUN_MS);
        if (durationMs == 0) {
            throw part.missing("lasts", "how long the stage is, such as 30s");
        }
        return durationMs;
    }

    /** A rate of its own that a flow has takes the place of the profile's column. */
    private static Stage following(final YamlPart part, final String name, final Map<Flow, Pace> paces)
            throws ScenarioException {
        if (part.has("lasts")) {
            throw part.wrong("lasts", "cannot stand beside a profile, which says itself how long it is");
        }
        final Profile profile = profile(part);
        final double speed = times(part, "speed");
        final double scale = times(part, "scale");
        final long durationMs = Math.max(1, Math.round(profile.seconds() * 1_000 / speed));
        if (durationMs > ScenarioReader.MAX_RUN_MS) {
            throw part.wrong(PROFILE, "at this speed it lasts more than " + ScenarioReader.MAX_RUN_MS + "ms");
        }
        final Map<Flow, List<Pace>> followed = new EnumMap<>(Flow.class);
        for (final Flow flow : Profile.FLOWS) {
            if (!paces.containsKey(flow)) {
                followed.put(flow, profile.paces(flow, speed * scale));
            }
        }
        final Stage stage = new Stage(name, durationMs, paces, followed);
        for (final Flow flow : followed.keySet()) {
            if (stage.most(flow) > MAX_RATE) {
                throw part.wrong(
                        PROFILE,
                        "at this speed and scale it asks for more than " + Math.round(MAX_RATE) + " " + flow.key()
                                + " a second");
            }
        }
        return stage;
    }

    private static Profile profile(final YamlPart part) throws ScenarioException {
        final String text = part.text(PROFILE, null);
        try {
            if (text.indexOf('\n') < 0 && !Profile.isShipped(text)) {
                throw new ScenarioException(
                        "'" + text + "' is neither room nor rush, which are shipped, nor a profile");
            }
            return Profile.parse(Profile.isShipped(text) ? Profile.shipped(text) : text);
        } catch (final ScenarioException wrong) {
            throw part.wrong(PROFILE, wrong.getMessage());
        } catch (final IOException broken) {
            throw new UncheckedIOException("a file of the jar", broken);
        }
    }

    private static double times(final YamlPart part, final String key) throws ScenarioException {
        final double times = part.number(key, 1, MAX_TIMES);
        if (times == 0) {
            throw part.wrong(key, "has to be more than 0");
        }
        return times;
    }
}
