package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import io.sluice.ops.DemoProcess;
import io.sluice.ops.SaleRoom;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people earn and save, in a real browser against the demo's seeded brand: commission, coupons, a rain, a pack. */
class RewardsJourneyIT {
    private static final long GUIDE = 112;
    private static final long GUIDE_AS_VIEWER = 500_000_112L;
    private static final long DEMO_ROOM = 1;
    private static final long PACK = 3_001;
    private static final long CAKE = 3_002;
    private static final int RAIN = 4;

    @TempDir
    private static Path data;

    private static DemoProcess demo;
    private static Chromium chromium;
    private static PaymentDesk desk;

    @BeforeAll
    static void openTheRoom() {
        demo = DemoProcess.start(data);
        SaleRoom.open(demo.shop(), 1_000);
        desk = new PaymentDesk(demo);
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
        demo.close();
    }

    @Test
    void whatAGuidesLinkBroughtIsOnTheGuidesPageAndARefundTakesItsPartBack() throws IOException {
        try (ViewerPage buyer = chromium.viewer(Screen.DESKTOP, "en-GB");
                ViewerPage guide = chromium.viewer(Screen.PHONE, "en-GB")) {
            buyer.open(demo, guidesPath());
            buyer.press("quantity-more-" + SaleRoom.OFFER);
            buyer.buyButtonIs("onSale");
            buyer.buyButton().click();
            pay(buyer);

            guide.page()
                    .navigate(demo.address() + "/earnings#token=" + demo.shop().token("guide", GUIDE_AS_VIEWER));
            guide.hasText(guide.at("frozen"), "¥5.94");
            assertThat(guide.at("entries").locator("li")).hasCount(1);
            assertThat(guide.at("entries").locator("li")).containsText(timeOfTheEntry());

            desk.refund(onlyOrder(buyer).getString("order"), SaleRoom.OFFER, 1).expect(200);
            guide.page().reload();
            guide.hasText(guide.at("frozen"), "¥2.97");
            guide.hasText(guide.at("total"), "¥2.97");
            assertThat(guide.at("entries").locator("li").first()).containsText("−¥2.97");
            assertThat(sumOfTheTable(guide)).isEqualTo(297);
            hasNoFaults(buyer, guide);
        }
    }

    /** Where the brand's days begin, wherever the browser is. */
    private static String timeOfTheEntry() {
        final String token = demo.shop().token("guide", GUIDE_AS_VIEWER);
        final JsonObject entry = demo.shop()
                .get("/me/statement/entries", token)
                .expect(200)
                .body()
                .getJsonArray("entries")
                .getJsonObject(0);
        return DateTimeFormatter.ofPattern("M/d, HH:mm")
                .withZone(ZoneId.of("Asia/Shanghai"))
                .format(Instant.parse(entry.getString("at")));
    }

    @Test
    void whoIsNearTheStoreClaimsItsCouponAndUsesIt() {
        try (ViewerPage viewer = chromium.viewerAt(31.2360, 121.4750)) {
            viewer.enterSale(demo);
            claimNearby(viewer);
            viewer.hasState(viewer.at("campaign-3"), "claimed");
            viewer.press("sheet-close");

            viewer.hasText(viewer.at("total-" + SaleRoom.OFFER), "¥79.20 with it");
            viewer.buyButton().click();
            pay(viewer);
            assertThat(viewer.at("discount")).containsText("−¥19.80");
            assertThat(onlyOrder(viewer).getLong("totalFen")).isEqualTo(7_920);
            assertThat(onlyOrder(viewer).getLong("discountFen")).isEqualTo(1_980);
            hasNoFaults(viewer);
        }
    }

    @Test
    void whoIsFarAwayOrSaysNothingIsToldWhyThereIsNoCoupon() {
        try (ViewerPage far = chromium.viewerAt(39.9149, 116.4114);
                ViewerPage silent = chromium.viewer(Screen.DESKTOP, "en-GB")) {
            far.enterSale(demo);
            claimNearby(far);
            far.hasText(far.at("claim-note-3"), "You are too far away from the store.");

            silent.enterSale(demo);
            claimNearby(silent);
            assertThat(silent.at("claim-note-3")).containsText("gave no position");
            assertThat(coupons(far)).isEmpty();
            assertThat(coupons(silent)).isEmpty();
            hasNoFaults(far, silent);
        }
    }

    @Test
    void aRainIsSeenByAllAndWhoGrabsHasOneCouponForTheNextOrder() {
        try (ViewerPage first = chromium.viewer(Screen.DESKTOP, "en-GB");
                ViewerPage second = chromium.viewer(Screen.PHONE, "zh-CN")) {
            first.enterSale(demo);
            second.enter(demo, SaleRoom.ROOM);
            letItRain(2);
            for (final ViewerPage viewer : List.of(first, second)) {
                viewer.press("rain-grab");
                viewer.isVisible(viewer.at("rain-won"));
                assertThat(coupons(viewer)).hasSize(1);
            }
            assertThat(second.at("rain-won")).containsText("抢到了，减 ¥5");
            first.press("rain-leave");
            assertThat(first.at("rain")).hasCount(0);

            first.hasText(first.at("total-" + SaleRoom.OFFER), "¥94 with it");
            first.buyButton().click();
            pay(first);
            assertThat(onlyOrder(first).getLong("totalFen")).isEqualTo(9_400);
            hasNoFaults(first, second);
        }
    }

    @Test
    void aPackIsBoughtOneVoucherUsedAndTheRestGivenBack() {
        try (ViewerPage viewer = chromium.viewer(Screen.DESKTOP, "en-GB")) {
            viewer.enter(demo, DEMO_ROOM);
            viewer.hasText(viewer.at("pack-" + PACK), "Pack of 4");
            viewer.press("buy-button-" + PACK);
            pay(viewer);
            final String order = onlyOrder(viewer).getString("order");
            assertThat(onlyOrder(viewer).getLong("totalFen")).isEqualTo(13_900);
            viewer.press("vouchers");
            assertThat(couponCards(viewer, "CLAIMED")).hasCount(4);
            viewer.press("sheet-close");

            viewer.hasText(viewer.at("total-" + CAKE), "¥0 with it");
            viewer.press("buy-button-" + CAKE);
            pay(viewer);
            viewer.press("checkout-done");

            desk.refund(order, PACK, 4).expect(409, "REFUND_EXCEEDS_LINE");
            desk.refund(order, PACK, 3).expect(200);
            viewer.press("open-wallet");
            assertThat(couponCards(viewer, "USED")).hasCount(1);
            assertThat(couponCards(viewer, "VOID")).hasCount(3);
            hasNoFaults(viewer);
        }
    }

    private static void claimNearby(final ViewerPage viewer) {
        viewer.press("open-wallet");
        viewer.press("claim-3");
    }

    private static void pay(final ViewerPage viewer) {
        viewer.orderIs("RESERVED");
        viewer.press("pay-button");
        viewer.orderIs("PAID");
    }

    private static void letItRain(final int coupons) {
        final JsonObject rain =
                new JsonObject().put("campaign", RAIN).put("count", coupons).put("seconds", 300);
        operate("/operator/rooms/" + SaleRoom.ROOM + "/rain", rain, 200);
    }

    private static String guidesPath() {
        final JsonObject named = new JsonObject().put("room", SaleRoom.ROOM).put("guide", GUIDE);
        return operate("/share-codes", named, 201).getString("path");
    }

    private static JsonObject operate(final String path, final JsonObject body, final int status) {
        final String operator = demo.shop().token("operator", 1);
        return demo.shop().call("POST", path, operator, body).expect(status).body();
    }

    private static JsonObject onlyOrder(final ViewerPage viewer) {
        final JsonArray orders = demo.shop()
                .get("/me/orders", viewer.token(demo.shop()))
                .expect(200)
                .body()
                .getJsonArray("orders");
        assertThat(orders).hasSize(1);
        return orders.getJsonObject(0);
    }

    private static JsonArray coupons(final ViewerPage viewer) {
        return demo.shop()
                .get("/me/coupons", viewer.token(demo.shop()))
                .expect(200)
                .body()
                .getJsonArray("coupons");
    }

    private static Locator couponCards(final ViewerPage viewer, final String state) {
        return viewer.at("my-coupons").locator("li[data-state=" + state + "]");
    }

    /** Of the file that the page's button saves: what its amounts add up to. */
    private static long sumOfTheTable(final ViewerPage guide) throws IOException {
        final Download table = guide.page().waitForDownload(() -> guide.press("download"));
        final List<String> lines = Files.readAllLines(table.path());
        final int amount = List.of(lines.get(0).split(",")).indexOf("amount_fen");
        return lines.stream()
                .skip(1)
                .mapToLong(line -> Long.parseLong(line.split(",", -1)[amount]))
                .sum();
    }

    private static void hasNoFaults(final ViewerPage... viewers) {
        for (final ViewerPage viewer : viewers) {
            viewer.hasNoFaults();
        }
    }
}
