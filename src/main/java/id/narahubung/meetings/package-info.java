/**
 * Meetings of the ministry with a company, and the minutes that both sides sign.
 *
 * <p>Either side writes the minutes down; each signs for itself. The text as signed never changes:
 * what is mended later is a further version with its reason, which both sign anew, and until they
 * have the earlier one stays in force. Who was there is written by function, never by name. A
 * visit's minutes are these, too.
 */
@NullMarked
package id.narahubung.meetings;

import org.jspecify.annotations.NullMarked;
