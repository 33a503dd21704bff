package io.sluice.gateway.http;

import io.sluice.engine.protocol.CommandWriter;
import io.sluice.engine.protocol.ProtocolLimits;
import io.sluice.gateway.admission.Identity;
import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.link.Pressure;
import io.sluice.gateway.link.Reply;
import io.sluice.gateway.link.ReplyHandler;
import io.sluice.gateway.trace.OrderTrace;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request on its way to its one answer. On its event loop only. */
final class Exchange implements ReplyHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence PROBLEM_JSON = HttpHeaders.createOptimized("application/problem+json");
    private static final CharSequence CSV = HttpHeaders.createOptimized("text/csv; charset=utf-8");
    private static final CharSequence CONTENT_DISPOSITION = HttpHeaders.createOptimized("content-disposition");
    private static final CharSequence REPLAYED_NAME = HttpHeaders.createOptimized("idempotency-replayed");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("retry-after");
    private static final CharSequence WWW_AUTHENTICATE = HttpHeaders.createOptimized("www-authenticate");
    private static final CharSequence TRUE = HttpHeaders.createOptimized("true");
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final HttpLoop loop;
    private final EndpointHandler endpoint;
    private final HttpServerRequest request;
    private final PathParameters parameters;
    private final OrderTrace trace;
    private final long arrivedNs = System.nanoTime();
    private Identity identity;
    private byte[] body;
    private ReplyAction awaited;
    private long sentNs;
    private Consumer<JsonWriter> done;

    Exchange(
            final HttpLoop loop,
            final EndpointHandler endpoint,
            final HttpServerRequest request,
            final PathParameters parameters,
            final OrderTrace trace) {
        this.loop = loop;
        this.endpoint = endpoint;
        this.request = request;
        this.parameters = parameters;
        this.trace = trace;
    }

    HttpLoop loop() {
        return loop;
    }

    HttpServerRequest request() {
        return request;
    }

    /** The trace of the order that is asked for; null for none. */
    OrderTrace trace() {
        return trace;
    }

    /** Who asks; null on an endpoint without a token. */
    Identity identity() {
        return identity;
    }

    void identity(final Identity known) {
        identity = known;
    }

    /** The whole body. */
    byte[] body() {
        return body;
    }

    void body(final byte[] whole) {
        body = whole;
    }

    /** An id in the path. */
    long pathId(final String name) {
        final long id = Text.id(parameters.get(name), ProtocolLimits.MAX_ID);
        if (id < 0) {
            throw JsonBody.invalid(name, "must be an integer from 1 to " + ProtocolLimits.MAX_ID);
        }
        return id;
    }

    /** A text in the path, as it stands there. */
    String pathText(final String name) {
        return parameters.get(name);
    }

    /** The order in the path. */
    long pathOrder() {
        final long order = Text.orderId(parameters.get("order"));
        if (order < 0) {
            throw JsonBody.invalid("order", "must be an order id, a string of digits");
        }
        return order;
    }

    /**
     * Sends to the engine; {@code action} gets the answer. Under pressure the exchange is refused; while the gateway stops
     * it is, too, unless it has sent something before.
     */
    void send(final CommandWriter writer, final ReplyAction action) {
        if (awaited == null && loop.admission().isStopping()) {
            refuse(loop.admission().shed(endpoint.activity(), Shed.STOPPING));
            return;
        }
        awaited = action;
        sentNs = System.nanoTime();
        if (trace != null) {
            trace.offered();
        }
        final Pressure pressure = Pressure.of(loop.client().send(writer, this));
        if (pressure == Pressure.TOO_LONG) {
            throw new IllegalStateException("a command of " + endpoint.name() + " does not fit a slot");
        }
        if (pressure != Pressure.NONE) {
            refuse(loop.admission().shed(endpoint.activity(), Problems.shed(pressure)));
        }
    }

    @Override
    public void onReply(final Reply reply) {
        try {
            awaited.onReply(this, reply);
        } catch (final RuntimeException e) {
            fail(e);
        }
    }

    @Override
    public void onLate() {
        refuse(new Problem(ProblemCode.ANSWER_LATE, "It may have been done. " + endpoint.wayOn()));
    }

    /** Nanoseconds since the exchange was last sent to the engine. */
    long waitedNs() {
        return System.nanoTime() - sentNs;
    }

    /** Answers with what the loop's writer holds. */
    void answer(final int status) {
        answer(status, false);
    }

    /** Answers with what the loop's writer holds, as the first answer or as that answer again. */
    void answer(final int status, final boolean replayed) {
        final HttpServerResponse response = request.response();
        response.headers().set(HttpHeaders.CONTENT_TYPE, JSON);
        finish(response, status, replayed, loop.json().toBuffer());
    }

    /** Answers with JSON of the caller's own. */
    void answer(final int status, final Buffer json) {
        final HttpServerResponse response = request.response();
        response.headers().set(HttpHeaders.CONTENT_TYPE, JSON);
        finish(response, status, false, json);
    }

    /** Answers with a table that a browser keeps as a file of this name. */
    void answerTable(final Buffer csv, final String fileName) {
        final HttpServerResponse response = request.response();
        response.headers().set(HttpHeaders.CONTENT_TYPE, CSV);
        response.headers().set(CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + '"');
        finish(response, OK, false, csv);
    }

    void refuse(final Shed shed) {
        refuse(Problems.of(shed));
    }

    void refuse(final Problem problem) {
        refuse(problem, false);
    }

    /** Every refusal from now on says as well what was done before it. */
    void whenRefused(final Consumer<JsonWriter> members) {
        done = members;
    }

    /** Refuses, as the first answer or as that answer again. */
    void refuse(final Problem problem, final boolean replayed) {
        final HttpServerResponse response = request.response();
        if (response.ended()) {
            return;
        }
        if (trace != null) {
            trace.refused(problem.code().name());
        }
        if (done != null) {
            problem.members(done);
        }
        response.headers().set(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON);
        if (problem.retryAfterSeconds() > 0) {
            response.headers().set(RETRY_AFTER, Long.toString(problem.retryAfterSeconds()));
        }
        final int status = problem.code().status();
        if (status == UNAUTHORIZED) {
            endpoint.chargeAddress(request);
        }
        if (status == UNAUTHORIZED && !endpoint.isSigned()) {
            final boolean missing = problem.code() == ProblemCode.TOKEN_MISSING;
            response.headers().set(WWW_AUTHENTICATE, missing ? "Bearer" : "Bearer error=\"invalid_token\"");
        }
        if (problem.code() == ProblemCode.BODY_TOO_LARGE) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        finish(response, status, replayed, problem.toBuffer(loop.json()));
    }

    /** Goes on with what comes of a question, on this event loop. A fault of the question, or of what follows, is answered. */
    <T> void follow(final Future<T> question, final Consumer<T> next) {
        question.onSuccess(found -> {
                    try {
                        next.accept(found);
                    } catch (final RuntimeException e) {
                        fail(e);
                    }
                })
                .onFailure(failure ->
                        fail(failure instanceof RuntimeException thrown ? thrown : new IllegalStateException(failure)));
    }

    /** Answers that something went wrong here. */
    void fail(final RuntimeException cause) {
        if (cause instanceof RequestRefusedException refused) {
            refuse(refused.problem());
            return;
        }
        LOG.error("{} failed", endpoint.name(), cause);
        refuse(Problems.internal());
    }

    /** Begins an answer that an action writes by itself; counts it. While the gateway stops it ends its connection. */
    HttpServerResponse begin(final int status) {
        final HttpServerResponse response = request.response();
        SecurityHeaders.api(response.headers());
        if (loop.admission().isStopping()) {
            response.headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        count(status);
        return response.setStatusCode(status);
    }

    /** Notes an answer that somebody else gives. */
    void count(final int status) {
        endpoint.count(status, System.nanoTime() - arrivedNs, trace);
        if (trace != null) {
            trace.answered(status);
        }
    }

    private void finish(
            final HttpServerResponse response, final int status, final boolean replayed, final Buffer content) {
        // A response that fails to end counts as ended, and whoever waits for it would wait until they give up.
        Objects.requireNonNull(content, "content");
        if (replayed) {
            response.headers().set(REPLAYED_NAME, TRUE);
        }
        begin(status).end(content);
    }
}
