/** HTTP at the edge: the server, its pages, forms, sessions' cookies and refusals. */
@NullMarked
package id.narahubung.web;

import org.jspecify.annotations.NullMarked;
