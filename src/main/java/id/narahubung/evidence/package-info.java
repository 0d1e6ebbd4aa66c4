/**
 * Evidence: files on requests and items, stored once, shown with care.
 *
 * <p>A file waits on disk until its hash is known, and is then stored once for its organisation, in
 * chunks of 256 KiB; each is read in a short transaction of its own. Originals are handed out as
 * attachments that cannot run. A picture is fetched only when asked for, decoded and written anew
 * so that nothing but its pixels is left, and shown blurred first. A draft's evidence turns joint
 * at sending by its foreign key; what a side keeps to itself stays its own.
 */
@NullMarked
package id.narahubung.evidence;

import org.jspecify.annotations.NullMarked;
