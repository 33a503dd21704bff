package io.sluice.gateway.http;

import io.sluice.gateway.imports.ImportKind;
import io.sluice.gateway.imports.ImportMode;
import io.sluice.gateway.imports.ImportReport;
import io.sluice.gateway.imports.Imports;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;

/**
 * One list on its way from a request's body to a temporary file, and from there to its answer. It has the one place of the
 * imports and gives it back. What goes to the disk is done by others; this is on its event loop only.
 */
final class ImportUpload {
    private static final String CONTINUE = "100-continue";
    /** After so many bytes the request has its time anew: who sends slower than that does not keep the place. */
    private static final int BYTES_A_DEADLINE = 1 << 20;

    private static final int OK = 200;

    private final Exchange exchange;
    private final HttpServerRequest request;
    private final Imports imports;
    private final ImportKind kind;
    private final ImportMode mode;
    private final Context eventLoop = Vertx.currentContext();
    private State state = State.OPENING;
    private String path;
    private AsyncFile file;
    private long received;
    private int sinceProlonged;

    /** An upload for which the place was taken. */
    ImportUpload(final Exchange exchange, final Imports imports, final ImportKind kind, final ImportMode mode) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.imports = imports;
        this.kind = kind;
        this.mode = mode;
    }

    /** What an upload is at. */
    private enum State {
        /** The file is being made; the body waits. */
        OPENING,
        /** The body goes to the file. */
        RECEIVING,
        /** The file is whole and being loaded. */
        LOADING,
        /** It was answered, or there is nobody to answer any more. */
        ENDED
    }

    static Problem tooLarge(final long maxBytes) {
        return new Problem(ProblemCode.BODY_TOO_LARGE, "A list has at most " + maxBytes + " bytes.").limit(maxBytes);
    }

    /** Takes the body in. */
    void begin() {
        request.pause();
        request.exceptionHandler(lost -> giveUp());
        // Nothing comes behind it: its silence while the list is loaded is nobody's idleness.
        request.response().headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        eventLoop
                .owner()
                .fileSystem()
                .createTempFile("sluice-import-", ".csv")
                .compose(this::open)
                .onSuccess(this::receive)
                .onFailure(this::fail);
    }

    private Future<AsyncFile> open(final String temporary) {
        path = temporary;
        return eventLoop.owner().fileSystem().open(temporary, new OpenOptions().setRead(false));
    }

    private void receive(final AsyncFile opened) {
        file = opened;
        if (state == State.ENDED) {
            discard();
            return;
        }
        state = State.RECEIVING;
        if (CONTINUE.equalsIgnoreCase(request.headers().get(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        file.exceptionHandler(this::fail);
        file.drainHandler(nothing -> request.resume());
        request.handler(this::onChunk);
        request.endHandler(nothing -> onEnd());
        request.resume();
    }

    private void onChunk(final Buffer chunk) {
        if (state != State.RECEIVING) {
            return;
        }
        received += chunk.length();
        if (received > imports.maxBytes()) {
            giveUp();
            exchange.refuse(tooLarge(imports.maxBytes()));
            return;
        }
        sinceProlonged += chunk.length();
        if (sinceProlonged >= BYTES_A_DEADLINE) {
            sinceProlonged = 0;
            RequestDeadlines.prolong(request.connection());
        }
        file.write(chunk).onFailure(this::fail);
        if (file.writeQueueFull()) {
            request.pause();
        }
    }

    private void onEnd() {
        if (state == State.RECEIVING) {
            state = State.LOADING;
            RequestDeadlines.awaitAnswer(request.connection());
            file.close().onSuccess(closed -> load()).onFailure(this::failUnloaded);
        }
    }

    private void load() {
        imports.load(Path.of(path), kind, mode, exchange.identity().subject())
                .whenComplete((report, failure) -> eventLoop.runOnContext(nothing -> {
                    if (failure == null) {
                        state = State.ENDED;
                        eventLoop.owner().fileSystem().delete(path);
                        answer(report);
                    } else {
                        failLoading(failure);
                    }
                }));
    }

    private void answer(final ImportReport report) {
        if (request.response().closed()) {
            return;
        }
        if (report.isRefused()) {
            exchange.refuse(new Problem(ProblemCode.IMPORT_REFUSED, ImportAnswer.sentence(report))
                    .members(json -> ImportAnswer.writeMembers(report, json)));
        } else {
            final JsonWriter json = exchange.loop().json().reset().beginObject();
            ImportAnswer.writeMembers(report, json);
            json.endObject();
            exchange.answer(OK);
        }
    }

    /** The file could not be made or written; the body that still comes is let go by. */
    private void fail(final Throwable cause) {
        if (state != State.ENDED) {
            giveUp();
            exchange.fail(new IllegalStateException(cause));
        }
    }

    private void failUnloaded(final Throwable cause) {
        imports.giveBack();
        failLoading(cause);
    }

    private void failLoading(final Throwable cause) {
        state = State.ENDED;
        eventLoop.owner().fileSystem().delete(path);
        exchange.fail(new IllegalStateException(cause));
    }

    /** Gives the place back before the list was whole. A list that is whole is loaded, whoever still listens. */
    private void giveUp() {
        if (state == State.OPENING || state == State.RECEIVING) {
            final boolean isOpen = state == State.RECEIVING;
            state = State.ENDED;
            imports.giveBack();
            if (isOpen) {
                discard();
            }
            request.resume();
        }
    }

    private void discard() {
        file.close().onComplete(closed -> eventLoop.owner().fileSystem().delete(path));
    }
}
