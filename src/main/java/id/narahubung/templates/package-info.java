/** Templates drawn for pages and papers: one engine, one way to name a value. */
@NullMarked
package id.narahubung.templates;

import org.jspecify.annotations.NullMarked;
