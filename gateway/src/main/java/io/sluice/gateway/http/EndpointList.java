package io.sluice.gateway.http;

import io.sluice.gateway.admission.Activity;
import io.sluice.gateway.admission.Role;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Operations of the contract, by the manners that many of them share. One event loop's. */
final class EndpointList {
    /** For who needs no token. */
    static final Set<Role> NOBODY_ASKED = Set.of();

    private static final Set<Role> OPERATORS = Set.of(Role.OPERATOR);

    private final List<Endpoint> all = new ArrayList<>();

    /** All that there are, also those that are still to come. */
    List<Endpoint> all() {
        return all;
    }

    void get(final String name, final String path, final Set<Role> roles, final Action action) {
        add(name, HttpMethod.GET, path, roles, Activity.QUERY, Endpoint.Body.NONE, action);
    }

    void touch(final String name, final String path, final Set<Role> roles, final Action action) {
        add(name, HttpMethod.POST, path, roles, Activity.TOUCH, Endpoint.Body.JSON, action);
    }

    /** What the console shows to everybody it lets in. */
    void look(final String name, final String path, final Action action) {
        look(name, path, Role.STAFF, action);
    }

    void look(final String name, final String path, final Set<Role> roles, final Action action) {
        add(name, HttpMethod.GET, path, roles, null, Endpoint.Body.NONE, action);
    }

    void operate(final String name, final String path, final Set<Role> roles, final Action action) {
        add(name, HttpMethod.POST, path, roles, null, Endpoint.Body.JSON, action);
    }

    void operate(final String name, final HttpMethod method, final String path, final Action action) {
        add(name, method, path, OPERATORS, null, Endpoint.Body.JSON, action);
    }

    void operateWithoutBody(final String name, final HttpMethod method, final String path, final Action action) {
        add(name, method, path, OPERATORS, null, Endpoint.Body.NONE, action);
    }

    void signed(final String name, final String path, final Action action) {
        add(name, HttpMethod.POST, path, NOBODY_ASKED, null, Endpoint.Body.SIGNED_JSON, action);
    }

    void add(
            final String name,
            final HttpMethod method,
            final String path,
            final Set<Role> roles,
            final Activity activity,
            final Endpoint.Body body,
            final Action action) {
        all.add(new Endpoint(name, method, path, roles, activity, body, action));
    }
}
