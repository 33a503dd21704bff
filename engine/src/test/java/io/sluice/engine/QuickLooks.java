package io.sluice.engine;

import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test waits for is looked at each ten milliseconds, in all modules. Awaitility's tenth of a second, which it waits
 * before the first look, too, was most of the time of tests that wait a hundred times. JUnit finds it by its service file.
 */
public final class QuickLooks implements BeforeAllCallback {
    private static final long LOOK_EVERY_MS = 10;

    @Override
    public void beforeAll(final ExtensionContext context) {
        Awaitility.setDefaultPollInterval(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }
}
