package io.sluice.gateway.http;

/** The named segments of a request's path. */
@FunctionalInterface
interface PathParameters {
    /** The segment's text as the path has it. */
    String get(String name);
}
