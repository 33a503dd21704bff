package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.sluice.ops.DemoProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the demo's room with its crowd, into the directory {@code -Dsluice.pictures=DIR}. */
class PicturesIT {
    private static final Path PICTURES = Path.of(System.getProperty("sluice.pictures", "target/pictures"));
    private static final int CROWD = 200;
    private static final long DEMO_ROOM = 1;
    private static final long DEMO_OFFER = 1_001;
    private static final int LIVELY_COMMENTS = 12;
    private static final Pattern TENS = Pattern.compile("\\d{2,}");
    private static final double PATIENCE_MS = 90_000;

    @TempDir
    private static Path data;

    private static DemoProcess demo;
    private static Chromium chromium;

    @BeforeAll
    static void letTheCrowdIn() {
        demo = DemoProcess.start(data, CROWD);
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
        demo.close();
    }

    @Test
    void theRoomOnAPhone() {
        try (ViewerPage viewer = enterLivelyRoom(Screen.PHONE, "zh-CN")) {
            take(viewer, "room-phone");
        }
    }

    @Test
    void theRoomOnADesktop() {
        try (ViewerPage viewer = enterLivelyRoom(Screen.DESKTOP, "zh-CN")) {
            take(viewer, "room-desktop");
        }
    }

    @Test
    void theRoomOnADesktopInEnglish() {
        try (ViewerPage viewer = enterLivelyRoom(Screen.DESKTOP, "en-GB")) {
            take(viewer, "room-desktop-en");
        }
    }

    @Test
    void anOrderOnAPhone() {
        try (ViewerPage viewer = enterLivelyRoom(Screen.PHONE, "zh-CN")) {
            viewer.press("open-offers");
            take(viewer, "offers-phone");
            viewer.press("buy-button-" + DEMO_OFFER);
            viewer.orderIs("RESERVED");
            take(viewer, "order-phone");
        }
    }

    @Test
    void theCouponsOnAPhone() {
        try (ViewerPage viewer = enterLivelyRoom(Screen.PHONE, "zh-CN")) {
            viewer.press("open-wallet");
            viewer.press("claim-1");
            viewer.hasState(viewer.at("campaign-1"), "claimed");
            take(viewer, "coupons-phone");
        }
    }

    @Test
    void theConsole() {
        takeConsole("en-GB", "console-board");
    }

    @Test
    void theConsoleInChinese() {
        takeConsole("zh-CN", "console-board-zh");
    }

    /** The show so far, and the newest order of it that is paid. */
    @Test
    void anOrdersStoryAndTheShowSummedUp() {
        try (ViewerPage operator = chromium.viewer(Screen.DESK, "en-GB")) {
            operator.page()
                    .navigate(demo.address() + "/console?tab=summary&room=" + DEMO_ROOM + "#token="
                            + demo.shop().token("operator", 7));
            assertThat(operator.at("viewers-watched"))
                    .hasText(TENS, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
            take(operator, "console-summary");
            operator.press("tab-orders");
            operator.at("order-list")
                    .locator("button:has(.pill-order-refunded), button:has(.pill-order-paid)")
                    .first()
                    .click();
            operator.isVisible(operator.at("story"));
            operator.at("show-title").scrollIntoViewIfNeeded();
            take(operator, "console-order");
        }
    }

    private static void takeConsole(final String locale, final String name) {
        try (ViewerPage operator = chromium.viewer(Screen.DESK, locale)) {
            operator.page()
                    .navigate(demo.address() + "/console?room=" + DEMO_ROOM + "#token="
                            + demo.shop().token("operator", 7));
            assertThat(operator.at("tile-paid"))
                    .hasText(TENS, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
            take(operator, name);
        }
    }

    private static ViewerPage enterLivelyRoom(final Screen screen, final String locale) {
        final ViewerPage viewer = chromium.viewer(screen, locale).enter(demo, DEMO_ROOM);
        assertThat(viewer.at("comment-list").locator(".comment").nth(LIVELY_COMMENTS - 1))
                .isAttached(new LocatorAssertions.IsAttachedOptions().setTimeout(PATIENCE_MS));
        assertThat(viewer.at("bought-ticker").locator(".ticker-item"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MS));
        return viewer;
    }

    private static void take(final ViewerPage viewer, final String name) {
        viewer.isAtRest();
        final Path picture = PICTURES.resolve(name + ".png");
        viewer.page().screenshot(new Page.ScreenshotOptions().setPath(picture));
        assertThat(Files.exists(picture)).isTrue();
        viewer.hasNoFaults();
    }
}
