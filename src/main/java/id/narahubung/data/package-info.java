/** The database: one narrow place that opens a transaction for a named viewer. */
@NullMarked
package id.narahubung.data;

import org.jspecify.annotations.NullMarked;
