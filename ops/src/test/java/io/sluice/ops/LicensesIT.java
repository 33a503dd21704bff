package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The jar's bill of materials, held against the page that says by which licences its parts may be used. */
class LicensesIT {
    private static final Path PAGE = Path.of("..", "docs", "LICENSES.md");
    private static final String BILL = "META-INF/sbom/bom.json";
    private static final int CELLS = 4;

    /** The licences of each part of the jar by its name. */
    private static final Map<String, Set<String>> PARTS = new TreeMap<>();

    @BeforeAll
    static void readTheBill() throws IOException {
        try (JarFile jar = new JarFile(System.getProperty("sluice.jar"))) {
            assumeTrue(jar.getEntry(BILL) != null, "Maven makes no bill of materials while it is offline");
            final byte[] bill = jar.getInputStream(jar.getEntry(BILL)).readAllBytes();
            final JsonArray parts = new JsonObject(new String(bill, StandardCharsets.UTF_8)).getJsonArray("components");
            for (int i = 0; i < parts.size(); i++) {
                final JsonObject part = parts.getJsonObject(i);
                PARTS.computeIfAbsent(part.getString("group") + ":" + part.getString("name"), name -> new TreeSet<>())
                        .addAll(licences(part));
            }
        }
    }

    @Test
    void everyLicenceIsOneThatIsAllowed() throws IOException {
        final Set<String> allowed = table("allowed").keySet();
        assertThat(allowed).isNotEmpty();
        assertThat(PARTS).isNotEmpty().allSatisfy((part, licences) -> assertThat(licences)
                .as("the licences of %s, of which one may be chosen", part)
                .containsAnyElementsOf(allowed));
    }

    @Test
    void thePageListsEveryPartWithItsLicences() throws IOException {
        final Map<String, String> wanted = new TreeMap<>();
        PARTS.forEach((part, licences) -> wanted.put(part, String.join(", ", licences)));
        assertThat(table("parts"))
                .as(wanted.entrySet().stream()
                        .map(part -> "| `" + part.getKey() + "` | " + part.getValue() + " |")
                        .collect(Collectors.joining("\n", "the rows should be\n", "\n")))
                .isEqualTo(wanted);
    }

    /** A licence has an SPDX id, or a name where there is none, or stands in an expression. */
    private static Set<String> licences(final JsonObject part) {
        final Set<String> licences = new TreeSet<>();
        final JsonArray found = part.getJsonArray("licenses", new JsonArray());
        for (int i = 0; i < found.size(); i++) {
            final JsonObject each = found.getJsonObject(i);
            if (each.containsKey("expression")) {
                licences.addAll(Arrays.asList(each.getString("expression").split(" OR ", -1)));
            } else {
                final JsonObject licence = each.getJsonObject("license");
                licences.add(licence.getString("id", licence.getString("name")));
            }
        }
        return licences;
    }

    /** The first two cells of each row of the table under a head of the page. */
    private static Map<String, String> table(final String head) throws IOException {
        final Map<String, String> rows = new TreeMap<>();
        boolean isThere = false;
        for (final String line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                isThere = line.toLowerCase(Locale.ROOT).contains(head);
            } else if (isThere && line.startsWith("| `")) {
                final String[] cells = line.split(" *\\| *", CELLS);
                rows.put(cells[1].replace("`", ""), cells[2]);
            }
        }
        return rows;
    }
}
