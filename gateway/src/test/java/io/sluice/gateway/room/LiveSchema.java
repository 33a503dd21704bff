package io.sluice.gateway.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The contract's schema of what a server may send. */
final class LiveSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonSchema SERVER_FRAME = load();

    private LiveSchema() {}

    /** The frame as a tree; fails when the contract has no such frame. */
    static JsonNode read(final String frame) {
        final JsonNode tree = parse(frame);
        final Set<ValidationMessage> wrong = SERVER_FRAME.validate(tree);
        if (!wrong.isEmpty()) {
            throw new AssertionError("not of the contract: " + wrong);
        }
        return tree;
    }

    static JsonNode parse(final String json) {
        try {
            return MAPPER.readTree(json);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonSchema load() {
        try {
            final ObjectNode schema = (ObjectNode) MAPPER.readTree(Files.readString(file()));
            schema.remove("anyOf");
            schema.put("$ref", "#/$defs/serverFrame");
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/live-protocol.schema.json"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/live-protocol.schema.json");
    }
}
