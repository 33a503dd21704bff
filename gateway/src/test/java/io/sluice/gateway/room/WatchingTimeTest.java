package io.sluice.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.EngineLink;
import io.sluice.engine.journal.JournalReader;
import io.sluice.engine.protocol.RecordFlyweight;
import io.sluice.engine.protocol.codec.MessageHeaderDecoder;
import io.sluice.engine.protocol.codec.NoteWatchedDecoder;
import io.sluice.gateway.link.LinkListener;
import io.sluice.gateway.link.ScriptedEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchingTimeTest {
    private static final long ROOM = 7;
    private static final long LI = 42;
    private static final long WANG = 43;
    private static final int MAX_CONNECTIONS = 100;

    private final LinkListener listener = new LinkListener();
    private final ScriptedEngine engine = new ScriptedEngine(listener);
    private final RoomCounters counters = new RoomCounters();
    private final WatchingTime watching = new WatchingTime(
            new RoomOptions().maxConnections(MAX_CONNECTIONS), counters, listener.connect(engine, Runnable::run, 64));

    private long nowMs = 1_000_000;
    private long told;

    @BeforeEach
    void goLive() {
        watching.room(ROOM, true, nowMs);
    }

    @Test
    void whoStaysIsToldOfOnceAMinute() {
        watching.joined(ROOM, LI, nowMs);
        assertThat(toldAfter(59_000)).isEmpty();
        assertThat(toldAfter(1_000)).containsExactly("42 60s");
        assertThat(toldAfter(59_000)).isEmpty();
        assertThat(toldAfter(1_000)).containsExactly("42 60s");
    }

    @Test
    void whoLeavesIsToldOfAtOnceAndNeverAgain() {
        watching.joined(ROOM, LI, nowMs);
        pass(7_500);
        watching.left(ROOM, LI, nowMs);

        assertThat(toldAfter(1_000)).containsExactly("42 7s");
        assertThat(toldAfter(120_000)).isEmpty();
    }

    @Test
    void twoConnectionsCountOnceAndUntilTheLastIsClosed() {
        watching.joined(ROOM, LI, nowMs);
        pass(5_000);
        watching.joined(ROOM, LI, nowMs);
        pass(5_000);
        watching.left(ROOM, LI, nowMs);
        pass(5_000);
        watching.left(ROOM, LI, nowMs);

        assertThat(toldAfter(1_000)).containsExactly("42 15s");
    }

    @Test
    void whoComesBackBeforeItWasToldIsToldOfInOne() {
        watching.joined(ROOM, LI, nowMs);
        pass(5_000);
        watching.left(ROOM, LI, nowMs);
        watching.joined(ROOM, LI, nowMs);
        pass(2_000);
        watching.left(ROOM, LI, nowMs);

        assertThat(toldAfter(1_000)).containsExactly("42 7s");
    }

    @Test
    void partsOfASecondWaitForTheNextTime() {
        watching.joined(ROOM, LI, nowMs);
        assertThat(toldAfter(60_700)).containsExactly("42 60s");
        assertThat(toldAfter(60_500)).containsExactly("42 61s");
    }

    @Test
    void onlyTheTimeWhileTheRoomIsLiveCountsAndItsEndIsToldAtOnce() {
        watching.room(8, false, nowMs);
        watching.joined(8, LI, nowMs);
        pass(30_000);
        watching.room(8, true, nowMs);
        pass(10_500);
        watching.room(8, false, nowMs);

        assertThat(toldAfter(0)).containsExactly("42 10s");
        assertThat(toldAfter(90_000)).isEmpty();
        watching.left(8, LI, nowMs);
        assertThat(toldAfter(90_000)).isEmpty();
    }

    @Test
    void aHundredViewersAreToldOfInACommand() {
        for (long viewer = 1; viewer <= MAX_CONNECTIONS + 50; viewer++) {
            watching.joined(ROOM, viewer, nowMs);
        }
        pass(60_000);
        watching.sweep(nowMs);

        assertThat(engine.waiting()).isEqualTo(2);
        assertThat(toldAfter(0)).hasSize(MAX_CONNECTIONS + 50).doesNotHaveDuplicates();
        assertThat(counters.get(RoomCounter.WATCH_NOTED)).isEqualTo(MAX_CONNECTIONS + 50);
    }

    @Test
    void whatTheEngineDoesNotTakeIsToldOnceItDoesWithTheTimeSince() {
        watching.joined(ROOM, LI, nowMs);
        watching.joined(ROOM, WANG, nowMs);
        engine.willAnswer(EngineLink.FULL);
        pass(10_000);
        watching.left(ROOM, WANG, nowMs);
        assertThat(toldAfter(60_000)).isEmpty();

        engine.willAnswer(0);
        assertThat(toldAfter(1_000)).containsExactlyInAnyOrder("42 71s", "43 10s");
    }

    @Test
    void whoFindsNoRoomIsCountedAndNotSummed() {
        engine.willAnswer(EngineLink.FULL);
        for (long viewer = 1; viewer <= 2 * MAX_CONNECTIONS; viewer++) {
            watching.joined(ROOM, viewer, nowMs);
            pass(1_000);
            watching.left(ROOM, viewer, nowMs);
        }
        assertThat(watching.joined(ROOM, 999, nowMs)).isFalse();

        assertThat(counters.get(RoomCounter.WATCH_SHED)).isEqualTo(1);
        engine.willAnswer(0);
        assertThat(toldAfter(1_000)).hasSize(2 * MAX_CONNECTIONS).doesNotContain("999 1s");
    }

    @Test
    void atTheEndAllIsTold() {
        watching.joined(ROOM, LI, nowMs);
        pass(3_000);
        watching.noteAll(nowMs);

        assertThat(toldAfter(0)).containsExactly("42 3s");
    }

    private void pass(final long ms) {
        nowMs += ms;
    }

    private List<String> toldAfter(final long ms) {
        pass(ms);
        watching.sweep(nowMs);
        engine.acceptAll();
        final List<String> entries = new ArrayList<>();
        try (JournalReader reader = engine.reader(told + 1)) {
            for (RecordFlyweight record = reader.next(); record != null; record = reader.next()) {
                final NoteWatchedDecoder note = new NoteWatchedDecoder()
                        .wrapAndApplyHeader(record.buffer(), record.commandOffset(), new MessageHeaderDecoder());
                note.viewers().forEach(each -> entries.add(each.viewer() + " " + each.seconds() + "s"));
                told++;
            }
        }
        return entries;
    }
}
