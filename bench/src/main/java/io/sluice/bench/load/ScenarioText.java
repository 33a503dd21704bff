package io.sluice.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a scenario that needs no other file: each profile that the scenario names as a file stands in it, so that it
 * can be sent to where that file is not.
 */
public final class ScenarioText {
    private static final long MAX_FILE_BYTES = 2 << 20;
    private static final String PROFILE = "profile";

    private ScenarioText() {}

    /**
     * The text of a scenario's file, with its profiles, whose files are looked for from where the scenario lies.
     *
     * @throws ScenarioException when it is no YAML, or a profile's file is missing; the message names the place.
     */
    public static String of(final Path file) throws ScenarioException, IOException {
        final String yaml = read(file);
        final JsonNode tree = tree(yaml);
        boolean changed = false;
        int index = 0;
        for (final JsonNode stage : tree.path("stages")) {
            final String name = stage.path(PROFILE).asText("");
            if (!name.isEmpty() && name.indexOf('\n') < 0 && !Profile.isShipped(name)) {
                ((ObjectNode) stage).put(PROFILE, profile(file.resolveSibling(name), index));
                changed = true;
            }
            index++;
        }
        return changed ? yaml(tree) : yaml;
    }

    private static String profile(final Path file, final int stage) throws ScenarioException, IOException {
        final String place = "stages[" + stage + "]." + PROFILE + ": ";
        if (!Files.isRegularFile(file)) {
            throw new ScenarioException(place + file + ": there is no such file, and what is shipped is room, rush");
        }
        final String csv = read(file);
        try {
            Profile.parse(csv);
        } catch (final ScenarioException wrong) {
            throw new ScenarioException(place + file + ": " + wrong.getMessage());
        }
        return csv;
    }

    private static String read(final Path file) throws ScenarioException, IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new ScenarioException(file + " has more than " + MAX_FILE_BYTES + " bytes");
        }
        return Files.readString(file);
    }

    /** What a text says, key by key. */
    public static JsonNode tree(final String yaml) throws ScenarioException {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (final JsonProcessingException malformed) {
            final String where = malformed.getLocation() == null
                    ? ""
                    : "line " + malformed.getLocation().getLineNr() + ": ";
            throw new ScenarioException(where + malformed.getOriginalMessage());
        }
    }

    /** The text that says this. */
    public static String yaml(final JsonNode tree) throws JsonProcessingException {
        return YAMLMapper.builder()
                .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .build()
                .writeValueAsString(tree);
    }
}
