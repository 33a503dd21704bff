package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.sluice.ops.DemoProcess;

/** A viewer says what should not be said, and what becomes of it: in the viewer's window, another's, and a moderator's. */
final class ModerationJourney {
    private static final double PATIENCE_MS = 60_000;
    private static final String LIE = "All of this is fake";
    private static final String EXCUSE = "I meant another shop, sorry";
    private static final String APOLOGY = "The candles are lovely";

    private final DemoProcess demo;
    private final ConsoleRoom room;
    private final ViewerPage moderator;
    private final ViewerPage viewer;
    private final ViewerPage other;

    ModerationJourney(
            final DemoProcess demo,
            final ConsoleRoom room,
            final ViewerPage moderator,
            final ViewerPage viewer,
            final ViewerPage other) {
        this.demo = demo;
        this.room = room;
        this.moderator = moderator;
        this.viewer = viewer;
        this.other = other;
    }

    /** From the first word to the last. */
    void play() {
        viewer.enter(demo, room.id());
        other.enter(demo, room.id());
        moderator.page().navigate(demo.address() + "/console?tab=comments&room=" + room.id());
        say(LIE);
        shows(other, LIE);
        other.at("comment-list").locator("li").getByRole(AriaRole.BUTTON).click();
        // A list stands still under the mouse.
        other.page().mouse().move(0, 0);
        contains(moderator.at("reports"), "1 reported it");
        Axe.hasNoGraveFault(moderator, "comments");
        hideAndMute();
        appealIsGranted();
        wordsAndSlowMode();
    }

    private void hideAndMute() {
        final Locator said = moderator.at("flow").locator("li").first();
        said.getByText("Hide", new Locator.GetByTextOptions().setExact(true)).click();
        isGone(viewer, LIE);
        isGone(other, LIE);
        said.getByText("Mute", new Locator.GetByTextOptions().setExact(true)).click();
        Axe.hasNoGraveFault(moderator, "mute");
        moderator.press("term-P7D");
        moderator.at("field-reason").fill("Not true");
        moderator.press("dialog-send");
        contains(said, "muted");
        contains(viewer.at("mute-notice"), "Not true");
    }

    private void appealIsGranted() {
        viewer.press("open-appeal");
        viewer.at("appeal-text").fill(EXCUSE);
        Axe.hasNoGraveFault(viewer, "appeal");
        viewer.press("appeal-send");
        viewer.isVisible(viewer.at("appeal-sent"));
        viewer.press("sheet-close");
        contains(moderator.at("appeals"), EXCUSE);
        ConsoleIT.take(moderator, "console-comments");
        ConsoleIT.take(viewer, "viewer-muted");
        moderator.at("appeals").getByText("Grant").click();
        viewer.isVisible(viewer.at("comment-input"));
        say(APOLOGY);
        shows(other, APOLOGY);
        contains(moderator.at("talk-deeds"), "Granted the appeal");
    }

    private void wordsAndSlowMode() {
        moderator.at("word").fill("FAKE");
        moderator.press("block-word");
        contains(moderator.at("words"), "FAKE");
        say("f a k e");
        contains(viewer.at("talk-refusal"), "may not be said here");
        moderator.at("slow-mode").selectOption("60");
        assertThat(viewer.at("comment-input"))
                .hasAttribute("placeholder", "Slow mode: one comment every 60 s", patienceOfAttributes());
        say("and again");
        contains(viewer.at("talk-refusal"), "Slow mode");
    }

    private void say(final String text) {
        viewer.at("comment-input").fill(text);
        viewer.press("comment-send");
    }

    private static void shows(final ViewerPage page, final String text) {
        contains(page.at("comment-list"), text);
    }

    private static void isGone(final ViewerPage page, final String text) {
        assertThat(page.at("comment-list"))
                .not()
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS));
    }

    private static void contains(final Locator element, final String text) {
        assertThat(element).containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS));
    }

    private static LocatorAssertions.HasAttributeOptions patienceOfAttributes() {
        return new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MS);
    }
}
