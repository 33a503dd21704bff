package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.sluice.gateway.GatewayProperty;
import io.sluice.gateway.TestGateway;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.WebhookSignature;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.SimulatedEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Any request: it is answered as the contract says, and none makes the gateway fail or send the core what that does not
 * take. An input is a request as it would be sent, with lines that end in a newline alone: first line without the version,
 * headers, an empty line, body. {@code {viewer}}, {@code {guide}}, {@code {operator}} and {@code {downstream}} stand for tokens and
 * {@code {signature}} for that of the body, which no fuzzer guesses.
 */
class HttpFuzzTest {
    private static final int TOKENS_LAST = 100_000;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Map<Role, String> TOKENS = new EnumMap<>(Role.class);
    private static final WebhookSignature SIGNATURE = new WebhookSignature(
            TestGateway.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), System::currentTimeMillis);

    private static SimulatedEngine engine;
    private static TestGateway gateway;
    private static RawExchange exchange;
    private static int requests;

    @BeforeAll
    static void open() {
        final LinkListener link = new LinkListener();
        engine = new SimulatedEngine(link);
        gateway = TestGateway.launch(engine, link, TestGateway.context().set(GatewayProperty.EVENT_LOOPS, 1));
        gateway.rooms().put(7, "{}");
        exchange = new RawExchange(gateway.port());
    }

    @AfterAll
    static void close() throws IOException {
        exchange.close();
        gateway.close();
    }

    @FuzzTest
    void anyRequest(final byte[] input) throws IOException {
        engine.renew();
        final RawExchange.Answer answer = exchange.send(HttpFuzzTest::secret, input);
        assertThat(answer.status()).as(answer.body()).isBetween(100, 503).isNotEqualTo(500);
        if (answer.isProblem()) {
            final JsonNode problem = MAPPER.readTree(answer.body());
            final ProblemCode code = ProblemCode.valueOf(problem.path("code").asText());
            assertThat(code.status()).isEqualTo(answer.status());
        }
    }

    private static String secret(final String name, final byte[] body) {
        if (requests++ % TOKENS_LAST == 0) {
            for (final Role role : Role.values()) {
                TOKENS.put(role, gateway.token(role, 42));
            }
        }
        return switch (name) {
            case "viewer" -> TOKENS.get(Role.VIEWER);
            case "guide" -> TOKENS.get(Role.GUIDE);
            case "operator" -> TOKENS.get(Role.OPERATOR);
            case "downstream" -> TOKENS.get(Role.DOWNSTREAM);
            case "signature" -> SIGNATURE.sign(body);
            default -> null;
        };
    }
}
