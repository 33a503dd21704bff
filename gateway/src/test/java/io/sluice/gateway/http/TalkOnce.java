package io.sluice.gateway.http;

import io.sluice.gateway.Api;

/** Does what leaves each kind of record about the talk in the journal, with the outcomes that they have. */
final class TalkOnce {
    private static final String OPERATOR = "/api/v1/operator";

    private final Api api;

    TalkOnce(final Api api) {
        this.api = api;
    }

    /** Of a comment of room 7. */
    void happen(final long comment) {
        final String hide = OPERATOR + "/rooms/7/comments/" + comment + "/hide";
        api.post("/api/v1/rooms/7/comments/" + comment + "/report").viewer(43).answers(200);
        api.post("/api/v1/rooms/7/comments/" + comment + "/report").viewer(43).answers(200);
        api.post("/api/v1/rooms/7/comments/1/report").viewer(43).isRefused(404, "COMMENT_UNKNOWN");
        api.post(hide).operator().answers(200);
        api.post(hide).operator().answers(200);
        api.post(OPERATOR + "/rooms/7/comments/1/hide").operator().isRefused(404, "COMMENT_UNKNOWN");
        api.post(OPERATOR + "/block-words", "{\"word\":\"假货\",\"blocked\":true}")
                .operator()
                .answers(200);
        api.post(OPERATOR + "/block-words", "{\"word\":\"假货\",\"blocked\":false}")
                .operator()
                .answers(200);
        api.post(OPERATOR + "/rooms/7/slow", "{\"seconds\":10}").operator().answers(200);
        api.post(OPERATOR + "/rooms/7/slow", "{\"seconds\":0}").operator().answers(200);
        appeal();
    }

    private void appeal() {
        api.post(OPERATOR + "/viewers/44/mute", "{\"for\":\"FOREVER\"}")
                .operator()
                .answers(200);
        final long appeal = api.post("/api/v1/me/appeal", "{\"text\":\"误会\"}")
                .viewer(44)
                .answers(200)
                .at("/sequence")
                .asLong();
        final String decision = "{\"appeal\":" + appeal + ",\"granted\":";
        api.post(OPERATOR + "/viewers/44/appeal", decision + "true,\"reason\":\"x\"}")
                .operator()
                .answers(200);
        api.post(OPERATOR + "/viewers/44/appeal", decision + "false}")
                .operator()
                .isRefused(404, "APPEAL_UNKNOWN");
    }
}
