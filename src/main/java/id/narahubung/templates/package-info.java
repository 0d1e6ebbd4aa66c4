/**
 * Templates drawn for pages and papers: one engine, one way to name a value.
 *
 * <p>What sessions, queues and lists of requests ask is written by jOOQ once for each shape and
 * kept as text ({@code Kept}); only its named values are sent again, and a value without a name is
 * refused. Words that need no values are written into a template when it is read ({@code
 * WordedTemplates}).
 */
@NullMarked
package id.narahubung.templates;

import org.jspecify.annotations.NullMarked;
