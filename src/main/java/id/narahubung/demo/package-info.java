/** The demonstration: the case of 2018 and a running one, played through the users' commands. */
@NullMarked
package id.narahubung.demo;

import org.jspecify.annotations.NullMarked;
