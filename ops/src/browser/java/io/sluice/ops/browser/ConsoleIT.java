package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.sluice.ops.DemoProcess;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A show run from the operators' console, in real browsers: two operators and a viewer. */
class ConsoleIT {
    private static final Path PICTURES = Path.of(System.getProperty("sluice.pictures", "target/pictures"));
    private static final double PATIENCE_MS = 60_000;
    private static final long ROOM = 7_300;
    private static final long OFFER = 7_300_001;
    private static final int OPERATOR = 31;
    private static final int SECOND_OPERATOR = 32;

    @TempDir
    private static Path data;

    private static DemoProcess demo;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        demo = DemoProcess.start(data);
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
        demo.close();
    }

    @Test
    void aShowIsRunFromItsBeginningToItsEndAndEveryConsoleShowsTheSame() {
        try (ViewerPage operator = console(Screen.DESK, "en-GB", OPERATOR);
                ViewerPage second = console(Screen.TABLET, "zh-CN", SECOND_OPERATOR);
                ViewerPage viewer = chromium.viewer(Screen.DESKTOP, "en-GB")) {
            schedule(operator);
            offer(operator);
            operator.press("go-live");
            operator.hasState(operator.at("show-state"), "LIVE");
            operator.hasState(operator.at("note-state"), "done");
            operator.press("open-" + OFFER);
            operator.hasState(operator.at("offer-" + OFFER), "ON_SALE");
            stock(operator, "restock", "20");
            second.page().navigate(demo.address() + "/console?room=" + ROOM);
            second.hasState(second.at("offer-" + OFFER), "ON_SALE");

            buy(viewer);

            for (final ViewerPage each : new ViewerPage[] {operator, second}) {
                each.hasText(each.at("tile-revenue"), "¥88");
                each.hasText(each.at("tile-paid"), "1");
                each.hasText(each.at("tile-viewers"), "1");
                each.hasText(each.at("left-" + OFFER), "19");
            }
            writeOff(operator);
            second.hasText(second.at("left-" + OFFER), "16");
            assertThat(second.at("deeds").locator("li").first()).containsText("3");
            endsAfterItsQuestion(operator);
            second.hasState(second.at("show-state"), "ENDED");
            hasNoFaults(operator, second, viewer);
        }
    }

    @Test
    void ofTwoWhoDoOppositeThingsTheLaterIsTold() {
        final ConsoleRoom room = ConsoleRoom.open(demo.shop(), 7_400);
        try (ViewerPage operator = console(Screen.DESK, "en-GB", OPERATOR)) {
            board(operator, room.id());
            operator.press("close-" + room.offer());
            // The question is answered by a console that has not seen yet what happens behind its back.
            operator.page().route(Pattern.compile("/figures$"), Route::abort);
            room.open(SECOND_OPERATOR);
            operator.press("confirm");
            operator.page().unrouteAll();

            // The question closes once the board is read anew; until then both say it.
            assertThat(operator.at("other-sale-" + room.offer()).first())
                    .containsText("operator " + SECOND_OPERATOR + ": Opened", patience());
            operator.hasState(operator.at("offer-" + room.offer()), "CLOSED");
            operator.press("edit-" + room.offer());
            room.open(SECOND_OPERATOR);
            operator.isVisible(operator.at("meanwhile"));
            hasNoFaults(operator);
        }
    }

    @Test
    void aCustomersOrderIsToldCancelledAndRefundedAndTheShowIsSummedUp() {
        final ConsoleRoom room = ConsoleRoom.open(demo.shop(), 7_700);
        final ConsoleOrders orders = new ConsoleOrders(demo.shop(), demo.address(), room);
        final String paid = orders.buy(501, 2);
        final String unpaid = orders.place(502, 1);
        try (ViewerPage operator = console(Screen.DESK, "en-GB", OPERATOR)) {
            operator.page().navigate(demo.address() + "/console?tab=orders&room=" + room.id());
            OrderJourney.refundOne(operator, paid, room.offer(), OPERATOR);
            OrderJourney.askInVain(operator, OPERATOR);
            OrderJourney.cancel(operator, unpaid, OPERATOR);

            operator.press("tab-summary");
            operator.hasText(operator.at("viewers-reserved"), "2");
            operator.hasText(operator.at("viewers-paid"), "1");
            operator.hasText(operator.at("summary-net"), "¥129");
            take(operator, "console-summary-small");
            OrderJourney.addsUp(operator, orders);
            OrderJourney.encore(operator, 7_701);
            hasNoFaults(operator);
        }
    }

    @Test
    void whatCannotBeIsRefusedWhereItIsTyped() {
        final ConsoleRoom room = ConsoleRoom.open(demo.shop(), 7_500);
        try (ViewerPage operator = console(Screen.DESK, "en-GB", OPERATOR)) {
            board(operator, room.id());
            operator.press("restock-" + room.offer());
            operator.at("field-units").fill("-1");
            operator.press("dialog-send");
            operator.hasText(operator.at("fault-units"), "Has to be 1 or more");
            operator.press("dialog-close");

            operator.press("edit-" + room.offer());
            operator.press("add-window");
            operator.press("add-window");
            operator.at("field-window-from-1")
                    .fill(operator.at("field-window-from-0").inputValue());
            assertThat(operator.at("fault-windows")).containsText("Window 2 lies over window 1");
            operator.press("dialog-send");
            assertThat(operator.at("dialog")).isVisible();
            operator.press("dialog-close");

            stockBeyond(operator, room.offer());
            hasNoFaults(operator);
        }
    }

    @Test
    void theConsoleCanBeUsedByEverybodyInBothLanguages() {
        final ConsoleRoom room = ConsoleRoom.open(demo.shop(), 7_600);
        for (final String locale : new String[] {"en-GB", "zh-CN"}) {
            try (ViewerPage operator = chromium.viewer(Screen.DESK, locale)) {
                operator.page().navigate(demo.address() + "/console?room=" + room.id());
                operator.isVisible(operator.at("token"));
                Axe.hasNoGraveFault(operator, "gate");
                operator.press("enter-demo");
                operator.isVisible(operator.at("figures"));
                Axe.hasNoGraveFault(operator, "board");
                for (final String dialog :
                        new String[] {"edit-" + room.offer(), "restock-" + room.offer(), "end-show"}) {
                    operator.at(dialog).press("Enter");
                    operator.isVisible(operator.at("dialog"));
                    Axe.hasNoGraveFault(operator, dialog);
                    operator.page().keyboard().press("Escape");
                    assertThat(operator.at(dialog)).isFocused();
                }
                for (final String tab : new String[] {"orders", "summary"}) {
                    operator.press("tab-" + tab);
                    operator.isVisible(operator.at("panel-" + tab));
                    Axe.hasNoGraveFault(operator, tab);
                }
                hasNoFaults(operator);
            }
        }
    }

    @Test
    void aGreatWriteOffWaitsForASecondPerson() {
        final ConsoleRoom room = ConsoleRoom.open(demo.shop(), 7_800);
        room.restock(450);
        try (ViewerPage operator = console(Screen.DESK, "en-GB", OPERATOR);
                ViewerPage second = console(Screen.TABLET, "zh-CN", SECOND_OPERATOR)) {
            board(operator, room.id());
            board(second, room.id());
            operator.press("write-off-" + room.offer());
            operator.at("field-units").fill("300");
            operator.press("dialog-send");
            operator.press("confirm");
            assertThat(operator.at("note-stock-" + room.offer()).first())
                    .containsText("Waits for a second person", patience());
            operator.isVisible(operator.at("proposals"));
            assertThat(operator.at("proposals").locator("[data-testid^=approve-]"))
                    .hasCount(0);
            assertThat(second.at("proposals")).containsText("300", patience());
            Axe.hasNoGraveFault(second, "proposals");

            second.at("proposals").locator("[data-testid^=approve-]").click();
            second.press("confirm");

            for (final ViewerPage each : new ViewerPage[] {operator, second}) {
                each.hasText(each.at("left-" + room.offer()), "200");
                assertThat(each.at("proposals")).hasCount(0);
            }
            hasNoFaults(operator, second);
        }
    }

    @Test
    void whatABuyerWritesIsReadByAnOperatorBeforeAnybodySeesIt() {
        final ReviewJourney review = new ReviewJourney(demo, ConsoleRoom.open(demo.shop(), 8_010));
        try (ViewerPage operator = console(Screen.DESK, "en-GB", OPERATOR);
                ViewerPage buyer = chromium.viewer(Screen.PHONE, "zh-CN");
                ViewerPage viewer = chromium.viewer(Screen.DESKTOP, "en-GB")) {
            review.write(buyer, "灯光很暖，包装也用心");
            review.isShown(viewer, null);
            operator.page()
                    .navigate(demo.address() + "/console?tab=reviews&room="
                            + review.room().id());
            operator.hasText(operator.at("reviews-waiting"), "1");
            Axe.hasNoGraveFault(operator, "reviews");
            take(operator, "console-reviews");
            operator.press("reject-1");
            operator.press("confirm");
            operator.hasText(operator.at("fault-reason"), "Is missing");
            operator.page().keyboard().press("Escape");
            operator.press("approve-1");
            operator.hasState(operator.at("note-review-1"), "done");
            operator.isVisible(operator.at("no-reviews"));
            operator.press("reviews-APPROVED");
            operator.press("case-1");
            operator.press("reviews-CASE");
            operator.isVisible(operator.at("uncase-1"));
            review.isShown(viewer, "灯光很暖");
            take(viewer, "reviews");
            hasNoFaults(operator, buyer, viewer);
        }
    }

    @Test
    void whoOnlyWatchesIsShownNoLever() {
        final ConsoleRoom room = ConsoleRoom.open(demo.shop(), 8_000);
        try (ViewerPage observer = chromium.viewer(Screen.DESK, "en-GB")) {
            observer.page().navigate(demo.address() + "/console?room=" + room.id());
            observer.at("demo-role").selectOption("observer");
            observer.press("enter-demo");
            observer.isVisible(observer.at("figures"));

            observer.hasState(observer.at("offer-" + room.offer()), "ON_SALE");
            assertThat(observer.at("operator")).containsText("Observer");
            for (final String lever : new String[] {
                "new-room", "edit-room", "end-show", "new-offer", "close-" + room.offer(), "write-off-" + room.offer()
            }) {
                assertThat(observer.at(lever)).hasCount(0);
            }
            Axe.hasNoGraveFault(observer, "observer");
            hasNoFaults(observer);
        }
    }

    @Test
    void whoBookedAShowIsLedThereWhenItBegins() {
        final ConsoleRoom here = ConsoleRoom.open(demo.shop(), 8_020);
        final ConsoleRoom next = ConsoleRoom.schedule(demo.shop(), 8_030, "2099-01-01T12:00:00.000Z");
        try (ViewerPage operator = console(Screen.DESK, "en-GB", OPERATOR);
                ViewerPage viewer = chromium.viewer(Screen.PHONE, "en-GB")) {
            viewer.enter(demo, next.id());
            viewer.press("book-show");
            viewer.hasText(viewer.at("booked"), "1 booked");
            Axe.hasNoGraveFault(viewer, "booked");
            board(operator, next.id());
            assertThat(operator.at("booked")).containsText("1 booked", patience());
            viewer.enter(demo, here.id());
            next.goLive();
            viewer.isVisible(viewer.at("begun"));
            Axe.hasNoGraveFault(viewer, "begun");
            take(viewer, "booked-begins");
            viewer.press("begun-go");
            viewer.isLinked("live");
            assertThat(viewer.page()).hasURL(Pattern.compile("/rooms/8030"));
            hasNoFaults(operator, viewer);
        }
    }

    @Test
    void whatShouldNotBeSaidIsReportedHiddenAndMutedUntilItsSpeakerIsHeardAgain() {
        final ConsoleRoom room = ConsoleRoom.open(demo.shop(), 8_040);
        try (ViewerPage moderator = console(Screen.DESK, "en-GB", OPERATOR);
                ViewerPage viewer = chromium.viewer(Screen.DESKTOP, "en-GB");
                ViewerPage other = chromium.viewer(Screen.DESKTOP, "en-GB")) {
            new ModerationJourney(demo, room, moderator, viewer, other).play();
            hasNoFaults(moderator, viewer, other);
        }
    }

    @Test
    void whoIsNoOperatorStaysOutside() {
        try (ViewerPage guest = chromium.viewer(Screen.DESK, "en-GB")) {
            guest.page().navigate(demo.address() + "/console");
            guest.at("token").fill(demo.shop().viewer(42));
            guest.press("enter");
            guest.hasText(guest.at("gate-failure"), "This token is of nobody who works here");
            hasNoFaults(guest);
        }
    }

    private static ViewerPage console(final Screen screen, final String locale, final int operator) {
        final ViewerPage page = chromium.viewer(screen, locale);
        page.page().navigate(demo.address() + "/console#token=" + demo.shop().token("operator", operator));
        page.isVisible(page.at("board"));
        return page;
    }

    private static void board(final ViewerPage operator, final long room) {
        operator.page().navigate(demo.address() + "/console?room=" + room);
        operator.isVisible(operator.at("figures"));
        operator.hasState(operator.at("link"), "live");
    }

    private static void schedule(final ViewerPage operator) {
        operator.press("new-room");
        operator.at("field-number").fill(Long.toString(ROOM));
        operator.at("field-title").fill("Winter lights");
        operator.press("dialog-send");
        operator.hasText(operator.at("show-title"), "Winter lights");
        operator.hasState(operator.at("show-state"), "SCHEDULED");
    }

    private static void offer(final ViewerPage operator) {
        operator.press("new-offer");
        operator.isVisible(operator.at("field-title"));
        operator.at("field-title").fill("Star lantern");
        operator.at("field-price").fill("88");
        operator.press("dialog-send");
        operator.hasState(operator.at("offer-" + OFFER), "UPCOMING");
        operator.hasState(operator.at("note-offer"), "done");
    }

    private static void stock(final ViewerPage operator, final String what, final String units) {
        operator.press(what + "-" + OFFER);
        operator.at("field-units").fill(units);
        operator.press("dialog-send");
        operator.hasText(operator.at("left-" + OFFER), units);
    }

    private static void buy(final ViewerPage viewer) {
        viewer.enter(demo, ROOM);
        viewer.hasState(viewer.at("buy-button-" + OFFER), "onSale");
        viewer.press("buy-button-" + OFFER);
        viewer.orderIs("RESERVED");
        viewer.press("pay-button");
        viewer.orderIs("PAID");
    }

    private static void writeOff(final ViewerPage operator) {
        operator.press("write-off-" + OFFER);
        operator.at("field-units").fill("3");
        operator.press("dialog-send");
        assertThat(operator.at("dialog")).containsText("This cannot be undone");
        operator.hasText(operator.at("left-" + OFFER), "19");
        operator.press("confirm");
        operator.hasText(operator.at("left-" + OFFER), "16");
    }

    private static void endsAfterItsQuestion(final ViewerPage operator) {
        operator.press("end-show");
        operator.press("dialog-back");
        operator.hasState(operator.at("show-state"), "LIVE");
        operator.press("end-show");
        take(operator, "console-end");
        operator.press("confirm");
        operator.hasState(operator.at("show-state"), "ENDED");
        take(operator, "console-ended");
    }

    private static void stockBeyond(final ViewerPage operator, final long offer) {
        operator.press("write-off-" + offer);
        operator.at("field-units").fill("99999");
        operator.press("dialog-send");
        operator.press("confirm");
        final Locator refusal = operator.at("dialog").locator(".note");
        assertThat(refusal).containsText("There are not that many left", patience());
        operator.press("dialog-close");
    }

    private static LocatorAssertions.ContainsTextOptions patience() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }

    /** Keeps a picture of a page. */
    static void take(final ViewerPage operator, final String name) {
        operator.isAtRest();
        operator.page().screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    private static void hasNoFaults(final ViewerPage... pages) {
        for (final ViewerPage page : pages) {
            page.hasNoFaults();
        }
    }
}
