package io.sluice.bench.load.fleet;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.sluice.bench.load.Measurements;
import io.sluice.bench.load.OrderAttempt;
import io.sluice.bench.load.Scenario;
import io.sluice.bench.load.TakenCoupon;
import io.sluice.bench.load.Told;
import io.sluice.bench.load.run.Access;
import io.sluice.bench.load.run.Cast;
import io.sluice.bench.load.run.Played;
import io.sluice.bench.load.run.ServerWatch;
import io.sluice.bench.load.stage.StageException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The coordinator: lets workers in, gives each an even part of the scenario, lets all begin at one moment, and adds up what they
 * tell. One who is lost before the beginning ends it; one who is lost later is told of, and the others go on. All but the
 * constructor, {@link #close} and the asking is on one thread of its own.
 */
// What becomes of a write is seen by the connection's end; what is scheduled ends with the thread.
@SuppressWarnings("FutureReturnValueIgnored")
public final class Fleet implements Cast {
    private static final long LEAD_MS = 1_000;
    private static final long PING_MS = 500;
    private static final int TOKENS_A_FRAME = 1_000;
    private static final byte[] LOOPBACK = {127, 0, 0, 2};

    private final Roster roster;
    private final Consumer<String> notices;
    private final MultiThreadIoEventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop thread = group.next();
    private final Children children = new Children();
    private final List<Member> members = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final CompletableFuture<Void> here = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Played> done = new CompletableFuture<>();
    private Channel listening;
    private Adding adding;
    private boolean handedOut;

    /**
     * A coordinator that does not listen yet.
     *
     * @param notices  hears, on its thread, who came, who was refused and why, a sentence each.
     */
    public Fleet(final Roster roster, final Consumer<String> notices) {
        this.roster = roster;
        this.notices = notices;
    }

    @Override
    public CompletableFuture<Void> gather() {
        final InetSocketAddress address = roster.remote() == 0
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), roster.port())
                : new InetSocketAddress(roster.port());
        final ChannelFuture binding = new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(Connection.by(() -> new Admission(this, roster, notices)))
                .bind(address);
        listening = binding.channel();
        binding.addListener(bound -> {
            if (bound.isSuccess()) {
                startChildren(((InetSocketAddress) listening.localAddress()).getPort());
            } else {
                final String why = Connection.word(bound.cause());
                here.completeExceptionally(new StageException(
                        "port " + roster.port() + " cannot be listened on, " + why + ": is another coordinator there?",
                        bound.cause()));
            }
        });
        thread.scheduleAtFixedRate(this::ping, PING_MS, PING_MS, TimeUnit.MILLISECONDS);
        return here;
    }

    private void startChildren(final int port) {
        if (roster.remote() > 0) {
            notices.accept("waiting for " + roster.remote() + " workers at port " + port);
        }
        try {
            children.start(roster, "127.0.0.1:" + port, exitCode -> thread.execute(() -> childEnded(exitCode)));
        } catch (final StageException failed) {
            here.completeExceptionally(failed);
        }
    }

    private void childEnded(final int exitCode) {
        here.completeExceptionally(
                new StageException("a worker of this machine ended with exit code " + exitCode + " before it began"));
    }

    private void ping() {
        members.forEach(member -> member.send(new Message.Ping(System.nanoTime())));
    }

    /** A new member; null when there is no room for one. */
    Member admit(final Channel channel) {
        if (members.size() == roster.size()) {
            return null;
        }
        int number = 1;
        while (isTaken(number)) {
            number++;
        }
        final Member member = new Member(number, channel);
        members.add(member);
        return member;
    }

    private boolean isTaken(final int number) {
        return members.stream().anyMatch(member -> member.number() == number);
    }

    /** Called when it has been welcomed. */
    void admitted(final Member member) {
        member.send(new Message.Ping(System.nanoTime()));
        if (roster.remote() > 0) {
            notices.accept("worker " + member.number() + " of " + roster.size() + " is here");
        }
        if (members.size() == roster.size()) {
            here.complete(null);
        }
    }

    @Override
    public CompletableFuture<Void> warmUp(final Scenario scenario, final Access access) {
        thread.execute(() -> handOut(scenario, access));
        return ready;
    }

    private void handOut(final Scenario scenario, final Access access) {
        handedOut = true;
        if (members.size() < roster.size()) {
            ready.completeExceptionally(new StageException("a worker is gone before it began"));
            return;
        }
        for (final Member member : members) {
            final Scenario part = scenario.part(member.number() - 1, roster.size());
            final boolean pays = part.crowd().payShare() > 0;
            member.send(new Message.Part(
                    part,
                    access.server().host(),
                    access.server().port(),
                    sourceOf(member, access.server().host()),
                    pays ? HexFormat.of().formatHex(access.webhookSecret()) : Secret.nonce()));
            final List<String> tokens = access.tokens(part.crowd());
            for (int from = 0; from < tokens.size(); from += TOKENS_A_FRAME) {
                member.send(new Message.Tokens(
                        List.copyOf(tokens.subList(from, Math.min(tokens.size(), from + TOKENS_A_FRAME)))));
            }
            member.send(new Message.Signal(Message.Signal.Word.PREPARE));
        }
    }

    /** A loopback address of its own to each, for one has about 28,000 ports; only this machine reaches such a target. */
    private static String sourceOf(final Member member, final String host) {
        try {
            final InetAddress target = InetAddress.getByName(host);
            if (target.isLoopbackAddress() && target.getAddress().length == LOOPBACK.length) {
                final byte[] source = LOOPBACK.clone();
                source[LOOPBACK.length - 1] += (byte) (member.number() - 1);
                return InetAddress.getByAddress(source).getHostAddress();
            }
            return "";
        } catch (final UnknownHostException unknown) {
            return "";
        }
    }

    @Override
    public CompletableFuture<Played> play(final Measurements figures, final ServerWatch server) {
        thread.execute(() -> {
            adding = new Adding(members, figures, server::latest);
            // Between the last one's READY and here, too, one may be lost.
            members.stream()
                    .filter(Member::isOver)
                    .forEach(member -> missing.add(member.loss(roster.size(), "before it began")));
            members.forEach(member -> member.send(new Message.Begin(TimeUnit.MILLISECONDS.toMicros(LEAD_MS)
                    - TimeUnit.NANOSECONDS.toMicros(member.roundTripNs()) / 2)));
            thread.schedule(this::tellOfBegin, LEAD_MS, TimeUnit.MILLISECONDS);
            look();
        });
        return done;
    }

    /** Each is half a round trip off at most, in one direction or the other. */
    private void tellOfBegin() {
        final long longestNs =
                members.stream().mapToLong(Member::roundTripNs).max().orElse(0);
        notices.accept(String.format(
                Locale.ROOT,
                "%d workers begin, within %.1f ms of each other",
                members.size(),
                longestNs / (double) TimeUnit.MILLISECONDS.toNanos(1)));
    }

    @Override
    public long leadMs() {
        return LEAD_MS;
    }

    /** What a member says. */
    void heard(final Member member, final Message message) {
        if (message instanceof Message.Ping pong) {
            member.heard(pong, System.nanoTime());
        } else if (message instanceof Message.Second second && adding != null) {
            member.heard(second.figures());
            look();
        } else if (message instanceof Message.Attempts attempts && adding != null) {
            member.heard(attempts);
        } else if (message instanceof Message.Coupons coupons && adding != null) {
            member.heard(coupons);
        } else if (message instanceof Message.Done end) {
            finished(member, end);
        } else if (message instanceof Message.Signal signal && signal.word() == Message.Signal.Word.READY) {
            member.transition(Member.State.READY);
            if (members.stream().allMatch(each -> each.state() == Member.State.READY)) {
                ready.complete(null);
            }
        } else {
            throw new IllegalArgumentException("it speaks out of turn");
        }
    }

    private void finished(final Member member, final Message.Done end) {
        if (end.failure().isEmpty()) {
            member.heard(end);
            member.transition(Member.State.DONE);
        } else {
            lost(member, end.failure());
        }
        member.send(new Message.Signal(Message.Signal.Word.BYE));
        look();
    }

    /** A member has gone, or gives up. */
    void lost(final Member member, final String why) {
        if (member.isOver()) {
            return;
        }
        member.transition(Member.State.LOST);
        if (!handedOut) {
            notices.accept("worker " + member.number() + " is gone: " + why);
            members.remove(member);
        } else if (adding == null) {
            ready.completeExceptionally(new StageException(
                    "worker " + member.number() + " of " + roster.size() + " was lost before it began: " + why));
        } else {
            missing.add(member.loss(roster.size(), why));
            notices.accept(missing.get(missing.size() - 1));
            look();
        }
    }

    private void look() {
        if (adding == null) {
            return;
        }
        adding.advance();
        if (members.stream().allMatch(Member::isOver) && !done.isDone()) {
            final List<OrderAttempt> attempts = new ArrayList<>();
            final List<TakenCoupon> coupons = new ArrayList<>();
            members.forEach(member -> {
                attempts.addAll(member.attempts());
                coupons.addAll(member.coupons());
            });
            final boolean targetGone = members.stream().allMatch(Member::isTargetGone);
            if (!targetGone) {
                members.stream()
                        .filter(Member::isTargetGone)
                        .forEach(member -> missing.add("Worker " + member.number() + " of " + roster.size()
                                + " ended early: the target took no connection of it for ten seconds."));
            }
            done.complete(new Played(new Told(attempts, coupons), targetGone, List.copyOf(missing)));
        }
    }

    @Override
    public void end() {
        thread.execute(() -> {
            here.completeExceptionally(new StageException("ended before all workers were there"));
            members.forEach(member -> member.send(new Message.Signal(Message.Signal.Word.END)));
        });
    }

    @Override
    public void close() {
        listening.close().awaitUninterruptibly();
        thread.submit(() -> members.forEach(Member::close)).awaitUninterruptibly();
        children.close();
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
