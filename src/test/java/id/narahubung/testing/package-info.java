/** What the tests stand on: a database, a clock, a browser, a running portal. */
@NullMarked
package id.narahubung.testing;

import org.jspecify.annotations.NullMarked;
