package io.sluice.gateway.http;

import io.sluice.gateway.admission.Shed;
import io.sluice.gateway.imports.ImportKind;
import io.sluice.gateway.imports.ImportMode;
import io.sluice.gateway.imports.Imports;
import io.vertx.core.http.HttpHeaders;
import java.util.Set;

/** {@code POST /operator/imports/{kind}}. Any event loop. */
final class ImportAction implements Action {
    private static final String KIND = "kind";
    private static final String MODE = "mode";
    /** The router puts the path's among the query's. */
    private static final Set<String> PARAMETERS = Set.of(KIND, MODE);

    private final Imports imports;

    ImportAction(final Imports imports) {
        this.imports = imports;
    }

    @Override
    public void run(final Exchange exchange) {
        final ImportKind kind = ImportKind.ofLabel(exchange.pathText(KIND));
        if (kind == null) {
            throw JsonBody.invalid(KIND, "must be stores, guides, groups or viewers");
        }
        final String wanted = QueryParameters.of(exchange, PARAMETERS).get(MODE);
        final ImportMode mode = wanted == null ? ImportMode.ALL : ImportMode.ofLabel(wanted);
        if (mode == null) {
            throw JsonBody.invalid(MODE, "must be all or valid");
        }
        final String length = exchange.request().headers().get(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Text.id(length, Long.MAX_VALUE) > imports.maxBytes()) {
            throw new RequestRefusedException(ImportUpload.tooLarge(imports.maxBytes()));
        }
        if (exchange.loop().admission().isStopping()) {
            exchange.refuse(Shed.STOPPING);
            return;
        }
        if (!imports.take()) {
            throw new RequestRefusedException(
                    new Problem(ProblemCode.IMPORT_RUNNING, "One list is loaded at a time. Wait for its answer."));
        }
        new ImportUpload(exchange, imports, kind, mode).begin();
    }
}
