package io.sluice.bench.micro;

import io.netty.buffer.ByteBuf;
import io.sluice.engine.protocol.RoomState;
import io.sluice.engine.protocol.StockKind;
import io.sluice.engine.view.OfferTerms;
import io.sluice.engine.view.PriceWindows;
import io.sluice.engine.view.RoomBoard;
import io.sluice.gateway.room.LiveRoom;
import io.sluice.gateway.room.RoomFlow;
import io.sluice.gateway.room.RoomFrameWriter;
import io.sluice.gateway.room.RoomOptions;
import io.sluice.gateway.room.ViewerDirectory;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One tick of a busy room encoded, which is done once for all its viewers: thirty of two hundred offers with another stock,
 * as many comments and orders as a tick shows and more that it counts, likes, all into one frame of the wire. Gathering
 * them from records, and writing the frame to the viewers, are left out.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 7, time = 2)
@Fork(1)
public class RoomTickBenchmark {
    private static final long ROOM = 1;
    private static final int OFFERS = 200;
    private static final int SOLD = 30;
    private static final int SHED = 400;
    private static final long FIRST_OFFER = 1_001;
    private static final long NOW_MS = 1_700_000_000_000L;
    private static final String COMMENT = "想要白色的，还有吗";

    private RoomFrameWriter writer;
    private RoomFlow flow;
    private long sequence;

    /** Lets a quarter of a second pass in the room. */
    @Setup
    public void fill() {
        final RoomOptions options = new RoomOptions().conclude();
        final ViewerDirectory directory = new ViewerDirectory(options.maxConnectionsPerViewer());
        writer = new RoomFrameWriter(directory);
        flow = new RoomFlow(board().room(ROOM), new LiveRoom(ROOM), options);
        for (int i = 0; flow.takesComment(); i++) {
            flow.comment(new RoomFlow.Comment(1_000_000 + i, directory.nameOf(i), COMMENT));
        }
        for (int i = 0; flow.takesBought(); i++) {
            flow.bought(new RoomFlow.Bought(directory.nameOf(i), FIRST_OFFER + i, 1));
        }
        for (int i = 0; i < SHED; i++) {
            flow.shedComment();
            flow.moreBought();
        }
    }

    /** Encodes the tick and lets its frame go. */
    @Benchmark
    public int encode() {
        final ByteBuf frame = writer.tick(flow, ++sequence, NOW_MS);
        final int bytes = frame.readableBytes();
        frame.release();
        return bytes;
    }

    private static RoomBoard board() {
        final RoomBoard board = new RoomBoard();
        board.loadRoom(ROOM, "晚场", "", NOW_MS);
        board.loadRoomState(ROOM, RoomState.LIVE, FIRST_OFFER, 0);
        final OfferTerms terms = new OfferTerms(9_900, 0, Long.MAX_VALUE, 0, 900, 0, PriceWindows.NONE);
        for (int i = 0; i < OFFERS; i++) {
            board.loadItem(1 + i, "蛋糕", "");
            board.loadStock(1 + i, StockKind.SHARED, 0, 10_000);
            board.loadOffer(FIRST_OFFER + i, ROOM, 1 + i, terms);
        }
        board.drainChanges(room -> {});
        for (int i = 0; i < SOLD; i++) {
            board.loadStock(1 + i, StockKind.SHARED, 0, 9_000 - i);
        }
        board.loadRoomState(ROOM, RoomState.LIVE, FIRST_OFFER + 1, 123_456);
        return board;
    }
}
