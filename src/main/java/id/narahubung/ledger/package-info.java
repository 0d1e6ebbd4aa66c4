/** Events: every act is one, written with the change it tells of. */
@NullMarked
package id.narahubung.ledger;

import org.jspecify.annotations.NullMarked;
