package io.sluice.gateway.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every kind of answer tells a browser, beside what {@code docs/ROLES.md} says of it. */
class HeadersTest {
    private static final String MANAGEMENT = ":9090";
    private static final String POLICY = "content-security-policy";

    private final List<String> differences = new ArrayList<>();

    @Test
    void everyKindOfAnswerHasTheHeadersThatThePageSays(@TempDir final Path data) {
        try (TestGateway gateway = TestGateway.launch(data)) {
            gateway.rooms().put(7, "{}");
            final List<Map<String, String>> rows = RolesPage.table("| answer | asked for |");
            assertThat(rows).hasSizeGreaterThan(10);
            for (final Map<String, String> row : rows) {
                final String path = row.get("asked for");
                final Api.Reply reply = path.startsWith(MANAGEMENT)
                        ? gateway.management()
                                .get(path.substring(MANAGEMENT.length()))
                                .send()
                        : send(gateway.api(), path);
                row.forEach((name, wanted) -> check(path, name, wanted, reply));
            }
        }

        assertThat(differences).isEmpty();
    }

    /** Only the feed asks who is there; a refusal has none who is. */
    private static Api.Reply send(final Api api, final String path) {
        return path.endsWith("/journal")
                ? api.get(path).as(Role.DOWNSTREAM, 1).send()
                : api.get(path).send();
    }

    private void check(final String path, final String name, final String wanted, final Api.Reply reply) {
        final String header = reply.header(name);
        final boolean isAsSaid =
                switch (name) {
                    case "answer", "asked for" -> true;
                    case POLICY ->
                        header != null && List.of(header.split("; ", -1)).containsAll(List.of(wanted.split("; ", -1)));
                    default -> wanted.equals(header == null ? "" : header);
                };
        if (!isAsSaid) {
            differences.add("%s has %s: %s and not %s".formatted(path, name, header, wanted));
        }
    }
}
