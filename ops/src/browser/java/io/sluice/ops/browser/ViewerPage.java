package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.sluice.ops.DemoProcess;
import io.sluice.ops.SaleRoom;
import io.sluice.ops.ShopClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** A viewer's window on a room, by what a viewer sees and can press. On one thread. */
final class ViewerPage implements AutoCloseable {
    private static final double PATIENCE_MS = 60_000;
    private static final String AT_REST = "document.getAnimations().every(animation =>"
            + " !(animation instanceof CSSAnimation) || animation.playState !== 'running'"
            + " || animation.effect.getTiming().iterations === Infinity"
            + " || animation.effect.target.closest('.heart'))";

    private final BrowserContext context;
    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private int touches;

    ViewerPage(final BrowserContext context) {
        this.context = context;
        page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MS);
        page.onPageError(faults::add);
        page.onConsoleMessage(this::hear);
        page.onRequest(request -> touches += request.url().endsWith("/touches") ? 1 : 0);
    }

    /** A call that the server refuses, or that finds no server, is no fault of the page. */
    private void hear(final ConsoleMessage message) {
        final boolean isAnswer = message.text().startsWith("Failed to load resource")
                || message.text().startsWith("WebSocket connection to");
        if (message.type().equals("error") && !isAnswer) {
            faults.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    /** Enters a room and waits until it is live. */
    ViewerPage enter(final DemoProcess demo, final long room) {
        return open(demo, "/rooms/" + room);
    }

    /** Opens a link to a room and waits until it is live. */
    ViewerPage open(final DemoProcess demo, final String path) {
        page.navigate(demo.address() + path);
        return isLinked("live");
    }

    /** Enters the sale's room and waits until its offer can be bought. */
    ViewerPage enterSale(final DemoProcess demo) {
        enter(demo, SaleRoom.ROOM).buyButtonIs("onSale");
        return this;
    }

    Locator at(final String testId) {
        return page.getByTestId(testId);
    }

    void press(final String testId) {
        at(testId).click();
    }

    Locator buyButton() {
        return at("buy-button-" + SaleRoom.OFFER);
    }

    void buyButtonIs(final String state) {
        hasState(buyButton(), state);
    }

    /** The order in the open drawer. */
    void orderIs(final String state) {
        hasState(at("order-state"), state);
    }

    /** Waits for the live connection to be in this state. */
    ViewerPage isLinked(final String state) {
        hasState(at("connection-banner"), state);
        return this;
    }

    void hasState(final Locator element, final String state) {
        assertThat(element)
                .hasAttribute("data-state", state, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS));
    }

    /** Waits until what came in with a movement has arrived; hearts, clocks and what moves for ever may go on. */
    void isAtRest() {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMillis((long) PATIENCE_MS))
                .until(() -> (Boolean) page.evaluate(AT_REST));
    }

    void isVisible(final Locator element) {
        assertThat(element).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
    }

    void hasText(final Locator element, final String text) {
        assertThat(element).hasText(text, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
    }

    /** This window's viewer. */
    long id() {
        return Long.parseLong((String) page.evaluate("localStorage.getItem('sluice.viewer')"));
    }

    /** The token of this window's viewer. */
    String token(final ShopClient shop) {
        return shop.viewer(id());
    }

    /** Waits until the server has been told how the viewer came, now or earlier. */
    void isNoted() {
        // The page's security policy forbids what waitForFunction does once it has to wait.
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMillis((long) PATIENCE_MS))
                .until(() -> (Boolean) page.evaluate(
                        "localStorage.getItem('sluice.touches.' + localStorage.getItem('sluice.viewer')) !== null"));
    }

    /** How often it was told. */
    int touches() {
        return touches;
    }

    /** Nothing went wrong in the page, and its security policy had nothing to refuse. */
    void hasNoFaults() {
        assertThat(faults).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
