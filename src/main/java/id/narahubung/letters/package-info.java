/**
 * Letters of warning and their fines: proposed by the clock, sent by a supervisor, paid or
 * contested by the company.
 */
@NullMarked
package id.narahubung.letters;

import org.jspecify.annotations.NullMarked;
