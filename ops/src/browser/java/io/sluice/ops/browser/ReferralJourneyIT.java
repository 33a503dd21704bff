package io.sluice.ops.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.ops.DemoProcess;
import io.sluice.ops.SaleRoom;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A link that is passed on, an order, and who it counts for, in a real browser against the demo's seeded brand. */
class ReferralJourneyIT {
    private static final long GUIDE = 112;
    private static final long STORE = 2;

    @TempDir
    private static Path data;

    private static DemoProcess demo;
    private static Chromium chromium;

    private ViewerPage viewer;

    @BeforeAll
    static void openTheRoom() {
        demo = DemoProcess.start(data);
        SaleRoom.open(demo.shop(), 1_000);
        chromium = new Chromium();
    }

    @AfterAll
    static void end() {
        chromium.close();
        demo.close();
    }

    @BeforeEach
    void come() {
        viewer = chromium.viewer(Screen.DESKTOP, "en-GB");
    }

    @AfterEach
    void leave() {
        viewer.hasNoFaults();
        viewer.close();
    }

    @Test
    void anOrderByAGuidesLinkCountsForTheGuide() {
        viewer.open(demo, guidesPath());
        viewer.hasText(viewer.at("invitation"), "Invited by 导购 012 · 上海徐家汇店");
        buy(viewer);

        assertThat(viewer.at("attribution"))
                .containsText("It counts for guide 导购 012 (112), store 上海徐家汇店 (2), because the order was placed with");
        viewer.press("sheet-close");
        viewer.press("lang-toggle");
        viewer.press("open-orders");
        assertThat(viewer.at("attribution")).containsText("分享码");
    }

    @Test
    void theTouchStaysWithTheViewerAndIsToldOnce() {
        final String path = guidesPath();
        viewer.open(demo, path);
        viewer.isNoted();
        viewer.open(demo, path);
        viewer.isNoted();

        final JsonObject known = demo.shop()
                .get("/me/invitations", viewer.token(demo.shop()))
                .expect(200)
                .body();
        assertThat(known.getJsonObject("guide").getLong("id")).isEqualTo(GUIDE);
        assertThat(viewer.touches()).isOne();
    }

    @Test
    void aViewerSharesOnAndIsTheInviterOfWhoComes() {
        viewer.enterSale(demo);
        viewer.press("open-share");
        final String link = viewer.at("share-link").inputValue();
        assertThat(link).startsWith(demo.address() + "/rooms/" + SaleRoom.ROOM + "?share=");

        try (ViewerPage guest = chromium.viewer(Screen.PHONE, "zh-CN")) {
            guest.open(demo, link.substring(demo.address().length()));
            guest.hasText(guest.at("invitation"), "一位朋友 邀请你");
            guest.press("open-offers");
            buy(guest);
            assertThat(guest.at("attribution")).containsText("邀请人是用户 " + viewer.id());
            guest.hasNoFaults();
        }
    }

    @Test
    void aForeignCodeIsDroppedAndNobodyIsKeptFromBuying() {
        viewer.open(demo, "/rooms/" + SaleRoom.ROOM + "?share=not-ours");
        assertThat(viewer.at("toast")).containsText("not one of ours");
        assertThat(viewer.at("invitation")).hasCount(0);
        buy(viewer);
    }

    private static void buy(final ViewerPage viewer) {
        viewer.buyButtonIs("onSale");
        viewer.buyButton().click();
        viewer.orderIs("RESERVED");
        viewer.isVisible(viewer.at("attribution"));
    }

    private static String guidesPath() {
        return demo.shop()
                .call(
                        "POST",
                        "/share-codes",
                        demo.shop().token("operator", 1),
                        new JsonObject()
                                .put("room", SaleRoom.ROOM)
                                .put("guide", GUIDE)
                                .put("store", STORE))
                .expect(201)
                .body()
                .getString("path");
    }
}
