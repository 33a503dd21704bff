package io.sluice.gateway.http;

import io.sluice.gateway.imports.ImportError;
import io.sluice.gateway.imports.ImportReport;

/** Tells what became of a list, the contract's schema Imported. */
final class ImportAnswer {
    private ImportAnswer() {}

    /** A refusal in a sentence. */
    static String sentence(final ImportReport report) {
        if (report.applied() > 0) {
            return report.applied() + " of " + report.lines() + " lines were applied, the others were refused.";
        }
        return "Nothing was applied.";
    }

    /** Writes every member into an object that is open. */
    static void writeMembers(final ImportReport report, final JsonWriter json) {
        json.name("kind").value(report.kind().label());
        json.name("mode").value(report.mode().label());
        json.name("lines").value(report.lines());
        json.name("applied").value(report.applied());
        json.name("refused").value(report.refused());
        json.name("errors").beginArray();
        for (final ImportError error : report.errors()) {
            json.beginObject().name("line").value(error.line());
            if (error.field() != null) {
                json.name("field").value(error.field());
            }
            json.name("code").value(error.code());
            json.name("detail").value(error.detail()).endObject();
        }
        json.endArray();
        if (report.applied() > 0) {
            json.name("firstSequence").value(report.firstSequence());
            json.name("lastSequence").value(report.lastSequence());
        }
    }
}
