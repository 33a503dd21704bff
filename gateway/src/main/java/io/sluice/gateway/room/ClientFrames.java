package io.sluice.gateway.room;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Admission;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.http.ClaimRequest;
import io.sluice.gateway.http.JsonBody;
import io.sluice.gateway.http.LineCommands;
import io.sluice.gateway.http.OrderRequest;
import io.sluice.gateway.http.OrderRequestParser;
import io.sluice.gateway.http.Problem;
import io.sluice.gateway.http.ProblemCode;
import io.sluice.gateway.http.Problems;
import io.sluice.gateway.http.RequestRefusedException;
import io.sluice.gateway.http.Text;
import io.sluice.gateway.link.EngineClient;
import io.sluice.gateway.link.Pressure;
import io.sluice.gateway.link.ReplyHandler;
import io.sluice.gateway.share.ShareCodec;
import io.sluice.gateway.trace.OrderTraces;
import java.util.Set;

/**
 * Does what viewers' frames ask for: reads each strictly, asks admission, and sends it to the engine or answers at once.
 * What is wrong with a frame is told in a {@code refused} frame, and whoever goes on sending such frames is let go. One
 * event loop's.
 */
final class ClientFrames {
    /** Likes one frame may carry. */
    private static final int MAX_LIKES = 50;

    private static final String KEY_RULE = "key must be 1 to 64 visible ASCII characters.";

    private final LiveRooms rooms;
    private final RoomRegistry registry;
    private final EngineClient client;
    private final Admission admission;
    private final ShareCodec shares;
    private final OwnFrames answers;
    private final OrderTraces traces;
    private final OrderRequest order = new OrderRequest();
    private final ClaimRequest claim = new ClaimRequest();
    private final CommentWriter comment = new CommentWriter();
    private String lineId = "";

    ClientFrames(
            final LiveRooms rooms,
            final RoomRegistry registry,
            final EngineClient client,
            final Admission admission,
            final ShareCodec shares,
            final OwnFrames answers,
            final OrderTraces traces) {
        this.rooms = rooms;
        this.registry = registry;
        this.client = client;
        this.admission = admission;
        this.shares = shares;
        this.answers = answers;
        this.traces = traces;
    }

    /** A whole text message has come; well-formed UTF-8. */
    void onText(final LiveViewer viewer, final byte[] bytes, final int length) {
        FrameKind kind = null;
        answers.heard();
        order.reset();
        claim.reset(viewer.id());
        lineId = "";
        try {
            kind = FrameKind.in(bytes, length);
            final JsonBody json = JsonBody.open(bytes, length);
            switch (kind) {
                case ORDER -> order(viewer, json);
                case CLAIM -> claim(viewer, json);
                case COMMENT -> comment(viewer, json);
                case LIKE -> like(viewer, json);
                case PING -> ping(viewer, json);
                case WAIT -> join(viewer, json);
                case LEAVE -> leave(viewer, json);
            }
        } catch (final RequestRefusedException e) {
            rooms.counters().increment(RoomCounter.FRAMES_BAD);
            answers.refuse(viewer, kind, sentKey(), e.problem(), false);
            if (viewer.badFrame(registry.nowMs()) >= rooms.options().maxBadFrames()) {
                registry.dismiss(viewer, Farewell.BAD_FRAMES);
            }
        }
    }

    private void order(final LiveViewer viewer, final JsonBody json) {
        answers.traced(traces.ofFrame(viewer.room().id()));
        order.viewer(viewer.id()).room(viewer.room().id());
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if ("t".equals(name)) {
                json.string();
            } else if ("key".equals(name)) {
                order.key(key(json));
            } else if (!OrderRequestParser.parseField(json, name, order, shares)) {
                throw json.unknown();
            }
        }
        json.end();
        if (order.key().isEmpty()) {
            throw new RequestRefusedException(new Problem(ProblemCode.KEY_MISSING, KEY_RULE).field("key"));
        }
        OrderRequestParser.requireLines(json, order);
        requireBuyer(viewer);
        if (admitted(viewer, FrameKind.ORDER, order.key(), admission.order(viewer.id()))) {
            send(viewer, FrameKind.ORDER, Activity.ORDER, order, answers.toOrder(viewer, order.key()));
        }
    }

    private void claim(final LiveViewer viewer, final JsonBody json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "t" -> json.string();
                case "key" -> claim.key(key(json));
                case "campaign" -> claim.campaign(json.id());
                default -> {
                    if (!claim.parseField(json, name)) {
                        throw json.unknown();
                    }
                }
            }
        }
        json.end();
        if (claim.key().isEmpty()) {
            throw new RequestRefusedException(new Problem(ProblemCode.KEY_MISSING, KEY_RULE).field("key"));
        }
        json.require(claim.campaign() != 0, "campaign");
        claim.requireWhole(json);
        requireBuyer(viewer);
        if (admitted(viewer, FrameKind.CLAIM, claim.key(), admission.claim(viewer.id()))) {
            send(viewer, FrameKind.CLAIM, Activity.CLAIM, claim, answers.toClaim(viewer, claim.key()));
        }
    }

    private void join(final LiveViewer viewer, final JsonBody json) {
        long offer = 0;
        int units = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "t" -> json.string();
                case "id" -> lineId = json.ascii(1, ProtocolLimits.MAX_KEY_BYTES);
                case "offer" -> offer = json.id();
                case "units" -> units = (int) json.integer(1, ProtocolLimits.MAX_QUANTITY);
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(!lineId.isEmpty(), "id");
        json.require(offer != 0, "offer");
        json.require(units != 0, "units");
        requireBuyer(viewer);
        if (admitted(viewer, FrameKind.WAIT, lineId, admission.claim(viewer.id()))) {
            send(
                    viewer,
                    FrameKind.WAIT,
                    Activity.CLAIM,
                    LineCommands.join(viewer.id(), viewer.room().id(), offer, units),
                    answers.toPlace(viewer, FrameKind.WAIT, lineId, offer));
        }
    }

    private void leave(final LiveViewer viewer, final JsonBody json) {
        long offer = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "t" -> json.string();
                case "id" -> lineId = json.ascii(1, ProtocolLimits.MAX_KEY_BYTES);
                case "offer" -> offer = json.id();
                default -> throw json.unknown();
            }
        }
        json.end();
        json.require(!lineId.isEmpty(), "id");
        json.require(offer != 0, "offer");
        requireBuyer(viewer);
        if (!viewer.room().hasOffer(offer)) {
            answers.refuse(viewer, FrameKind.LEAVE, lineId, Problems.offerUnknown(offer), false);
        } else if (admitted(viewer, FrameKind.LEAVE, lineId, admission.order(viewer.id()))) {
            send(
                    viewer,
                    FrameKind.LEAVE,
                    Activity.ORDER,
                    LineCommands.leave(viewer.id(), offer),
                    answers.toPlace(viewer, FrameKind.LEAVE, lineId, offer));
        }
    }

    /** A ticket lets staff in as well, who watch and some of whom talk, but have nothing of their own to buy. */
    private static void requireBuyer(final LiveViewer viewer) {
        requireOneOf(Role.BUYERS, viewer);
    }

    private static void requireOneOf(final Set<Role> roles, final LiveViewer viewer) {
        if (!roles.contains(viewer.role())) {
            throw new RequestRefusedException(Problems.roleNotAllowed(viewer.role()));
        }
    }

    /** The key or the id of the frame at hand, empty when it has none. */
    private String sentKey() {
        if (!lineId.isEmpty()) {
            return lineId;
        }
        return order.key().isEmpty() ? claim.key() : order.key();
    }

    private static String key(final JsonBody json) {
        final String key = json.string();
        if (!Text.isVisibleAscii(key, 1, ProtocolLimits.MAX_KEY_BYTES)) {
            throw new RequestRefusedException(new Problem(ProblemCode.KEY_INVALID, KEY_RULE).field("key"));
        }
        return key;
    }

    private void comment(final LiveViewer viewer, final JsonBody json) {
        String text = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "t" -> json.string();
                case "text" -> text = commentText(json);
                default -> throw json.unknown();
            }
        }
        json.end();
        if (text == null) {
            throw json.missing("text");
        }
        requireOneOf(Role.TALKERS, viewer);
        if (admitted(viewer, FrameKind.COMMENT, "", admission.comment(viewer.id()))) {
            send(
                    viewer,
                    FrameKind.COMMENT,
                    Activity.COMMENT,
                    comment.of(viewer, text),
                    answers.toComment(viewer, text));
        }
    }

    private static String commentText(final JsonBody json) {
        final String text = json.string().strip();
        if (text.isEmpty()
                || text.codePointCount(0, text.length()) > ProtocolLimits.MAX_COMMENT_CODE_POINTS
                || Text.utf8Length(text) > ProtocolLimits.MAX_COMMENT_BYTES
                || Text.hasControls(text)) {
            throw json.invalid("must be 1 to " + ProtocolLimits.MAX_COMMENT_CODE_POINTS + " characters, at most "
                    + ProtocolLimits.MAX_COMMENT_BYTES + " bytes, without control characters");
        }
        return text;
    }

    private void like(final LiveViewer viewer, final JsonBody json) {
        long count = 0;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "t" -> json.string();
                case "n" -> count = json.integer(1, MAX_LIKES);
                default -> throw json.unknown();
            }
        }
        json.end();
        if (count == 0) {
            throw json.missing("n");
        }
        requireOneOf(Role.TALKERS, viewer);
        final Shed shed =
                admission.isStopping() ? admission.shed(Activity.LIKE, Shed.STOPPING) : admission.like(viewer.id());
        if (shed == Shed.ADMITTED) {
            viewer.room().addLikes(count);
            rooms.counters().add(RoomCounter.LIKES_TAKEN, count);
            answers.likeTaken();
        } else if (shed == Shed.VIEWER_RATE) {
            admitted(viewer, FrameKind.LIKE, "", shed);
        } else {
            // Nobody waits for an answer to a like: what pressure sheds is counted, not told.
            rooms.counters().add(RoomCounter.LIKES_SHED, count);
            answers.likeShed(shed);
        }
    }

    private void ping(final LiveViewer viewer, final JsonBody json) {
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (!"t".equals(name)) {
                throw json.unknown();
            }
            json.string();
        }
        json.end();
        final long nowMs = rooms.nowMs();
        if (viewer.takePing(nowMs)) {
            answers.pong(viewer, nowMs);
        } else {
            admitted(viewer, FrameKind.PING, "", Shed.VIEWER_RATE);
        }
    }

    /** Whether a frame was let in; tells the viewer if not, and lets go of one who goes on being too fast. */
    private boolean admitted(final LiveViewer viewer, final FrameKind kind, final String key, final Shed shed) {
        if (shed == Shed.ADMITTED) {
            return true;
        }
        answers.refuse(viewer, kind, key, Problems.of(shed), false);
        if (shed == Shed.VIEWER_RATE
                && viewer.tooFast(registry.nowMs()) >= rooms.options().maxTooFast()) {
            registry.dismiss(viewer, Farewell.TOO_FAST);
        }
        return false;
    }

    private void send(
            final LiveViewer viewer,
            final FrameKind kind,
            final Activity activity,
            final CommandWriter command,
            final ReplyHandler answer) {
        if (admission.isStopping()) {
            refuse(viewer, kind, admission.shed(activity, Shed.STOPPING));
            return;
        }
        answers.offered();
        final Pressure pressure = Pressure.of(client.send(command, answer));
        if (pressure == Pressure.TOO_LONG) {
            throw new IllegalStateException("a frame of kind " + kind + " does not fit a slot");
        }
        if (pressure != Pressure.NONE) {
            refuse(viewer, kind, admission.shed(activity, Problems.shed(pressure)));
        }
    }

    private void refuse(final LiveViewer viewer, final FrameKind kind, final Shed shed) {
        answers.refuse(viewer, kind, sentKey(), Problems.of(shed), false);
    }
}
