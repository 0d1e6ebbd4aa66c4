/**
 * What a monitor reads: requests, connections, jobs and the outbox, in Prometheus' format, on a
 * port of its own that the proxy in front does not lead to. Meters are Micrometer's; without a port
 * they are kept by nobody and cost nothing. What stands in the database is read when a monitor
 * asks, not all the time.
 */
@NullMarked
package id.narahubung.metrics;

import org.jspecify.annotations.NullMarked;
