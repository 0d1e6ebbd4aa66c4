/** The portal in a browser, as the people of both sides use it. */
@NullMarked
package id.narahubung.journeys;

import org.jspecify.annotations.NullMarked;
