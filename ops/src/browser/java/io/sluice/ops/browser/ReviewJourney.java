package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.sluice.ops.DemoProcess;
import java.util.regex.Pattern;

/** A review on its way from who bought the offer of a room to everybody, step by step. */
record ReviewJourney(DemoProcess demo, ConsoleRoom room) {
    /** The buyer pays and says so; a review without stars is not sent. */
    void write(final ViewerPage buyer, final String text) {
        buyer.enter(demo, room.id());
        buyer.press("open-offers");
        buyer.hasState(buyer.at("buy-button-" + room.offer()), "onSale");
        buyer.press("buy-button-" + room.offer());
        buyer.orderIs("RESERVED");
        buyer.press("pay-button");
        buyer.orderIs("PAID");
        buyer.press("checkout-done");
        buyer.press("open-orders");
        final Locator write = buyer.page().getByTestId(Pattern.compile("^write-review-"));
        write.click();
        buyer.at("review-text").fill(text);
        buyer.press("review-send");
        buyer.isVisible(buyer.at("fault-review-stars"));
        buyer.at("stars-4").focus();
        buyer.page().keyboard().press("ArrowRight");
        assertThat(buyer.at("stars-5")).isChecked();
        Axe.hasNoGraveFault(buyer, "review-form");
        ConsoleIT.take(buyer, "review-form");
        buyer.press("review-send");
        buyer.isVisible(buyer.at("my-orders"));
    }

    /** Another viewer sees nothing of it yet, or sees it as a case. */
    void isShown(final ViewerPage viewer, final String text) {
        viewer.enter(demo, room.id());
        viewer.press("reviews-" + room.offer());
        if (text == null) {
            viewer.hasText(viewer.at("reviews").locator(".empty-title"), "No reviews yet");
        } else {
            assertThat(viewer.at("reviews-cases")).containsText(text);
            viewer.hasText(viewer.at("average"), "5.0");
        }
        Axe.hasNoGraveFault(viewer, "reviews");
    }
}
