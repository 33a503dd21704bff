package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import io.sluice.ops.DemoProcess;
import io.sluice.ops.SaleRoom;
import io.sluice.ops.ShopAnswer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a viewer does in a live room, done in a real browser against a real server. */
class JourneysIT {
    private static final int UNITS = 5;
    private static final int CREATED = 201;
    private static final String SPELL = "<img src=x onerror=window.cast=1>";
    private static final long CANDLES_ROOM = 7_100;
    private static final long REPLAY_ROOM = 7_200;
    private static long otherViewer = 80_000;

    @TempDir
    private static Path data;

    private static DemoProcess demo;
    private static Chromium chromium;
    private static SaleRoom room;

    private ViewerPage viewer;

    @BeforeAll
    static void openTheRoom() {
        demo = DemoProcess.start(data);
        room = SaleRoom.open(demo.shop(), 0);
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
        demo.close();
    }

    @BeforeEach
    void enter() {
        room.price(SaleRoom.PRICE_FEN);
        room.restock(UNITS);
        viewer = chromium.viewer(Screen.DESKTOP, "en-GB");
    }

    @AfterEach
    void leave() {
        viewer.hasNoFaults();
        viewer.close();
    }

    @Test
    void aViewerBuysAndPays() {
        viewer.enterSale(demo);
        viewer.buyButton().click();
        viewer.orderIs("RESERVED");
        viewer.press("pay-button");
        viewer.orderIs("PAID");
        viewer.press("checkout-done");
        viewer.press("open-orders");
        viewer.hasState(viewer.at("my-orders").getByTestId("order-state"), "PAID");

        final JsonObject order = onlyOrder();
        assertThat(order.getString("state")).isEqualTo("PAID");
        assertThat(order.getLong("totalFen")).isEqualTo(SaleRoom.PRICE_FEN);
        viewer.isVisible(viewer.at("order-" + order.getString("order")));
    }

    @Test
    void theButtonSaysWhenAllIsSold() {
        viewer.enterSale(demo);
        sellOut();
        viewer.buyButtonIs("soldOut");
        stockIs(0);
        assertThat(viewer.buyButton()).hasAttribute("aria-disabled", "true");
        room.restock(1);
        viewer.buyButtonIs("onSale");
        stockIs(1);
    }

    @Test
    void aViewerCancelsAndTheUnitIsForSaleAgain() {
        sellOut();
        room.restock(1);
        viewer.enterSale(demo);
        viewer.buyButton().click();
        viewer.orderIs("RESERVED");
        stockIs(0);
        viewer.press("cancel-button");
        viewer.press("cancel-confirm");
        viewer.orderIs("CANCELLED");
        viewer.press("checkout-done");
        stockIs(1);
        viewer.buyButtonIs("onSale");
    }

    @Test
    void aViewerWhoSawAnOlderPriceIsAskedBeforeBuying() {
        holdBackNewPrices(viewer.page());
        viewer.enterSale(demo);
        room.price(SaleRoom.PRICE_FEN + 1_100);
        viewer.buyButton().click();
        viewer.buyButtonIs("priceChanged");
        assertThat(viewer.buyButton()).containsText("110");
        assertThat(demo.shop()
                        .get("/me/orders", viewer.token(demo.shop()))
                        .body()
                        .getJsonArray("orders"))
                .isEmpty();
        viewer.buyButton().click();
        viewer.orderIs("RESERVED");
        assertThat(onlyOrder().getLong("totalFen")).isEqualTo(SaleRoom.PRICE_FEN + 1_100);
    }

    @Test
    void aCommentIsTextAndNothingElse() {
        viewer.enterSale(demo);
        try (ViewerPage other = chromium.viewer(Screen.PHONE, "zh-CN")) {
            other.enter(demo, SaleRoom.ROOM);
            viewer.at("comment-input").fill(SPELL);
            viewer.press("comment-send");
            for (final ViewerPage each : new ViewerPage[] {viewer, other}) {
                final Locator comments = each.at("comment-list");
                each.hasText(comments.locator(".comment-text").last(), SPELL);
                assertThat(comments.locator("img")).hasCount(0);
                assertThat(each.page().evaluate("window.cast")).isNull();
            }
            other.hasNoFaults();
        }
    }

    @Test
    void aViewerReadsTheRoomInTheirOwnLanguageAndMayChooseTheOther() {
        viewer.enterSale(demo);
        assertThat(viewer.page().locator("html")).hasAttribute("lang", "en");
        viewer.hasText(viewer.buyButton(), "Buy now");
        viewer.press("lang-toggle");
        assertThat(viewer.page().locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(viewer.buyButton()).not().hasText("Buy now");
        viewer.page().reload();
        assertThat(viewer.page().locator("html")).hasAttribute("lang", "zh-CN");
    }

    @Test
    void whoWaitsIsCalledWhenAUnitComesFreeAndBuysIt() {
        final LineRoom candles = LineRoom.open(demo.shop(), CANDLES_ROOM, 1);
        final String buy = "buy-button-" + candles.offer();
        viewer.enter(demo, CANDLES_ROOM);
        viewer.press(buy);
        viewer.orderIs("RESERVED");
        try (ViewerPage second = chromium.viewer(Screen.PHONE, "zh-CN")) {
            second.enter(demo, CANDLES_ROOM);
            second.press("open-offers");
            second.hasText(second.at("sheet-offers").getByTestId(buy), "排队候补");
            second.press(buy);
            second.hasState(second.at(buy), "waiting");
            second.page().reload();
            second.hasState(second.at("line-pinned"), "WAITING");

            viewer.press("cancel-button");
            viewer.press("cancel-confirm");
            viewer.orderIs("CANCELLED");
            viewer.press("checkout-done");
            second.hasText(second.at("turn-button-" + candles.offer()), "立即下单 1 件");
            viewer.hasText(viewer.at(buy), "Wait in line");

            second.press("turn-button-" + candles.offer());
            second.orderIs("RESERVED");
            second.press("pay-button");
            second.orderIs("PAID");
            second.press("checkout-done");
            assertThat(second.at("turn-" + candles.offer())).hasCount(0);
            second.hasNoFaults();
        }
    }

    @Test
    void aRoomSellsWhatIsSetAsideForItAndItsReplayWhatWasKeptForThat() {
        final LineRoom candles = LineRoom.open(demo.shop(), REPLAY_ROOM, 9);
        final String stock = "stock-" + candles.offer();
        viewer.enter(demo, REPLAY_ROOM);
        stockIs(stock, 9);
        candles.setAside("ROOM", 3);
        stockIs(stock, 3);
        candles.setAside("REPLAY", 2);
        candles.end();
        viewer.hasState(viewer.at("room-state"), "ENDED");
        stockIs(stock, 2);
        viewer.press("buy-button-" + candles.offer());
        viewer.orderIs("RESERVED");
        viewer.press("pay-button");
        viewer.orderIs("PAID");
        stockIs(stock, 1);
    }

    private void stockIs(final int units) {
        stockIs("stock-" + SaleRoom.OFFER, units);
    }

    private void stockIs(final String tag, final int units) {
        assertThat(viewer.at(tag)).hasAttribute("data-available", Integer.toString(units));
    }

    private JsonObject onlyOrder() {
        final var orders = demo.shop()
                .get("/me/orders", viewer.token(demo.shop()))
                .expect(200)
                .body()
                .getJsonArray("orders");
        assertThat(orders).hasSize(1);
        return orders.getJsonObject(0);
    }

    /** Others buy, one unit each, until nobody gets any more. */
    private static void sellOut() {
        ShopAnswer answer;
        do {
            final long other = otherViewer++;
            answer = demo.shop()
                    .order(demo.shop().viewer(other), SaleRoom.ROOM, "elsewhere-" + other, SaleRoom.order(1))
                    .join();
        } while (answer.status() == CREATED);
        answer.expect(409, "SOLD_OUT");
    }

    /** The page gets every frame but those that tell of changed offers, as if they were still on their way. */
    private static void holdBackNewPrices(final Page page) {
        page.routeWebSocket("**/live?*", client -> {
            final WebSocketRoute server = client.connectToServer();
            server.onMessage(frame -> {
                final JsonObject json = new JsonObject(frame.text());
                if (!json.getString("t").equals("tick") || !json.containsKey("offers")) {
                    client.send(frame.text());
                }
            });
        });
    }
}
