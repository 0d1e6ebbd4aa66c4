/** Who looks and what they may: viewers, roles, permissions, and the few ways to be refused. */
@NullMarked
package id.narahubung.access;

import org.jspecify.annotations.NullMarked;
