package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.sluice.ops.DemoProcess;
import io.sluice.ops.SaleRoom;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server dies under an open page and comes back: the page finds it again, and the order is still there. */
class ReconnectIT {
    @TempDir
    private Path data;

    @Test
    void thePageComesBackByItselfAfterAKill() {
        DemoProcess demo = DemoProcess.start(data);
        try (Chromium chromium = new Chromium();
                ViewerPage viewer = chromium.viewer(Screen.PHONE, "zh-CN")) {
            SaleRoom.open(demo.shop(), 5);
            viewer.enter(demo, SaleRoom.ROOM);
            viewer.press("open-offers");
            viewer.buyButton().click();
            viewer.orderIs("RESERVED");
            viewer.press("sheet-close");

            demo.process().kill();
            final Locator banner = viewer.at("connection-banner");
            viewer.isVisible(banner.locator(".banner"));
            assertThat(banner).hasAttribute("data-state", Pattern.compile("offline|waiting|connecting"));

            demo = demo.startAgain();
            viewer.isLinked("live");
            assertThat(banner.locator(".banner")).hasCount(0);
            viewer.press("open-orders");
            viewer.orderIs("RESERVED");
            viewer.press("pay-button");
            viewer.orderIs("PAID");
            assertThat(demo.shop()
                            .get("/me/orders", viewer.token(demo.shop()))
                            .body()
                            .getJsonArray("orders"))
                    .hasSize(1);
            viewer.hasNoFaults();
        } finally {
            demo.close();
        }
    }
}
