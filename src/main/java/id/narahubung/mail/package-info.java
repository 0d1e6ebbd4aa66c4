/** Outgoing mail: kept, tried, and sent to a server. */
@NullMarked
package id.narahubung.mail;

import org.jspecify.annotations.NullMarked;
