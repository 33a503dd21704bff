package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.Api;
import io.sluice.gateway.Shop;
import io.sluice.gateway.TestGateway;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookingsTest {
    private static final String NEXT = "/api/v1/rooms/8/booking";

    @TempDir
    private Path data;

    private TestGateway gateway;
    private Api api;

    @BeforeEach
    void scheduleTheNextShow() {
        gateway = TestGateway.launch(data);
        api = gateway.api();
        Shop.open(api, 1);
        api.put("/api/v1/operator/rooms/8", "{\"title\":\"返场\",\"startsAt\":\"2026-11-22T12:00:00.000Z\"}")
                .operator()
                .answers(200);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aShowIsBookedOnceByEachAndTheBookingTakenBack() {
        assertThat(api.call("PUT", NEXT).viewer(42).answers(200).at("/booked").asInt())
                .isEqualTo(1);
        final Api.Reply again = api.call("PUT", NEXT).viewer(42).answers(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.call("PUT", NEXT).viewer(43).answers(200).at("/booked").asInt())
                .isEqualTo(2);

        final Api.Reply back = api.call("DELETE", NEXT).viewer(42).answers(200);

        assertThat(back.at("/booked").asInt()).isEqualTo(1);
        assertThat(back.at("/isBooked").asBoolean(true)).isFalse();
    }

    @Test
    void onlyWhatIsScheduledCanBeBooked() {
        api.call("PUT", "/api/v1/rooms/7/booking").viewer(42).isRefused(409, "SHOW_BEGUN");
        api.call("PUT", "/api/v1/rooms/9/booking").viewer(42).isRefused(404, "ROOM_UNKNOWN");
        api.call("PUT", NEXT).operator().isRefused(403, "ROLE_NOT_ALLOWED");
    }
}
