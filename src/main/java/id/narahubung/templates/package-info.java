/** Templates drawn for pages, papers and mail: one engine, one way to name a value. */
@NullMarked
package id.narahubung.templates;

import org.jspecify.annotations.NullMarked;
