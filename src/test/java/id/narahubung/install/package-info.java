/** The archive, as somebody who keeps a server installs it. */
@NullMarked
package id.narahubung.install;

import org.jspecify.annotations.NullMarked;
