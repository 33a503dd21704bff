package io.sluice.gateway.admission;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which pages may connect. A browser tells the page's origin, an app tells none; a page of ours has the host it was
 * loaded from as its origin. Any thread.
 */
public final class OriginPolicy {
    private final Set<String> allowed;

    /** Allows this host itself and the given origins, such as {@code https://shop.example}. */
    public OriginPolicy(final Set<String> allowed) {
        this.allowed =
                allowed.stream().map(origin -> origin.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a request may connect.
     *
     * @param origin  its header Origin, null for none.
     * @param host    its header Host, with the port if it names one.
     */
    public boolean allows(final String origin, final String host) {
        if (origin == null) {
            return true;
        }
        final String lower = origin.toLowerCase(Locale.ROOT);
        if (allowed.contains(lower)) {
            return true;
        }
        final int scheme = lower.indexOf("://");
        return scheme > 0 && host != null && lower.substring(scheme + 3).equals(host.toLowerCase(Locale.ROOT));
    }
}
