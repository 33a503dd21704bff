package io.sluice.bench.load.fleet;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.SocketException;
import java.util.function.Consumer;

/**
 * The coordinator's end of one connection: first lets in who proves the secret, then passes on what the worker says. On the
 * coordinator's thread.
 */
// What becomes of a write is seen by the connection's end.
@SuppressWarnings("FutureReturnValueIgnored")
final class Admission extends SimpleChannelInboundHandler<Message> {
    static final String COORDINATOR = "coordinator";
    static final String WORKER = "worker";

    private final Fleet fleet;
    private final Roster roster;
    private final Consumer<String> notices;
    private final String nonce = Secret.nonce();
    private String gone = "its connection ended";
    private Member member;

    Admission(final Fleet fleet, final Roster roster, final Consumer<String> notices) {
        this.fleet = fleet;
        this.roster = roster;
        this.notices = notices;
    }

    @Override
    public void channelActive(final ChannelHandlerContext context) {
        context.writeAndFlush(new Message.Challenge(Wire.VERSION, nonce));
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final Message message) {
        if (member != null) {
            fleet.heard(member, message);
        } else if (message instanceof Message.Answer answer) {
            judge(context, answer);
        } else {
            refuse(context, "it speaks out of turn");
        }
    }

    /** In this order: the version, the secret, whether there is room. */
    private void judge(final ChannelHandlerContext context, final Message.Answer answer) {
        if (!answer.version().equals(Wire.VERSION)) {
            refuse(context, "the worker is of version " + answer.version() + ", the coordinator of " + Wire.VERSION);
        } else if (!roster.secret().isProof(answer.proof(), WORKER, nonce, answer.nonce())) {
            refuse(context, "its secret is not the coordinator's");
        } else {
            member = fleet.admit(context.channel());
            if (member == null) {
                refuse(context, "all " + roster.size() + " workers are here already");
            } else {
                welcome(context, answer);
            }
        }
    }

    private void welcome(final ChannelHandlerContext context, final Message.Answer answer) {
        final Secret secret = roster.secret();
        context.writeAndFlush(
                new Message.Welcome(secret.proof(COORDINATOR, nonce, answer.nonce()), member.number(), roster.size()));
        context.pipeline()
                .get(Wire.class)
                .seal(secret.seal(COORDINATOR, nonce, answer.nonce()), secret.seal(WORKER, nonce, answer.nonce()));
        fleet.admitted(member);
    }

    private void refuse(final ChannelHandlerContext context, final String why) {
        notices.accept(context.channel().remoteAddress() + " was refused: " + why);
        context.writeAndFlush(new Message.Refused(why)).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        // A connection that is reset has ended like any other: the system says so where something was still unread.
        gone = cause instanceof SocketException ? gone : Connection.word(cause);
        if (member == null) {
            notices.accept(context.channel().remoteAddress() + " was turned away: " + gone);
        }
        context.close();
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        if (member != null) {
            fleet.lost(member, gone);
        }
    }
}
