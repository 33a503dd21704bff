package io.sluice.gateway;

import io.sluice.gateway.admission.Role;

/**
 * The brand's people, put through the API: stores 1 and 2; guide 3, viewer 43, in store 1; guide 4, viewer 44, in stores 2
 * and 1; group 5 of store 1 and guide 3, owned by viewer 45.
 */
public final class People {
    public static final long GUIDE_3 = 43;
    public static final long GUIDE_4 = 44;
    public static final long OWNER = 45;

    private static final String OPERATOR = "/api/v1/operator";

    private People() {}

    /** Puts them. */
    public static void hire(final Api api) {
        put(api, "/stores/1", "{\"name\":\"南京东路店\",\"latitudeE6\":31235929,\"longitudeE6\":121480539}");
        put(api, "/stores/2", "{\"name\":\"网店\"}");
        put(api, "/guides/3", "{\"name\":\"李\",\"stores\":[1],\"viewer\":43}");
        put(api, "/guides/4", "{\"name\":\"王\",\"stores\":[2,1],\"viewer\":44}");
        put(api, "/groups/5", "{\"name\":\"福利群\",\"store\":1,\"guide\":3,\"owner\":45}");
    }

    /** Every rule, in their usual order; the first guide keeps a viewer for good. */
    public static void agree(final Api api) {
        put(
                api,
                "/attribution-policy",
                "{\"rules\":[\"CARRIED\",\"GUIDE_BINDING\",\"GROUP\",\"LAST_TOUCH\",\"ROOM_HOST\"],"
                        + "\"binding\":\"FIRST_TOUCH\",\"bindingDays\":0,\"touchWindowHours\":72}");
    }

    /** A code as somebody gets one who asks for it. */
    public static String share(final Api api, final Role role, final long subject, final String body) {
        return api.post("/api/v1/share-codes", body)
                .as(role, subject)
                .answers(201)
                .at("/share")
                .asText();
    }

    /** A viewer comes by a code. */
    public static Api.Call touch(final Api api, final long viewer, final String share) {
        return api.post("/api/v1/touches", "{\"share\":\"" + share + "\"}").viewer(viewer);
    }

    private static void put(final Api api, final String path, final String body) {
        api.put(OPERATOR + path, body).operator().answers(200);
    }
}
