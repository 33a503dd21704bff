package io.sluice.ops.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;

/** The installed Chromium, without a window. On one thread. */
final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("chromium.path")))
                    .setArgs(ARGUMENTS));

    /** A new viewer at a screen of this size, who has never been here. */
    ViewerPage viewer(final Screen screen, final String locale) {
        return new ViewerPage(browser.newContext(context(screen, locale)));
    }

    /** A new viewer at a desktop that lets pages know where it stands, in degrees. */
    ViewerPage viewerAt(final double latitude, final double longitude) {
        return new ViewerPage(browser.newContext(context(Screen.DESKTOP, "en-GB")
                .setGeolocation(latitude, longitude)
                .setPermissions(List.of("geolocation"))));
    }

    private static Browser.NewContextOptions context(final Screen screen, final String locale) {
        return new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setDeviceScaleFactor(screen.scale())
                .setHasTouch(screen.touch())
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
