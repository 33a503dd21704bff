package io.sluice.ops.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.sluice.ops.DemoProcess;
import io.sluice.ops.SaleRoom;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe finds no serious and no critical fault, in either language, on a phone and on a desktop. */
class AccessibilityIT {
    private static final long CANDLES_ROOM = 7_100;

    @TempDir
    private static Path data;

    private static DemoProcess demo;
    private static Chromium chromium;

    @BeforeAll
    static void openTheRoom() {
        demo = DemoProcess.start(data);
        SaleRoom.open(demo.shop(), 1_000);
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
        demo.close();
    }

    @ParameterizedTest
    @CsvSource({"PHONE, zh-CN", "PHONE, en-GB", "DESKTOP, zh-CN", "DESKTOP, en-GB"})
    void everyPlaceOfTheRoomCanBeUsedByEverybody(final Screen screen, final String locale) {
        try (ViewerPage viewer = chromium.viewer(screen, locale)) {
            viewer.enter(demo, SaleRoom.ROOM);
            viewer.at("comment-input").fill("hello");
            viewer.press("comment-send");
            viewer.hasText(viewer.at("comment-list").locator(".comment-text").last(), "hello");
            Axe.hasNoGraveFault(viewer, "room");
            viewer.press("open-share");
            viewer.isVisible(viewer.at("share-link"));
            Axe.hasNoGraveFault(viewer, "share");
            viewer.press("sheet-close");
            if (screen == Screen.PHONE) {
                viewer.press("open-wallet");
                viewer.press("claim-1");
                viewer.hasState(viewer.at("campaign-1"), "claimed");
                Axe.hasNoGraveFault(viewer, "wallet");
                viewer.press("sheet-close");
                viewer.press("open-offers");
                viewer.isVisible(viewer.at("sheet-offers"));
            }
            viewer.buyButtonIs("onSale");
            Axe.hasNoGraveFault(viewer, "offers");
            viewer.buyButton().click();
            viewer.orderIs("RESERVED");
            Axe.hasNoGraveFault(viewer, "checkout");
            viewer.press("pay-button");
            viewer.orderIs("PAID");
            Axe.hasNoGraveFault(viewer, "paid");
            viewer.press("checkout-done");
            viewer.press("open-orders");
            viewer.isVisible(viewer.at("my-orders").getByTestId("order-state"));
            Axe.hasNoGraveFault(viewer, "orders");
        }
    }

    @Test
    void aCouponRainCanBeUsedByEverybody() {
        try (ViewerPage viewer = chromium.viewer(Screen.PHONE, "zh-CN")) {
            viewer.enter(demo, SaleRoom.ROOM);
            demo.shop()
                    .call(
                            "POST",
                            "/operator/rooms/" + SaleRoom.ROOM + "/rain",
                            demo.shop().token("operator", 1),
                            new JsonObject().put("campaign", 4).put("count", 1).put("seconds", 300))
                    .expect(200);
            viewer.isVisible(viewer.at("rain-grab"));
            Axe.hasNoGraveFault(viewer, "rain");
            viewer.press("rain-grab");
            viewer.isVisible(viewer.at("rain-won"));
        }
    }

    @Test
    void aLineAndATurnCanBeUsedByEverybody() {
        final LineRoom candles = LineRoom.open(demo.shop(), CANDLES_ROOM, 1);
        final String buy = "buy-button-" + candles.offer();
        try (ViewerPage first = chromium.viewer(Screen.DESKTOP, "en-GB");
                ViewerPage second = chromium.viewer(Screen.DESKTOP, "en-GB")) {
            first.enter(demo, CANDLES_ROOM);
            first.press(buy);
            first.orderIs("RESERVED");
            second.enter(demo, CANDLES_ROOM);
            second.hasState(second.at(buy), "wait");
            second.at(buy).press("Enter");
            second.hasState(second.at(buy), "waiting");
            Axe.hasNoGraveFault(second, "in line");
            second.at("leave-" + candles.offer()).press("Enter");
            second.hasState(second.at(buy), "wait");
            PlaywrightAssertions.assertThat(second.at(buy)).isFocused();
            second.at(buy).press("Enter");
            second.hasState(second.at(buy), "waiting");
            first.press("cancel-button");
            first.press("cancel-confirm");
            second.isVisible(second.at("turn-" + candles.offer()));
            Axe.hasNoGraveFault(second, "called");
        }
    }
}
