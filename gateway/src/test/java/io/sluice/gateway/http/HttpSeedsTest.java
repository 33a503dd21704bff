package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.gateway.Contract;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link HttpFuzzTest} starts from. */
class HttpSeedsTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete");

    @Test
    void everyOperationOfThePublicPortHasASeed() throws IOException, URISyntaxException {
        final Collection<String> seeds = requestLines();
        assertThat(operations())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(seeds).as(operation).anyMatch(line -> line.matches(operation)));
    }

    /** A regular expression of the first line of an input, for each at the public port. */
    private static List<String> operations() {
        final List<String> operations = new ArrayList<>();
        final JsonNode document = Contract.load().document();
        document.path("paths").fields().forEachRemaining(path -> {
            final String server = serverOf(document, path.getValue());
            path.getValue().fieldNames().forEachRemaining(method -> {
                if (METHODS.contains(method) && server.startsWith("/")) {
                    operations.add(method.toUpperCase(Locale.ROOT) + " " + server.replaceAll("/$", "")
                            + path.getKey().replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+") + "(\\?.*)?");
                }
            });
        });
        return operations;
    }

    private static String serverOf(final JsonNode document, final JsonNode path) {
        return (path.has("servers") ? path : document).at("/servers/0/url").asText();
    }

    private static Collection<String> requestLines() throws IOException, URISyntaxException {
        final URI folder =
                HttpSeedsTest.class.getResource("HttpFuzzTestInputs/anyRequest").toURI();
        final List<String> lines = new ArrayList<>();
        try (Stream<Path> seeds = Files.list(Path.of(folder))) {
            for (final Path seed : seeds.toList()) {
                lines.add(Files.readString(seed).lines().findFirst().orElseThrow());
            }
        }
        return lines;
    }
}
