/** What the portal costs, measured on a database of a stated size: started by bin/bench. */
@NullMarked
package id.narahubung.bench;

import org.jspecify.annotations.NullMarked;
