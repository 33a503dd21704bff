package io.sluice.bench.load.fleet;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.sluice.bench.load.Crowd;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.TakenCoupon;
import io.sluice.bench.load.client.ServerAddress;
import io.sluice.bench.load.run.Access;
import io.sluice.bench.load.run.Played;
import io.sluice.bench.load.run.ServerWatch;
import io.sluice.bench.load.run.Solo;
import io.sluice.bench.load.stage.StageException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The worker's end of its connection: proves the secret, has it proven, and plays what it is given. Whatever ends the connection
 * ends the playing. On the connection's thread, but for what the playing thread hands on.
 */
// What becomes of a write is seen by the connection's end; what is scheduled ends with the thread.
@SuppressWarnings("FutureReturnValueIgnored")
final class Engagement extends SimpleChannelInboundHandler<Message> {
    private static final int ATTEMPTS_A_FRAME = 2_000;

    private final Secret secret;
    private final CompletableFuture<Void> over;
    private final String nonce = Secret.nonce();
    private final List<String> tokens = new ArrayList<>();
    /** Of the present second, on the playing thread. */
    private List<KnownAttempt> answered = new ArrayList<>();

    private final ServerWatch blind = new ServerWatch(null);
    private String coordinatorNonce;
    private boolean welcome;
    private boolean ended;
    private Message.Part part;
    private Solo solo;

    Engagement(final Secret secret, final CompletableFuture<Void> over) {
        this.secret = secret;
        this.over = over;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final Message message)
            throws StageException, UnknownHostException {
        if (!welcome) {
            introduce(context, message);
        } else if (message instanceof Message.Ping) {
            context.writeAndFlush(message);
        } else if (message instanceof Message.Part given) {
            part = given;
        } else if (message instanceof Message.Tokens more) {
            tokens.addAll(more.tokens());
        } else if (message instanceof Message.Begin begin) {
            context.executor().schedule(() -> play(context), begin.inUs(), TimeUnit.MICROSECONDS);
        } else if (message instanceof Message.Signal signal) {
            obey(context, signal.word());
        } else {
            throw new StageException("the coordinator speaks out of turn");
        }
    }

    private void introduce(final ChannelHandlerContext context, final Message message) throws StageException {
        if (message instanceof Message.Challenge challenge) {
            coordinatorNonce = challenge.nonce();
            context.writeAndFlush(
                    new Message.Answer(Wire.VERSION, nonce, secret.proof(Admission.WORKER, coordinatorNonce, nonce)));
        } else if (message instanceof Message.Refused refused) {
            throw new StageException("the coordinator refused: " + refused.why());
        } else if (message instanceof Message.Welcome proof
                && coordinatorNonce != null
                && secret.isProof(proof.proof(), Admission.COORDINATOR, coordinatorNonce, nonce)) {
            welcome = true;
            context.pipeline()
                    .get(Wire.class)
                    .seal(
                            secret.seal(Admission.WORKER, coordinatorNonce, nonce),
                            secret.seal(Admission.COORDINATOR, coordinatorNonce, nonce));
        } else {
            throw new StageException("who listens there does not know the secret");
        }
    }

    private void obey(final ChannelHandlerContext context, final Message.Signal.Word word) throws UnknownHostException {
        switch (word) {
            case PREPARE -> prepare(context);
            case END -> end();
            case BYE -> {
                over.complete(null);
                context.close();
            }
            case READY -> throw new IllegalArgumentException("the coordinator speaks out of turn");
        }
    }

    private void prepare(final ChannelHandlerContext context) throws UnknownHostException {
        final InetAddress source = part.source().isEmpty() ? null : InetAddress.getByName(part.source());
        solo = new Solo(source, this::onAnswered);
        if (ended) {
            solo.end();
        }
        final Crowd crowd = part.scenario().crowd();
        final Access access = new Access(
                ServerAddress.plain(part.host(), part.port()),
                HexFormat.of().parseHex(part.webhookSecret()),
                viewer -> tokens.get((int) (viewer - crowd.firstViewer())));
        solo.warmUp(part.scenario(), access).whenComplete((warm, failure) -> {
            if (failure == null) {
                context.writeAndFlush(new Message.Signal(Message.Signal.Word.READY));
            } else {
                finish(context, null, failure);
            }
        });
    }

    private void end() {
        ended = true;
        if (solo != null) {
            solo.end();
        }
    }

    private void play(final ChannelHandlerContext context) {
        final Measurements figures = new Measurements(second -> {
            context.writeAndFlush(new Message.Second(second));
            context.writeAndFlush(new Message.Attempts(answered));
            answered = new ArrayList<>();
        });
        solo.play(figures, blind)
                .whenComplete((played, failure) -> context.executor().execute(() -> finish(context, played, failure)));
    }

    private void onAnswered(final OrderAttempt attempt) {
        answered.add(KnownAttempt.of(attempt));
    }

    private void finish(final ChannelHandlerContext context, final Played played, final Throwable failure) {
        if (failure == null) {
            send(context, played, 0);
        } else {
            context.writeAndFlush(new Message.Done(false, "the rig itself failed, " + failure));
        }
    }

    /** All attempts, for what came of one may have changed since its answer; some at a time, as the network takes them. */
    private void send(final ChannelHandlerContext context, final Played played, final int from) {
        final List<OrderAttempt> all = played.told().orders();
        final int to = Math.min(all.size(), from + ATTEMPTS_A_FRAME);
        final ChannelFuture sent = context.writeAndFlush(new Message.Attempts(
                all.subList(from, to).stream().map(KnownAttempt::of).toList()));
        if (to < all.size()) {
            sent.addListener((ChannelFutureListener) written -> {
                if (written.isSuccess()) {
                    send(context, played, to);
                }
            });
        } else {
            sendCoupons(context, played.told().coupons());
            context.writeAndFlush(new Message.Done(played.targetGone(), ""));
        }
    }

    private static void sendCoupons(final ChannelHandlerContext context, final List<TakenCoupon> all) {
        for (int from = 0; from < all.size(); from += ATTEMPTS_A_FRAME) {
            final int to = Math.min(all.size(), from + ATTEMPTS_A_FRAME);
            context.writeAndFlush(new Message.Coupons(List.copyOf(all.subList(from, to))));
        }
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        over.completeExceptionally(cause);
        context.close();
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        over.completeExceptionally(new StageException("the coordinator is gone"));
        blind.close();
        if (solo != null) {
            solo.close();
        }
    }
}
