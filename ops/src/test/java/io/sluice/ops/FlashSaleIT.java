package io.sluice.ops;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred want what a hundred can have, all at once, over HTTP and over live connections. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlashSaleIT {
    private static final int UNITS = 100;
    private static final int BUYERS = 200;
    private static final long FIRST_VIEWER = 50_000;

    @TempDir
    private static Path data;

    private static DemoProcess demo;
    private static SaleRoom room;
    private static List<Buyer> buyers;
    private static List<ShopAnswer> answers;

    @BeforeAll
    static void twoHundredOrderAtOnce() {
        demo = DemoProcess.start(data);
        room = SaleRoom.open(demo.shop(), UNITS);
        buyers = new ArrayList<>();
        for (long viewer = FIRST_VIEWER; viewer < FIRST_VIEWER + BUYERS; viewer++) {
            buyers.add(
                    viewer % 2 == 0 ? Buyer.overHttp(demo.shop(), viewer) : Buyer.overWebSocket(demo.shop(), viewer));
        }
        answers = orderAll();
    }

    @AfterAll
    static void end() {
        demo.close();
    }

    @Test
    @Order(1)
    void aHundredGetOneAndTheOthersAreToldItIsSoldOut() {
        final Map<String, Long> outcomes = answers.stream().collect(groupingBy(ShopAnswer::outcome, counting()));
        assertThat(outcomes).isEqualTo(Map.of("RESERVED", (long) UNITS, "SOLD_OUT", (long) BUYERS - UNITS));
        room.awaitAvailable(0);
    }

    @Test
    @Order(1)
    void noTwoGetTheSameOrder() {
        assertThat(answers.stream().filter(ShopAnswer::isOrder).map(answer -> answer.body()
                        .getString("order")))
                .doesNotHaveDuplicates()
                .hasSize(UNITS);
    }

    @Test
    @Order(2)
    void aRepeatedKeyGetsTheFirstAnswerAgain() {
        final List<ShopAnswer> repeats = orderAll();
        for (int i = 0; i < BUYERS; i++) {
            final ShopAnswer first = answers.get(i);
            final ShopAnswer repeat = repeats.get(i);
            assertThat(repeat.body()).isEqualTo(first.body());
            if (first.isOrder()) {
                assertThat(repeat.status()).isEqualTo(200);
                assertThat(repeat.replayed()).isTrue();
            } else {
                assertThat(repeat.status()).isEqualTo(409);
            }
        }
    }

    @Test
    @Order(2)
    void aKeyWorksOverTheOtherWayToo() {
        for (int i = 0; i < BUYERS; i++) {
            if (answers.get(i).isOrder()) {
                final ShopAnswer repeat = demo.shop()
                        .order(buyers.get(i).token(), SaleRoom.ROOM, key(i), SaleRoom.order(1))
                        .join()
                        .expect(200);
                assertThat(repeat.replayed()).isTrue();
                assertThat(repeat.body()).isEqualTo(answers.get(i).body());
            }
        }
    }

    @Test
    @Order(2)
    void aKeyWithAnotherOrderIsRefusedAndTheFieldNamed() {
        final ShopAnswer other = demo.shop()
                .order(buyers.get(0).token(), SaleRoom.ROOM, key(0), SaleRoom.order(2))
                .join();
        other.expect(422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(other.body().getString("field")).isNotBlank();
    }

    @Test
    @Order(3)
    void theJournalIsWithoutFaultWhileItRunsAndAfter() {
        final Verdict running = Verdict.of(data);
        assertThat(running.orders()).isEqualTo(UNITS);
        demo.process().terminate();
        assertThat(demo.process().exitCode()).isZero();
        final Verdict stopped = Verdict.of(data);
        assertThat(stopped.orders()).isEqualTo(UNITS);
        // As it goes, the gateway tells for how long those with a live connection watched, a hundred at a time.
        assertThat(stopped.lastSequence() - running.lastSequence()).isBetween(0L, BUYERS / 100L + 1);
    }

    private static List<ShopAnswer> orderAll() {
        final List<CompletableFuture<ShopAnswer>> asked = new ArrayList<>();
        for (int i = 0; i < BUYERS; i++) {
            asked.add(buyers.get(i).order(key(i), SaleRoom.order(1)));
        }
        return asked.stream()
                .map(answer -> answer.orTimeout(30, TimeUnit.SECONDS).join())
                .toList();
    }

    private static String key(final int buyer) {
        return "flash-sale-" + buyer;
    }
}
