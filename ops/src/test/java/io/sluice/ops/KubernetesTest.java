package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.sluice.gateway.GatewayProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The deploy files for Kubernetes, held against the models of its own contract, and against each other. */
class KubernetesTest {
    private static final Path FOLDER = Path.of("kubernetes");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Map<String, Contract> CONTRACT = Map.of(
            "Namespace", V1Namespace::validateJsonElement,
            "ConfigMap", V1ConfigMap::validateJsonElement,
            "Service", V1Service::validateJsonElement,
            "StatefulSet", V1StatefulSet::validateJsonElement,
            "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "NetworkPolicy", V1NetworkPolicy::validateJsonElement);

    /** Refuses what is no object of one kind: a field that is not known, one that is missing, one of another type. */
    private interface Contract {
        void check(JsonElement object) throws IOException;
    }

    @ParameterizedTest
    @MethodSource("objects")
    void everyObjectIsOneOfTheContract(final JsonNode object) throws IOException {
        CONTRACT.get(object.path("kind").asText()).check(JsonParser.parseString(object.toString()));
    }

    /** Otherwise the one above would say nothing. */
    @Test
    void theContractKnowsAMisspeltField() throws IOException {
        final ObjectNode misspelt = object("StatefulSet").deepCopy();
        ((ObjectNode) container(misspelt)).put("readynessProbe", "x");

        assertThatThrownBy(() -> CONTRACT.get("StatefulSet").check(JsonParser.parseString(misspelt.toString())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("readynessProbe");
    }

    @Test
    void theKustomizationNamesEveryFile() throws IOException {
        final List<String> named = new ArrayList<>();
        YAML.readTree(FOLDER.resolve("kustomization.yaml").toFile())
                .path("resources")
                .forEach(file -> named.add(file.asText()));

        assertThat(files())
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void thereIsOneWriterWithTheTimeThatItsStopTakes() throws IOException {
        final JsonNode spec = object("StatefulSet").path("spec");

        assertThat(spec.path("replicas").asInt()).isEqualTo(1);
        assertThat(spec.at("/template/spec/terminationGracePeriodSeconds").asLong())
                .isGreaterThanOrEqualTo(StopBudget.seconds());
        assertThat(object("PodDisruptionBudget").at("/spec/maxUnavailable").asInt(-1))
                .isZero();
    }

    @Test
    void itsConfigurationServesWhereProbesAndServicesLook(@TempDir final Path folder) throws IOException {
        final Path file = Files.writeString(
                folder.resolve("sluice.properties"),
                object("ConfigMap").path("data").path("sluice.properties").asText());
        final SampleConfiguration sample = new SampleConfiguration(file);
        final JsonNode container = container(object("StatefulSet"));

        assertThat(port(container, "https")).isEqualTo(sample.gateway().number(GatewayProperty.PORT));
        assertThat(port(container, "management")).isEqualTo(sample.gateway().number(GatewayProperty.MANAGEMENT_PORT));
        assertThat(sample.gateway().text(GatewayProperty.MANAGEMENT_HOST)).isEqualTo("0.0.0.0");
        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/healthz");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/healthz");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
        assertThat(mounts(container))
                .contains("/etc/sluice/sluice.properties", "/etc/sluice/secrets")
                .contains(Path.of(sample.gateway().text(GatewayProperty.TLS_KEY))
                        .getParent()
                        .toString());
        sample.movedTo(folder).gateway().conclude();
    }

    @Test
    void allThatSelectSelectThePods() throws IOException {
        final JsonNode labels = object("StatefulSet").at("/spec/template/metadata/labels");

        assertThat(labels).isNotEmpty();
        for (final JsonNode object : objects()) {
            final JsonNode spec = object.path("spec");
            for (final JsonNode selector : List.of(
                    spec.at("/selector/matchLabels"), spec.at("/podSelector/matchLabels"), spec.path("selector"))) {
                if (selector.isObject() && !selector.has("matchLabels")) {
                    assertThat(selector).as(object.path("kind").asText()).isEqualTo(labels);
                }
            }
        }
    }

    static List<JsonNode> objects() throws IOException {
        final List<JsonNode> objects = new ArrayList<>();
        for (final Path file : files()) {
            YAML.readerFor(JsonNode.class).<JsonNode>readValues(file.toFile()).forEachRemaining(objects::add);
        }
        assertThat(objects).isNotEmpty();
        return objects;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("kustomization.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode object(final String kind) throws IOException {
        return objects().stream()
                .filter(object -> object.path("kind").asText().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode container(final JsonNode statefulSet) {
        return statefulSet.at("/spec/template/spec/containers/0");
    }

    private static int port(final JsonNode container, final String name) {
        for (final JsonNode port : container.path("ports")) {
            if (port.path("name").asText().equals(name)) {
                return port.path("containerPort").asInt();
            }
        }
        throw new AssertionError("no port " + name);
    }

    private static List<String> mounts(final JsonNode container) {
        final List<String> paths = new ArrayList<>();
        container
                .path("volumeMounts")
                .forEach(mount -> paths.add(mount.path("mountPath").asText()));
        return paths;
    }
}
