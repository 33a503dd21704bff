package io.sluice.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;

/** docs/openapi.yaml, and whether an answer keeps it. */
public final class Contract {
    private static final String LOCATION = "https://sluice.test/openapi.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    private Contract(final JsonNode document) {
        this.document = document;
        schemas = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(LOCATION, document.toString()))));
    }

    public static Contract load() {
        try (InputStream input = Contract.class.getResourceAsStream("/openapi.yaml")) {
            return new Contract(new ObjectMapper(new YAMLFactory()).readTree(input));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode document() {
        return document;
    }

    /** Fails unless the answer's status, media type, required headers and body are those of the operation. */
    public void check(final String method, final String path, final Answer answer) {
        final String template = template(path);
        final JsonNode responses = document.path("paths")
                .path(template)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses");
        assertThat(responses.isObject())
                .as("%s %s is in the contract", method, path)
                .isTrue();
        final JsonNode response = resolve(
                responses.has(Integer.toString(answer.status()))
                        ? responses.path(Integer.toString(answer.status()))
                        : responses.path("default"));
        final String type = answer.header("content-type");
        assertThat(response.path("content").has(type))
                .as("%s %s may answer %s with %s: %s", method, path, answer.status(), type, answer.text())
                .isTrue();
        requireHeaders(response, answer);
        if (type.endsWith("json")) {
            checkAgainst(
                    response.path("content")
                            .path(type)
                            .path("schema")
                            .path("$ref")
                            .asText(),
                    answer.json());
        }
        if (type.equals("application/problem+json")) {
            checkProblem(answer);
        }
    }

    /** Fails unless the value is of a schema of the contract. */
    public void checkSchema(final String name, final JsonNode value) {
        checkAgainst("#/components/schemas/" + name, value);
    }

    private void checkAgainst(final String reference, final JsonNode value) {
        final JsonSchema schema = schemas.getSchema(SchemaLocation.of(LOCATION + reference));
        assertThat(schema.validate(value)).as("%s: %s", reference, value).isEmpty();
    }

    private void checkProblem(final Answer answer) {
        final String code = answer.json().path("code").asText();
        final JsonNode told = document.at("/components/schemas/Code/x-codes/" + code);
        assertThat(answer.json().path("status").asInt())
                .isEqualTo(answer.status())
                .isEqualTo(told.path("status").asInt());
        assertThat(answer.json().path("title").asText())
                .isEqualTo(told.path("title").asText());
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:sluice:problem:" + code);
    }

    private void requireHeaders(final JsonNode response, final Answer answer) {
        final Iterator<Map.Entry<String, JsonNode>> headers =
                response.path("headers").fields();
        while (headers.hasNext()) {
            final Map.Entry<String, JsonNode> header = headers.next();
            if (resolve(header.getValue()).path("required").asBoolean()) {
                assertThat(answer.header(header.getKey())).as(header.getKey()).isNotNull();
            }
        }
    }

    private String template(final String path) {
        final String plain = path.replaceFirst("^/api/v1", "").replaceFirst("\\?.*", "");
        final Iterator<String> templates = document.path("paths").fieldNames();
        String best = plain;
        while (templates.hasNext()) {
            final String template = templates.next();
            if (template.equals(plain)) {
                return template;
            }
            if (plain.matches(template.replaceAll("\\{[a-z]+}", "[^/]+"))) {
                best = template;
            }
        }
        return best;
    }

    private JsonNode resolve(final JsonNode node) {
        final String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** What came back. */
    public interface Answer {
        int status();

        /** The first value of a header, null for none. */
        String header(String name);

        String text();

        default JsonNode json() {
            try {
                return JSON.readTree(text());
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
