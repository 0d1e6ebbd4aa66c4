/**
 * What leaves the portal on paper: the order, the proof pack, and the page that tells real from
 * forged.
 *
 * <p>The order (<i>perintah</i>) is printed once, in both languages, stored with its hash, and
 * handed out the same to both sides; {@code /verify} confirms its code to anybody, with number,
 * date, addressee and hash and nothing more. The proof pack of a request is a ZIP for one side with
 * what that side may see: the order, a report, the same as JSON, and the hashes of all.
 */
@NullMarked
package id.narahubung.papers;

import org.jspecify.annotations.NullMarked;
