/**
 * Finding requests, items and messages by words, addresses and numbers.
 *
 * <p>Search is the one thing that goes past the policies: under them PostgreSQL would not use its
 * indexes for words and pieces of addresses. A function for each side, callable by that side's role
 * alone, reads as the owner and holds the wall itself; what is shown of a hit is then read through
 * the policies ({@code SearchWallTest}). What answers, rulings, objections, checks and the like say
 * of items is copied for it by triggers, a row for each act and text (V0112, V0250); of restricted
 * items nothing is.
 *
 * <p>Of commitments, decisions, verifications, meetings, letters and requests to open again there
 * are few: they are looked for through the walled tables themselves ({@code MatterStore}).
 */
@NullMarked
package id.narahubung.search;

import org.jspecify.annotations.NullMarked;
