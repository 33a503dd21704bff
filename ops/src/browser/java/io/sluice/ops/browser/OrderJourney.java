package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;

/** What an operator does in the tabs of the orders and of the summary. */
final class OrderJourney {
    private OrderJourney() {}

    static void refundOne(final ViewerPage operator, final String order, final long offer, final int by) {
        operator.at("find-number").fill(order);
        operator.press("find-order");
        operator.hasState(operator.at("order-state"), "PAID");
        assertThat(operator.at("attribution")).containsText("It counts for nobody");
        operator.press("refund-order");
        operator.at("field-units-" + offer).fill("3");
        operator.press("confirm");
        operator.hasText(operator.at("fault-units-" + offer), "Has to be 0 to 2");
        operator.at("field-units-" + offer).fill("1");
        operator.at("field-reason").fill("The glass was cracked");
        ConsoleIT.take(operator, "console-refund");
        operator.press("confirm");
        operator.hasText(operator.at("refunded-" + offer), "1");
        final Locator steps = operator.at("story").locator("li.story-step");
        assertThat(steps).hasCount(4);
        assertThat(steps.nth(2)).containsText("Refund asked for");
        assertThat(steps.nth(2)).containsText("The glass was cracked");
        assertThat(steps.nth(2)).containsText("Operator " + by);
        assertThat(steps.nth(3)).containsText("Payment provider");
        Axe.hasNoGraveFault(operator, "order");
        ConsoleIT.take(operator, "console-order-small");
    }

    /** Declined by the demo's provider, asked for anew and withdrawn while that does not answer. */
    static void askInVain(final ViewerPage operator, final int by) {
        ask(operator, "demo:decline");
        assertThat(operator.at("declined")).containsText("The payment provider declined");
        final Locator steps = operator.at("story").locator("li.story-step");
        assertThat(steps.last()).containsText("Refund declined");
        assertThat(steps.last()).containsText("Payment provider");

        ask(operator, "demo:wait");
        assertThat(operator.at("refund-order")).isDisabled();
        operator.press("withdraw-refund");
        operator.press("dialog-back");
        assertThat(operator.at("refund-order")).isDisabled();
        operator.press("withdraw-refund");
        operator.press("confirm");
        assertThat(operator.at("withdraw-refund")).hasCount(0);
        assertThat(operator.at("refund-order")).isEnabled();
        assertThat(steps.last()).containsText("Refund request withdrawn");
        assertThat(steps.last()).containsText("Operator " + by);
        Axe.hasNoGraveFault(operator, "order");
    }

    private static void ask(final ViewerPage operator, final String reason) {
        operator.press("refund-order");
        operator.at("field-reason").fill(reason);
        operator.press("confirm");
        assertThat(operator.at("dialog")).hasCount(0);
    }

    static void cancel(final ViewerPage operator, final String order, final int by) {
        operator.at("find-number").fill("502");
        operator.press("find-viewer");
        operator.hasText(operator.at("orders-of"), "Orders of viewer 502");
        operator.press("order-" + order);
        operator.hasState(operator.at("order-state"), "RESERVED");
        operator.press("cancel-order");
        operator.press("confirm");
        operator.hasState(operator.at("order-state"), "CANCELLED");
        assertThat(operator.at("story").locator("li.story-step").last()).containsText("Operator " + by);
    }

    static void addsUp(final ViewerPage operator, final ConsoleOrders orders) {
        final Download table = operator.page().waitForDownload(() -> operator.press("summary-csv"));
        for (final String part : new String[] {"TOTAL", "OFFER", "MINUTE", "NOBODY"}) {
            assertThat(ConsoleOrders.inTable(table, part)).as(part).isEqualTo(orders.inJournal());
        }
    }

    /** The next show, with the same offer, which nobody can buy yet; the line breaks once between the room and its offer. */
    static void encore(final ViewerPage operator, final long room) {
        operator.press("encore");
        operator.at("field-number").fill(Long.toString(room));
        operator.at("field-title").fill("Encore");
        operator.page()
                .route(
                        Pattern.compile("/rooms/" + room + "/offers/"),
                        Route::abort,
                        new Page.RouteOptions().setTimes(1));
        operator.press("dialog-send");
        operator.hasState(operator.at("note-encore"), "failed");
        operator.press("dialog-send");
        operator.hasText(operator.at("show-title"), "Encore");
        operator.hasState(operator.at("show-state"), "SCHEDULED");
        operator.hasState(operator.at("offer-" + (room * 1000 + 1)), "UPCOMING");
    }
}
