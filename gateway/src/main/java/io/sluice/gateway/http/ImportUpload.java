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
import io.vertx.core.file.FileSystem;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;

/**
 * One list on its way from a request's body to a file of its own, and from there to its answer. It has the one place of the
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
    private final FileSystem disk = eventLoop.owner().fileSystem();
    private final Path path;
    private State state = State.OPENING;
    private AsyncFile file;
    private Future<Void> closing;
    private long received;
    private int sinceProlonged;

    /** An upload for which the place was taken. */
    ImportUpload(final Exchange exchange, final Imports imports, final ImportKind kind, final ImportMode mode) {
        this.exchange = exchange;
        this.request = exchange.request();
        this.imports = imports;
        this.kind = kind;
        this.mode = mode;
        path = imports.newFile();
    }

    /** What an upload is at. It goes from one to the next, and to the end from any. */
    private enum State {
        /** The file is being made; the body waits. */
        OPENING,
        /** The body goes to the file. */
        RECEIVING,
        /** The body has ended; its last bytes are on their way to the disk and may fail there. */
        CLOSING,
        /** The file is whole and being loaded. */
        LOADING,
        /** It was answered, or there is nobody to answer any more. */
        ENDED;

        boolean canBecome(final State next) {
            return this != ENDED && (next == ENDED || next.ordinal() == ordinal() + 1);
        }
    }

    static Problem tooLarge(final long maxBytes) {
        return new Problem(ProblemCode.BODY_TOO_LARGE, "A list has at most " + maxBytes + " bytes.").limit(maxBytes);
    }

    /** Takes the body in. */
    void begin() {
        request.pause();
        request.exceptionHandler(lost -> onLost());
        // Nothing comes behind it: its silence while the list is loaded is nobody's idleness.
        request.response().headers().set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        disk.mkdirs(path.getParent().toString())
                .compose(made -> disk.open(path.toString(), forWriting()))
                .onSuccess(this::receive)
                .onFailure(this::fail);
    }

    /** Readable by the owner only where the file system knows owners: the list says who belongs to whom. */
    private OpenOptions forWriting() {
        final OpenOptions options = new OpenOptions().setRead(false);
        final boolean hasOwners =
                path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return hasOwners ? options.setPerms("rw-------") : options;
    }

    private void receive(final AsyncFile opened) {
        file = opened;
        if (state == State.ENDED) {
            discard();
            return;
        }
        transition(State.RECEIVING, "the file is open");
        if (CONTINUE.equalsIgnoreCase(request.headers().get(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
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
            giveUp("too many bytes");
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
            transition(State.CLOSING, "the body has ended");
            RequestDeadlines.awaitAnswer(request.connection());
            close().onSuccess(closed -> load()).onFailure(this::fail);
        }
    }

    /** Every write has told by now whether it failed; then this has ended. */
    private void load() {
        if (state != State.CLOSING) {
            return;
        }
        transition(State.LOADING, "the file is whole");
        imports.load(path, kind, mode, exchange.identity().subject())
                .whenComplete((report, failure) -> eventLoop.runOnContext(nothing -> onLoaded(report, failure)));
    }

    /** The imports have their place back by now. */
    private void onLoaded(final ImportReport report, final Throwable failure) {
        transition(State.ENDED, "it was loaded, or could not be read");
        discard();
        if (failure == null) {
            answer(report);
        } else {
            exchange.fail(new IllegalStateException(failure));
        }
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

    /** The file could not be made or written, which its first failure tells; the body that still comes is let go by. */
    private void fail(final Throwable cause) {
        if (state != State.ENDED) {
            giveUp("the disk failed");
            exchange.fail(new IllegalStateException(cause));
        }
    }

    /** A list that is whole is loaded, whoever still listens. */
    private void onLost() {
        if (state == State.OPENING || state == State.RECEIVING) {
            giveUp("the connection is lost");
        }
    }

    /** Gives the place back, not having used it. */
    private void giveUp(final String reason) {
        transition(State.ENDED, reason);
        imports.giveBack();
        discard();
        request.resume();
    }

    /** Deletes what there is of the file; what is still being opened is discarded when it is open. */
    private void discard() {
        final Future<Void> closed = file == null ? Future.succeededFuture() : close();
        closed.onComplete(done -> disk.delete(path.toString()));
    }

    /** Closes the file, once, when all that was written is on the disk or has failed. */
    private Future<Void> close() {
        if (closing == null) {
            closing = file.close();
        }
        return closing;
    }

    private void transition(final State next, final String reason) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " to " + next + ": " + reason);
        }
        state = next;
    }
}
