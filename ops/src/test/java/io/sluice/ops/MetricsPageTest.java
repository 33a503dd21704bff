package io.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sluice.engine.EngineContext;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.GatewayProperty;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server that sells tells of itself, held against the page that lists it. */
class MetricsPageTest {
    /** Four digits in a row, or eight of a hexadecimal number: no kind, reason or status has that. A slash is a path's. */
    private static final Pattern ID = Pattern.compile(".*([0-9]{4,}|[0-9a-f]{8,}|/|[0-9A-Za-z_-]{40,}).*");
    /** Of nothing else than the build. */
    private static final String BUILD = "sluice_build_info";

    private static final int MOST_LINES = 5_000;

    private static final long VIEWER = 100_042;
    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    private static Path data;

    private static SluiceServer server;
    private static Scrape scrape;

    @BeforeAll
    static void sell() {
        final GatewayContext context = new GatewayContext()
                .set(GatewayProperty.PORT, 0)
                .set(GatewayProperty.MANAGEMENT_PORT, 0)
                .set(GatewayProperty.DEMO, "true")
                .set(GatewayProperty.TOKEN_SECRET, "a-secret-of-more-than-thirty-two-bytes")
                .set(GatewayProperty.WEBHOOK_SECRET, "a-secret-shared-with-the-provider")
                .set(GatewayProperty.SHARE_SECRET, "a-secret-that-signs-share-codes");
        server = SluiceServer.launch(new EngineContext().dataDirectory(data), context, context.settings(data, "test"));
        final ShopClient shop = new ShopClient(server.port());
        SaleRoom.open(shop, 10);
        Buyer.overHttp(shop, VIEWER + 1)
                .order("key-20261127", SaleRoom.order(1))
                .join();
        final LiveViewer viewer = LiveViewer.join(shop, VIEWER, SaleRoom.ROOM);
        viewer.order("key-20261128", SaleRoom.order(1)).join();
        viewer.send("{\"t\":\"nothing-20261129\"}").join();
        viewer.await("refused");
        shop.get("/rooms/" + SaleRoom.ROOM + "/nothing", null);
        get(shop, server.port(), "/rooms/" + SaleRoom.ROOM);
        // Pauses are told from the first on.
        System.gc();
        await().atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> scrape(shop).families().containsKey("jvm_gc_pause_seconds"));
        scrape = scrape(shop);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void thePageListsWhatOursTell() {
        assertThat(MetricsPage.read().entrySet().stream()
                        .filter(family -> family.getKey().startsWith("sluice_")))
                .containsExactlyElementsOf(ours().entrySet());
    }

    @Test
    void whatElseThePageListsIsTold() {
        assertThat(scrape.families().keySet()).containsAll(MetricsPage.read().keySet());
    }

    @Test
    void noLabelHasAnId() {
        assertThat(scrape.samples())
                .filteredOn(sample -> !sample.name().equals(BUILD))
                .allSatisfy(sample ->
                        assertThat(sample.labels().values()).as(sample.line()).noneMatch(MetricsPageTest::isLikeAnId));
    }

    @Test
    void anIdWouldBeFound() {
        assertThat(Set.of("7000", "order-1000001", "/api/v1/rooms/7", "f3a9c01b", "c0ffee00-1", "a".repeat(40)))
                .allMatch(MetricsPageTest::isLikeAnId);
        assertThat(Set.of("placeOrder", "201", "SOLD_OUT", "G1 Eden Space", "0"))
                .noneMatch(MetricsPageTest::isLikeAnId);
    }

    @Test
    void thereAreFewLines() {
        assertThat(scrape.samples()).hasSizeLessThan(MOST_LINES);
    }

    @Test
    void requestsAndFramesAreToldByTheirKind() {
        assertThat(scrape.samples())
                .extracting(Scrape.Sample::line)
                .contains("sluice_http_requests_total{route=\"placeOrder\",status=\"201\"} 1.0")
                .contains("sluice_http_requests_total{route=\"joinLive\",status=\"101\"} 1.0")
                .contains("sluice_http_requests_total{route=\"none\",status=\"404\"} 1.0")
                .contains("sluice_http_requests_total{route=\"page\",status=\"200\"} 1.0")
                .contains("sluice_http_request_duration_seconds_count{route=\"placeOrder\"} 1")
                .contains("sluice_frames_total{kind=\"order\",status=\"200\"} 1.0")
                .contains("sluice_frames_total{kind=\"unknown\",status=\"400\"} 1.0")
                .contains("sluice_frame_duration_seconds_count{kind=\"order\"} 1");
    }

    @Test
    void errorsOfOrdersAreToldBeforeThereIsOneAndThoseOfOthersAreNot() {
        assertThat(scrape.samples())
                .extracting(Scrape.Sample::line)
                .contains("sluice_http_requests_total{route=\"placeOrder\",status=\"500\"} 0.0")
                .contains("sluice_http_requests_total{route=\"placeOrder\",status=\"504\"} 0.0")
                .contains("sluice_frames_total{kind=\"order\",status=\"500\"} 0.0")
                .contains("sluice_frames_total{kind=\"order\",status=\"504\"} 0.0")
                .filteredOn(line -> line.endsWith(" 0.0") && line.contains("status="))
                .hasSize(4);
    }

    private static boolean isLikeAnId(final String value) {
        return ID.matcher(value).matches();
    }

    private static Map<String, MetricsPage.Family> ours() {
        final Map<String, MetricsPage.Family> ours = new TreeMap<>(scrape.families());
        ours.keySet().removeIf(name -> !name.startsWith("sluice_"));
        return ours;
    }

    private static Scrape scrape(final ShopClient shop) {
        return Scrape.of(get(shop, server.managementPort(), "/metrics"));
    }

    private static String get(final ShopClient shop, final int port, final String path) {
        final URI uri = URI.create("http://127.0.0.1:" + port + path);
        return shop.client()
                .sendAsync(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join()
                .body();
    }
}
