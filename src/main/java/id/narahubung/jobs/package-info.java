/** What the portal does by itself, at its times, on one instance only. */
@NullMarked
package id.narahubung.jobs;

import org.jspecify.annotations.NullMarked;
