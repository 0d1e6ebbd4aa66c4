/** People, their sessions, sign-in and one-time links. */
@NullMarked
package id.narahubung.accounts;

import org.jspecify.annotations.NullMarked;
