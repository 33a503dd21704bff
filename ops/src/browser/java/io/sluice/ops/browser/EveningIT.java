package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.sluice.ops.DemoProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole evening in three browsers, an operator's and two viewers', from the schedule to the morning after. */
class EveningIT {
    private static final Path PICTURES = Path.of(System.getProperty("sluice.pictures", "target/pictures"));
    private static final int OPERATOR = 31;
    private static final long ROOM = 8_100;
    private static final long OFFER = 8_100_001;

    @TempDir
    private Path data;

    @Test
    void anEveningFromItsScheduleToTheMorningAfter() {
        try (DemoProcess demo = DemoProcess.start(data);
                Chromium chromium = new Chromium();
                ViewerPage operator = chromium.viewer(Screen.DESK, "en-GB");
                ViewerPage first = chromium.viewer(Screen.PHONE, "zh-CN");
                ViewerPage second = chromium.viewer(Screen.DESKTOP, "en-GB")) {
            operator.page()
                    .navigate(demo.address() + "/console#token=" + demo.shop().token("operator", OPERATOR));
            operator.isVisible(operator.at("board"));
            schedule(operator);
            first.open(demo, "/rooms/" + ROOM);
            take(first, "evening-before");

            goOnSale(operator);
            second.enter(demo, ROOM);
            talk(first, second);
            // A phone has no room for the offers beside the stage.
            first.press("open-offers");
            final String kept = buy(first, demo);
            final String returned = buy(second, demo);
            soldOutAndRestocked(operator, first);
            take(operator, "evening-sale");
            take(second, "evening-room");

            helpACustomer(operator, returned);
            take(operator, "evening-refund");
            end(operator, first);
            theMorningAfter(operator);
            take(operator, "evening-summary");
            orderIs(first, kept, "PAID");
            orderIs(second, returned, "REFUNDED");
            for (final ViewerPage each : new ViewerPage[] {operator, first, second}) {
                each.hasNoFaults();
            }
        }
    }

    private static void schedule(final ViewerPage operator) {
        operator.press("new-room");
        operator.at("field-number").fill(Long.toString(ROOM));
        operator.at("field-title").fill("Winter lights");
        operator.press("dialog-send");
        operator.hasState(operator.at("show-state"), "SCHEDULED");
        operator.press("new-offer");
        operator.at("field-title").fill("Star lantern");
        operator.at("field-price").fill("88");
        operator.press("dialog-send");
        operator.hasState(operator.at("offer-" + OFFER), "UPCOMING");
        operator.press("restock-" + OFFER);
        operator.at("field-units").fill("2");
        operator.press("dialog-send");
        operator.hasText(operator.at("left-" + OFFER), "2");
    }

    private static void goOnSale(final ViewerPage operator) {
        operator.press("go-live");
        operator.hasState(operator.at("show-state"), "LIVE");
        operator.press("open-" + OFFER);
        operator.hasState(operator.at("offer-" + OFFER), "ON_SALE");
        operator.press("pin-" + OFFER);
        operator.hasState(operator.at("note-pin-" + OFFER), "done");
    }

    private static void talk(final ViewerPage first, final ViewerPage second) {
        first.at("comment-input").fill("晚上好");
        first.press("comment-send");
        second.hasText(second.at("comment-list").locator(".comment-text").last(), "晚上好");
    }

    /** Its number. */
    private static String buy(final ViewerPage viewer, final DemoProcess demo) {
        viewer.press("buy-button-" + OFFER);
        viewer.orderIs("RESERVED");
        viewer.press("pay-button");
        viewer.orderIs("PAID");
        viewer.press("checkout-done");
        return demo.shop()
                .get("/me/orders", viewer.token(demo.shop()))
                .body()
                .getJsonArray("orders")
                .getJsonObject(0)
                .getString("order");
    }

    private static void soldOutAndRestocked(final ViewerPage operator, final ViewerPage viewer) {
        operator.hasText(operator.at("left-" + OFFER), "0");
        operator.hasText(operator.at("tile-revenue"), "¥176");
        operator.press("restock-" + OFFER);
        operator.at("field-units").fill("30");
        operator.press("dialog-send");
        operator.hasText(operator.at("left-" + OFFER), "30");
        assertThat(viewer.at("pinned-offer")).containsText("30");
    }

    private static void helpACustomer(final ViewerPage operator, final String order) {
        operator.press("tab-orders");
        operator.at("find-number").fill(order);
        operator.press("find-order");
        operator.hasState(operator.at("order-state"), "PAID");
        operator.press("refund-order");
        operator.at("field-units-" + OFFER).fill("1");
        operator.at("field-reason").fill("Came broken");
        operator.press("confirm");
        operator.hasState(operator.at("order-state"), "REFUNDED");
        final Locator steps = operator.at("story").locator("li.story-step");
        assertThat(steps).hasCount(4);
    }

    private static void end(final ViewerPage operator, final ViewerPage viewer) {
        operator.press("end-show");
        operator.press("confirm");
        operator.hasState(operator.at("show-state"), "ENDED");
        viewer.hasState(viewer.at("room-state"), "ENDED");
    }

    private static void theMorningAfter(final ViewerPage operator) {
        operator.press("tab-summary");
        operator.hasText(operator.at("viewers-paid"), "2");
        operator.hasText(operator.at("summary-net"), "¥88");
    }

    private static void orderIs(final ViewerPage viewer, final String order, final String state) {
        viewer.press("open-orders");
        viewer.hasState(viewer.at("order-" + order).getByTestId("order-state"), state);
    }

    private static void take(final ViewerPage page, final String name) {
        page.isAtRest();
        page.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }
}
