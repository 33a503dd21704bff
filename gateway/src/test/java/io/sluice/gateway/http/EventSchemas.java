package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.sluice.gateway.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** docs/asyncapi.yaml, and whether an event keeps it. */
final class EventSchemas {
    private static final String BASE = "https://sluice.test/";
    private static final JsonNode DOCUMENT = load();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(
                    BASE + "asyncapi.json",
                    DOCUMENT.toString(),
                    BASE + "openapi.yaml",
                    Api.contract().document().toString()))));

    private EventSchemas() {}

    /** The names of the channel's messages. */
    static Set<String> messages() {
        final Set<String> names = new TreeSet<>();
        DOCUMENT.at("/channels/journal/messages").fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Fails unless the event is of the schema of the message of its type. */
    static void check(final JsonNode event) {
        assertThat(wrongs(event)).as(event.toString()).isEmpty();
    }

    /** What is wrong with an event by the schema of the message of its type. */
    static Set<ValidationMessage> wrongs(final JsonNode event) {
        final String type = event.path("type").asText();
        final String message = "/components/messages/" + type;
        assertThat(DOCUMENT.at("/channels/journal/messages/" + type + "/$ref").asText())
                .isEqualTo("#" + message);
        assertThat(DOCUMENT.at(message + "/name").asText()).isEqualTo(type);
        return SCHEMAS.getSchema(SchemaLocation.of(BASE + "asyncapi.json#" + message + "/payload"))
                .validate(event);
    }

    private static JsonNode load() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/asyncapi.yaml"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/asyncapi.yaml");
    }
}
